import { isTelling } from '../record/masked';
import { findField, findText, type Trace } from '../record/trace';
import { findUser, type UserFacts, userFactsOf } from '../record/user-identity';
import type { Voice } from '../text/localization';
import { spanFrom } from '../text/span';
import { none, type Report, type TraceRule } from './rule';
import { shown } from './wording';

/** What an auditor wants to see, with the reasons in one line. Nothing is wrong with such a record: off until asked for. */
export const notableEvent: TraceRule = {
  id: 'notable-event',
  level: 'off',
  check(trace) {
    const event = eventOf(trace);
    const held = reasons.filter((reason) => reason.holds(event));
    if (held.length === 0) return none;
    const value = `${event.name} ${held.map((reason) => reasons.indexOf(reason)).join()}`;
    return [{ value, report: (voice) => report(trace, { event, held }, voice) }];
  },
};

function report(trace: Trace, { event, held }: Notable, voice: Voice): Report {
  const span = findField(trace, 'trace_name')?.valueSpan ?? spanFrom(0, 1);
  const why = held.map((reason) => reason.say(voice, event)).join(voice.t(', '));
  const message = isTelling(event.name)
    ? voice.t('notable event "{0}": {1}', shown(event.name), why)
    : voice.t('notable event: {0}', why);
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
  readonly user: UserFacts | undefined;
  /** The account whose resource was acted on, where it is stated. */
  readonly resourceAccount: string | undefined;
  /** The account that acted, where it is stated. */
  readonly account: string | undefined;
}

interface Reason {
  holds(event: NotableEvent): boolean;
  say(voice: Voice, event: NotableEvent): string;
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
  const facts = user && userFactsOf(user);
  return {
    service: findText(trace, 'service_type') ?? '',
    name: findText(trace, 'trace_name') ?? '',
    rating: findTelling(findText(trace, 'trace_rating')) ?? findText(trace, 'trace_status'),
    user: facts,
    resourceAccount: findTelling(findText(trace, 'resource_account_id')),
    account: findTelling(findText(trace, 'domain_id')) ?? findTelling(facts?.accountId),
  };
}

function findTelling(value: string | undefined): string | undefined {
  return value !== undefined && isTelling(value) ? value : undefined;
}

/** Where either account is not stated nothing can be said. */
function isAnothersResource({ resourceAccount, account }: NotableEvent): boolean {
  return resourceAccount !== undefined && account !== undefined && resourceAccount !== account;
}

function isEvent(service: string, names: readonly string[]): Reason['holds'] {
  return (event) => event.service.toUpperCase() === service && names.includes(event.name);
}
