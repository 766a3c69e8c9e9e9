import { isMeaningful } from '../record/masked';
import { findField, findString, type Trace } from '../record/trace';
import { findUser, type UserIdentity, userIdentityOf } from '../record/user-identity';
import type { Localizer } from '../text/localization';
import { spanFrom } from '../text/span';
import { noMatches, type Report, type TraceRule } from './rule';
import { displayValue } from './wording';

/** What an auditor wants to see, with the reasons in one line. Nothing is wrong with such a record: off until asked for. */
export const notableEvent: TraceRule = {
  id: 'notable-event',
  level: 'off',
  check(trace) {
    const event = eventOf(trace);
    const held = reasons.filter((reason) => reason.holds(event));
    if (held.length === 0) return noMatches;
    const value = `${event.name} ${held.map((reason) => reasons.indexOf(reason)).join()}`;
    return [{ value, report: (localizer) => report(trace, { event, held }, localizer) }];
  },
};

function report(trace: Trace, { event, held }: Notable, localizer: Localizer): Report {
  const span = findField(trace, 'trace_name')?.valueSpan ?? spanFrom(0, 1);
  const why = held.map((reason) => reason.say(localizer, event)).join(localizer.t(', '));
  const message = isMeaningful(event.name)
    ? localizer.t('notable event "{0}": {1}', displayValue(event.name), why)
    : localizer.t('notable event: {0}', why);
  return { message, span };
}

interface Notable {
  readonly event: NotableEvent;
  readonly held: readonly Reason[];
}

/** What the reasons go by. */
interface NotableEvent {
  readonly service: string;
  readonly name: string;
  readonly rating: string | undefined;
  readonly user: UserIdentity | undefined;
  /** The account whose resource was acted on, where it is stated. */
  readonly resourceAccount: string | undefined;
  /** The account that acted, where it is stated. */
  readonly account: string | undefined;
}

interface Reason {
  holds(event: NotableEvent): boolean;
  say(localizer: Localizer, event: NotableEvent): string;
}

const reasons: readonly Reason[] = [
  {
    holds: ({ rating }) => rating === 'warning' || rating === 'incident',
    say: ({ t }, { rating = '' }) => t('failed (rated {0})', rating),
  },
  { holds: ({ user }) => user?.kind === 'root', say: ({ t }) => t('by the root user') },
  { holds: ({ user }) => user?.secondFactor === false, say: ({ t }) => t('without a second factor') },
  { holds: ({ user }) => user?.isActingForAnother === true, say: ({ t }) => t("in another's name") },
  { holds: isAnothersResource, say: ({ t }) => t('on a resource of another account') },
  {
    holds: isEvent('CTS', [
      'deleteTracker',
      'updateTracker',
      'deleteNotification',
      'updateNotification',
      'updateNotificationStatus',
    ]),
    say: ({ t }) => t('changes the audit trail'),
  },
  { holds: isEvent('IMS', ['exportImage']), say: ({ t }) => t('exports an image') },
  { holds: isEvent('IMS', ['copyImage']), say: ({ t }) => t('copies an image') },
  { holds: isEvent('IMS', ['addMember']), say: ({ t }) => t('shares an image') },
  { holds: isEvent('IMS', ['deleteImage']), say: ({ t }) => t('deletes an image') },
];

function eventOf(trace: Trace): NotableEvent {
  const user = findUser(trace.value('user'));
  const facts = user && userIdentityOf(user);
  return {
    service: findString(trace, 'service_type') ?? '',
    name: findString(trace, 'trace_name') ?? '',
    rating: findTelling(findString(trace, 'trace_rating')) ?? findString(trace, 'trace_status'),
    user: facts,
    resourceAccount: findTelling(findString(trace, 'resource_account_id')),
    account: findTelling(findString(trace, 'domain_id')) ?? findTelling(facts?.accountId),
  };
}

function findTelling(value: string | undefined): string | undefined {
  return value !== undefined && isMeaningful(value) ? value : undefined;
}

/** Where either account is not stated nothing can be said. */
function isAnothersResource({ resourceAccount, account }: NotableEvent): boolean {
  return resourceAccount !== undefined && account !== undefined && resourceAccount !== account;
}

function isEvent(service: string, names: readonly string[]): Reason['holds'] {
  return (event) => event.service.toUpperCase() === service && names.includes(event.name);
}
