import { type EventPhrase, findEventPhrase, genericPhrase } from '../catalog/rows/event-phrases';
import { isMeaningful } from '../record/already-masked';
import { hasFailed, type Outcome } from '../record/outcome';
import type { TraceFacts } from '../record/trace-facts';
import type { UserIdentity } from '../record/user-identity';
import { type Bilingual, inLanguage, type Localizer } from '../text/localization';
import { utc, zonedTimeOf } from '../text/zoned-time';
import { displayValue, quotedList } from './wording';

export interface SentenceFacts extends TraceFacts {
  /** Whether the resource is known to belong to another account than the user. */
  readonly isAnothersResource: boolean;
  /** Whether the operation was accepted and goes on: what was requested may not have been done. */
  readonly isAccepted: boolean;
  /** The ids of whom an image is shared with, or no longer. */
  readonly members: readonly string[];
}

/**
 * Who did what to which resource, how it ended and when, in one line: what is unknown is left out. Credentials in names
 * are masked, see {@link displayValue}.
 */
export function eventSentence(facts: SentenceFacts, localizer: Localizer): string {
  const { t } = localizer;
  const parts = qualifiersOf(facts, localizer);
  const sentence = parts.reduce((text, part) => t('{0}, {1}', text, part), clauseOf(facts, localizer));
  const moment = facts.time?.isExact === true ? zonedTimeOf(facts.time.epochMilliseconds, utc) : undefined;
  return moment === undefined ? sentence : t('{0}, {1} {2} UTC', sentence, moment.date, moment.clock);
}

/** The event, who, and what: without a user, only the event and its resource. */
function clauseOf(facts: SentenceFacts, localizer: Localizer): string {
  const { t } = localizer;
  const event = eventName(facts, localizer);
  const failed = hasFailed(facts.outcome);
  const head = failed ? failureOf(event, facts.outcome, localizer) : event;
  const who = findWho(facts.user, localizer);
  const resource = findResource(facts, localizer);
  if (who === undefined) return resource === undefined ? head : t('{0}: {1}', head, resource);
  if (failed) return t('{0}: {1} tried {2}', head, who, triedOf(facts, resource, localizer));
  if (facts.isAccepted)
    return t('{0} by {1}: requested {2}', event, who, triedOf(facts, resource, localizer));
  const done = findDone(facts, resource, localizer);
  return done === undefined ? t('{0} by {1}', event, who) : t('{0} by {1}: {2}', event, who, done);
}

function eventName({ event }: SentenceFacts, localizer: Localizer): string {
  return event === undefined ? localizer.t('Event without a name') : nameText(event, localizer);
}

/** With what is worse than a failure, and the HTTP status if that says why. */
function failureOf(event: string, { rating, status }: Outcome, { t }: Localizer): string {
  const isIncident = rating === 'incident';
  const why = status !== undefined && status >= 400 ? status : undefined;
  if (isIncident && why !== undefined) return t('{0} failed (incident, {1})', event, why);
  if (isIncident) return t('{0} failed (incident)', event);
  return why === undefined ? t('{0} failed', event) : t('{0} failed ({1})', event, why);
}

function findWho(user: UserIdentity | undefined, localizer: Localizer): string | undefined {
  const { t } = localizer;
  const name = findName(user?.name);
  if (user === undefined) return undefined;
  if (user.kind === 'root')
    return name === undefined ? t('the root user') : t('root user {0}', nameText(name, localizer));
  if (user.kind !== 'agency')
    return name && nameText(user.isElevated ? name.replace(/\/op_service$/, '') : name, localizer);
  const assumer = findName(user.assumedBy);
  if (assumer !== undefined) return nameText(assumer, localizer);
  return name === undefined ? t('an agency') : t('agency {0}', nameText(name, localizer));
}

function qualifiersOf(facts: SentenceFacts, localizer: Localizer): readonly string[] {
  const { user } = facts;
  if (user === undefined) return [];
  const { t } = localizer;
  return [
    user.isThroughAgency ? findAgency(user, localizer) : undefined,
    user.isElevated ? t('with elevated permissions (op_service)') : undefined,
    user.secondFactor === false ? t('without MFA') : undefined,
  ].filter((text) => text !== undefined);
}

/** `undefined` if the agency is who acted. */
function findAgency(user: UserIdentity, localizer: Localizer): string | undefined {
  const { t } = localizer;
  const assumer = findName(user.assumedBy);
  if (user.kind === 'agency') {
    const name = findName(user.name);
    if (assumer === undefined) return undefined;
    return name === undefined ? t('through an agency') : t('through agency {0}', nameText(name, localizer));
  }
  return assumer === undefined
    ? t('through an agency')
    : t('through an agency assumed by {0}', nameText(assumer, localizer));
}

function triedOf(facts: SentenceFacts, resource: string | undefined, localizer: Localizer): string {
  const object = resource ?? anyResource(findPhrase(facts), localizer);
  if (object === undefined) return localizer.t('this');
  return fill(templatesOf(facts).tried, object, membersText(facts, localizer), localizer);
}

/** `undefined` if it says no more than the name of the event. */
function findDone(
  facts: SentenceFacts,
  resource: string | undefined,
  localizer: Localizer,
): string | undefined {
  const { done } = templatesOf(facts);
  const object = resource ?? anyResource(findPhrase(facts), localizer);
  const saysNothing = resource === undefined && inLanguage(done, localizer.language) === '{0}';
  return object === undefined || saysNothing
    ? undefined
    : fill(done, object, membersText(facts, localizer), localizer);
}

function findPhrase({ service, event }: SentenceFacts): EventPhrase | undefined {
  return service === undefined || event === undefined ? undefined : findEventPhrase(service, event);
}

function templatesOf(facts: SentenceFacts): Pick<EventPhrase, 'done' | 'tried'> {
  const phrase = findPhrase(facts);
  const withMembers = facts.members.length > 0 ? phrase?.withMembers : undefined;
  return withMembers ?? phrase ?? genericPhrase;
}

/** More members are counted. */
const maxMembers = 3;

function membersText({ members }: SentenceFacts, localizer: Localizer): string {
  const { t } = localizer;
  const named = quotedList(members.slice(0, maxMembers), localizer);
  return members.length > maxMembers ? t('{0} and more ({1} in all)', named, members.length) : named;
}

function anyResource(phrase: EventPhrase | undefined, { language }: Localizer): string | undefined {
  return phrase && inLanguage(phrase.anyResource, language);
}

/** The kind and the name of the resource, or else its id; `undefined` if neither is known. */
function findResource(facts: SentenceFacts, localizer: Localizer): string | undefined {
  const { t, language } = localizer;
  const { resourceName, resourceId, resourceType } = facts;
  const shown = resourceName ?? resourceId;
  const phrase = findPhrase(facts);
  if (shown === undefined) {
    const any = anyResource(phrase, localizer) ?? t('a resource');
    return facts.isAnothersResource ? t('{0} of another account', any) : undefined;
  }
  const name = t('"{0}"', displayValue(shown));
  const kind = phrase ? inLanguage(phrase.noun, language) : resourceType && nameText(resourceType, localizer);
  const resource = kind === undefined ? name : t('{0} {1}', kind, name);
  return facts.isAnothersResource ? t('{0} of another account', resource) : resource;
}

function findName(name: string | undefined): string | undefined {
  return name !== undefined && isMeaningful(name) ? name.trim() : undefined;
}

/** In quotation marks unless it is plainly one word, so that a name cannot pass for a part of the sentence. */
function nameText(name: string, { t }: Localizer): string {
  const shown = displayValue(name);
  return /^[\p{L}\p{N}_][\p{L}\p{N}_.@/+-]*$/u.test(shown) ? shown : t('"{0}"', shown);
}

/** In Chinese a space sets Latin letters off. */
function fill(template: Bilingual, value: string, members: string, { language }: Localizer): string {
  const spaced = language === 'zh-cn' && /^\w/.test(value) ? ` ${value}` : value;
  return inLanguage(template, language).replace(/\{[01]\}/g, (mark) => (mark === '{0}' ? spaced : members));
}
