import { isMeaningful } from '../record/already-masked';
import { isAcceptedCall } from '../record/async-request';
import { imageMembersOf } from '../record/image-members';
import { hasFailed, type Outcome, outcomeOf } from '../record/outcome';
import { findField, findString, type Trace } from '../record/trace';
import { factsOf } from '../record/trace-facts';
import { findUser, type UserIdentity, userIdentityOf } from '../record/user-identity';
import type { Localizer } from '../text/localization';
import { spanFrom } from '../text/span';
import { eventSentence } from './event-sentence';
import { noMatches, type Reason, type Report, type TraceRule } from './rule';

/**
 * An event of interest to auditors, as a sentence. Nothing is wrong with the record, so it is off by default.
 */
export const notableEvent: TraceRule = {
  id: 'notable-event',
  level: 'off',
  check(trace) {
    const event = eventOf(trace);
    const matching = notableReasons.filter((reason) => reason.applies(event));
    if (matching.length === 0) return noMatches;
    return [
      {
        value: `${event.name} ${matching.map(({ order }) => order).join()}`,
        reasons: matching.filter(hasWords),
        ...(isMeaningful(event.name) ? { subject: event.name } : {}),
        report: (localizer) => report(trace, isAnothersResource(event), localizer),
      },
    ];
  },
};

function report(trace: Trace, isAnothers: boolean, localizer: Localizer): Report {
  const span = findField(trace, 'trace_name')?.valueSpan ?? spanFrom(0, 1);
  const facts = {
    ...factsOf(trace),
    isAnothersResource: isAnothers,
    isAccepted: isAcceptedCall(trace),
    members: imageMembersOf(trace),
  };
  return { message: eventSentence(facts, localizer), span };
}

/** What decides whether an event is notable; names are empty if unknown. */
export interface NotableEvent {
  readonly service: string;
  readonly name: string;
  readonly outcome: Outcome;
  readonly user: UserIdentity | undefined;
  /** The account that owns the resource; `undefined` if unknown. */
  readonly resourceAccount: string | undefined;
  /** The account of the user; `undefined` if unknown. */
  readonly account: string | undefined;
}

/** Public and permanent: filters, summaries and exports name reasons by it. */
export const notableIds = [
  ...(['failed', 'root-user', 'no-mfa', 'audit-configuration', 'agency', 'elevated'] as const),
  ...(['other-account', 'sensitive-image-event'] as const),
] as const;

export type NotableId = (typeof notableIds)[number];

/** Why an event is notable, the gravest reason first. */
export function notableIdsOf(event: NotableEvent): readonly NotableId[] {
  let ids: NotableId[] | undefined;
  for (const { id, applies } of notableReasons) {
    if (!applies(event)) continue;
    ids ??= [];
    ids.push(id);
  }
  return ids ?? noIds;
}

const noIds: readonly NotableId[] = [];

/** A reason in a few words, for tables. */
export function notableText(id: NotableId, localizer: Localizer): string {
  const reason = notableReasons.find((each) => each.id === id);
  return reason?.words?.(localizer) ?? localizer.t('image copied, exported, shared or deleted');
}

/** Why an event is notable; without words if the name of the event says it. */
interface NotableReason extends Pick<Reason, 'order' | 'rank'> {
  readonly id: NotableId;
  applies(event: NotableEvent): boolean;
  readonly words?: Reason['words'];
}

/** The gravest first. */
const notableReasons: readonly NotableReason[] = (
  [
    { id: 'failed', rank: 0, applies: ({ outcome }) => hasFailed(outcome), words: ({ t }) => t('failed') },
    {
      id: 'root-user',
      rank: 2,
      applies: ({ user }) => user?.kind === 'root',
      words: ({ t }) => t('root user'),
    },
    {
      id: 'no-mfa',
      rank: 3,
      applies: ({ user }) => user?.secondFactor === false,
      words: ({ t }) => t('without MFA'),
    },
    {
      id: 'audit-configuration',
      rank: 4,
      applies: isEvent('CTS', [
        ...['createTracker', 'deleteTracker', 'updateTracker'],
        ...['createNotification', 'deleteNotification', 'updateNotification', 'updateNotificationStatus'],
        'updateConfiguration',
      ]),
      words: ({ t }) => t('audit configuration'),
    },
    { id: 'agency', applies: ({ user }) => user?.isThroughAgency === true, words: ({ t }) => t('agency') },
    {
      id: 'elevated',
      applies: ({ user }) => user?.isElevated === true,
      words: ({ t }) => t('with elevated permissions (op_service)'),
    },
    { id: 'other-account', applies: isAnothersResource, words: ({ t }) => t('of another account') },
    {
      id: 'sensitive-image-event',
      applies: isEvent('IMS', ['exportImage', 'copyImage', 'addMember', 'deleteImage']),
    },
  ] satisfies readonly (Pick<NotableReason, 'id' | 'applies' | 'words'> & Partial<Pick<Reason, 'rank'>>)[]
).map((reason, order) => ({ rank: undefined, ...reason, order }));

function hasWords(reason: NotableReason): reason is NotableReason & Reason {
  return reason.words !== undefined;
}

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

function isEvent(service: string, names: readonly string[]): NotableReason['applies'] {
  return (event) => event.service.toUpperCase() === service && names.includes(event.name);
}
