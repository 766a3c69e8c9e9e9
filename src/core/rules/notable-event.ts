import { isMeaningful } from '../record/already-masked';
import { findField, findString, type Trace } from '../record/trace';
import { findUser, type UserIdentity, userIdentityOf } from '../record/user-identity';
import type { Localizer } from '../text/localization';
import { spanFrom } from '../text/span';
import { noMatches, type Report, type TraceRule } from './rule';
import { displayValue } from './wording';

/**
 * An event of interest to auditors, with the reasons in one line. Nothing is wrong with the record, so it is off by
 * default.
 */
export const notableEvent: TraceRule = {
  id: 'notable-event',
  level: 'off',
  check(trace) {
    const event = eventOf(trace);
    const matching = reasons.filter((reason) => reason.applies(event));
    if (matching.length === 0) return noMatches;
    const value = `${event.name} ${matching.map((reason) => reasons.indexOf(reason)).join()}`;
    return [{ value, report: (localizer) => report(trace, { event, matching }, localizer) }];
  },
};

function report(trace: Trace, { event, matching }: Notable, localizer: Localizer): Report {
  const span = findField(trace, 'trace_name')?.valueSpan ?? spanFrom(0, 1);
  const why = matching.map((reason) => reason.describe(localizer, event)).join(localizer.t(', '));
  const message = isMeaningful(event.name)
    ? localizer.t('Notable event "{0}": {1}', displayValue(event.name), why)
    : localizer.t('Notable event: {0}', why);
  return { message, span };
}

interface Notable {
  readonly event: NotableEvent;
  readonly matching: readonly Reason[];
}

interface NotableEvent {
  readonly service: string;
  readonly name: string;
  readonly rating: string | undefined;
  readonly user: UserIdentity | undefined;
  /** The account that owns the resource; `undefined` if unknown. */
  readonly resourceAccount: string | undefined;
  /** The account of the user; `undefined` if unknown. */
  readonly account: string | undefined;
}

interface Reason {
  applies(event: NotableEvent): boolean;
  describe(localizer: Localizer, event: NotableEvent): string;
}

const reasons: readonly Reason[] = [
  {
    applies: ({ rating }) => rating === 'warning' || rating === 'incident',
    describe: ({ t }, { rating = '' }) => t('failed (rated {0})', rating),
  },
  { applies: ({ user }) => user?.kind === 'root', describe: ({ t }) => t('by the root user') },
  { applies: ({ user }) => user?.secondFactor === false, describe: ({ t }) => t('without MFA') },
  { applies: ({ user }) => user?.isThroughAgency === true, describe: ({ t }) => t('through an agency') },
  {
    applies: ({ user }) => user?.isElevated === true,
    describe: ({ t }) => t('with elevated permissions (op_service)'),
  },
  { applies: isAnothersResource, describe: ({ t }) => t('on a resource of another account') },
  {
    applies: isEvent('CTS', ['createTracker', 'deleteTracker', 'updateTracker']),
    describe: ({ t }) => t('changes a tracker'),
  },
  {
    applies: isEvent('CTS', [
      'createNotification',
      'deleteNotification',
      'updateNotification',
      'updateNotificationStatus',
      'updateConfiguration',
    ]),
    describe: ({ t }) => t('changes the audit configuration'),
  },
  { applies: isEvent('IMS', ['exportImage']), describe: ({ t }) => t('exports an image') },
  { applies: isEvent('IMS', ['copyImage']), describe: ({ t }) => t('copies an image') },
  { applies: isEvent('IMS', ['addMember']), describe: ({ t }) => t('shares an image') },
  { applies: isEvent('IMS', ['deleteImage']), describe: ({ t }) => t('deletes an image') },
];

function eventOf(trace: Trace): NotableEvent {
  const user = findUser(trace.value('user'));
  const identity = user && userIdentityOf(user);
  return {
    service: findString(trace, 'service_type') ?? '',
    name: findString(trace, 'trace_name') ?? '',
    rating: findMeaningful(findString(trace, 'trace_rating')) ?? findString(trace, 'trace_status'),
    user: identity,
    resourceAccount: findMeaningful(findString(trace, 'resource_account_id')),
    account: findMeaningful(findString(trace, 'domain_id')) ?? findMeaningful(identity?.accountId),
  };
}

function findMeaningful(value: string | undefined): string | undefined {
  return value !== undefined && isMeaningful(value) ? value : undefined;
}

/** Needs both accounts to be known. */
function isAnothersResource({ resourceAccount, account }: NotableEvent): boolean {
  return resourceAccount !== undefined && account !== undefined && resourceAccount !== account;
}

function isEvent(service: string, names: readonly string[]): Reason['applies'] {
  return (event) => event.service.toUpperCase() === service && names.includes(event.name);
}
