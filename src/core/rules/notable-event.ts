import { isMeaningful } from '../record/already-masked';
import { hasFailed, type Outcome, outcomeOf } from '../record/outcome';
import { findField, findString, type Trace } from '../record/trace';
import { factsOf } from '../record/trace-facts';
import { findUser, type UserIdentity, userIdentityOf } from '../record/user-identity';
import type { Localizer } from '../text/localization';
import { spanFrom } from '../text/span';
import { eventSentence } from './event-sentence';
import { noMatches, type Report, type TraceRule } from './rule';

/**
 * An event of interest to auditors, as a sentence. Nothing is wrong with the record, so it is off by default.
 */
export const notableEvent: TraceRule = {
  id: 'notable-event',
  level: 'off',
  check(trace) {
    const event = eventOf(trace);
    const matching = reasons.filter((reason) => reason(event));
    if (matching.length === 0) return noMatches;
    const value = `${event.name} ${matching.map((reason) => reasons.indexOf(reason)).join()}`;
    return [{ value, report: (localizer) => report(trace, isAnothersResource(event), localizer) }];
  },
};

function report(trace: Trace, isAnothers: boolean, localizer: Localizer): Report {
  const span = findField(trace, 'trace_name')?.valueSpan ?? spanFrom(0, 1);
  const facts = { ...factsOf(trace), isAnothersResource: isAnothers };
  return { message: eventSentence(facts, localizer), span };
}

interface NotableEvent {
  readonly service: string;
  readonly name: string;
  readonly outcome: Outcome;
  readonly user: UserIdentity | undefined;
  /** The account that owns the resource; `undefined` if unknown. */
  readonly resourceAccount: string | undefined;
  /** The account of the user; `undefined` if unknown. */
  readonly account: string | undefined;
}

type Reason = (event: NotableEvent) => boolean;

const reasons: readonly Reason[] = [
  ({ outcome }) => hasFailed(outcome),
  ({ user }) => user?.kind === 'root',
  ({ user }) => user?.secondFactor === false,
  ({ user }) => user?.isThroughAgency === true,
  ({ user }) => user?.isElevated === true,
  isAnothersResource,
  isEvent('CTS', ['createTracker', 'deleteTracker', 'updateTracker']),
  isEvent('CTS', [
    'createNotification',
    'deleteNotification',
    'updateNotification',
    'updateNotificationStatus',
    'updateConfiguration',
  ]),
  isEvent('IMS', ['exportImage']),
  isEvent('IMS', ['copyImage']),
  isEvent('IMS', ['addMember']),
  isEvent('IMS', ['deleteImage']),
];

function eventOf(trace: Trace): NotableEvent {
  const user = findUser(trace.value('user'));
  const identity = user && userIdentityOf(user);
  return {
    service: findString(trace, 'service_type') ?? '',
    name: findString(trace, 'trace_name') ?? '',
    outcome: outcomeOf(trace),
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

function isEvent(service: string, names: readonly string[]): Reason {
  return (event) => event.service.toUpperCase() === service && names.includes(event.name);
}
