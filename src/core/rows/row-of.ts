import type { Catalog } from '../catalog/catalog';
import { findLabel } from '../catalog/labels';
import type { CatalogEvent } from '../catalog/rows/row-types';
import { isMeaningful } from '../record/already-masked';
import { hasFailed, type Outcome } from '../record/outcome';
import { findString, type Trace } from '../record/trace';
import { factsOf, findTime, type TraceFacts, textOf } from '../record/trace-facts';
import { findUser, type UserIdentity } from '../record/user-identity';
import { type NotableId, notableIdsOf } from '../rules/notable-event';
import { maskText } from '../secrets/mask-text';
import { type JsonObject, ownValue } from '../text/json';
import type { Language } from '../text/localization';
import { accessOf } from './access';
import { findFailureReason } from './failure-reason';
import { limitLength } from './limit-length';
import type { Place, Row, RowOutcome, UserType } from './row';

export interface RowSettings {
  readonly catalog: Catalog;
  /** Of {@link Row.operation}. */
  readonly language: Language;
  /** The ids of the rules with findings in a trace; absent if traces are not checked. */
  readonly findingsOf?: (trace: Trace) => readonly string[];
}

/** Decodes a trace; JSON in strings, such as `user` in bucket files, as well. */
export function rowOf(trace: Trace, place: Place, settings: RowSettings): Row {
  const user = findUser(trace.value('user'));
  const facts = factsOf(trace, user);
  const event = findEvent(facts, settings.catalog);
  const recordTime = findTime(trace, 'record_time');
  const time = findTime(trace, 'time');
  return {
    path: place.path,
    line: place.line,
    column: place.column,
    offset: place.offset,
    time: time?.epochMilliseconds,
    isTimeExact: time?.isExact,
    recordTime: recordTime?.epochMilliseconds,
    isRecordTimeExact: recordTime?.isExact,
    service: shown(facts.service, 'service_type'),
    resourceType: shown(facts.resourceType, 'resource_type'),
    event: shown(facts.event, 'trace_name'),
    operation: event && findLabel(event, settings.language),
    resourceId: shown(facts.resourceId, 'resource_id'),
    resourceName: shown(facts.resourceName, 'resource_name'),
    user: shown(facts.user?.name, 'user'),
    userId: user && shown(textOf(ownValue(user, 'id')), 'user'),
    account: shown(facts.user?.account, 'user') ?? shownField(trace, 'domain_id'),
    accountId: shown(facts.user?.accountId, 'user') ?? shownField(trace, 'domain_id'),
    userType: findUserType(trace, facts.user),
    assumedBy: shown(facts.user?.assumedBy, 'user'),
    mfa: facts.user?.secondFactor,
    accessKey: user && findAccessKey(user),
    sourceIp: shown(facts.sourceIp, 'source_ip'),
    agent: shownField(trace, 'user_agent'),
    rating: facts.outcome.rating,
    code: shownField(trace, 'code'),
    outcome: rowOutcomeOf(facts.outcome),
    reason: hasFailed(facts.outcome) ? shown(findFailureReason(trace), 'message') : undefined,
    access: accessOf(trace, facts.event ?? '', event),
    traceId: shownField(trace, 'trace_id'),
    requestId: shownField(trace, 'request_id'),
    notable: notableOf(trace, facts),
    findings: settings.findingsOf?.(trace),
  };
}

/** The row of the catalog for the resource type, otherwise the only one of the name. */
function findEvent({ service, resourceType, event }: TraceFacts, catalog: Catalog): CatalogEvent | undefined {
  if (service === undefined || event === undefined) return undefined;
  const rows = catalog.findEvents(service, event);
  return rows.find((row) => row.resourceType === resourceType) ?? (rows.length === 1 ? rows[0] : undefined);
}

function shownField(trace: Trace, name: string): string | undefined {
  return shown(textOf(trace.value(name)), name);
}

/** @param field by whose name some credentials are recognised */
function shown(value: string | undefined, field: string): string | undefined {
  if (value === undefined || !isMeaningful(value)) return undefined;
  return limitLength(maskText(value, field));
}

/**
 * The documented field for it. Everything that is not the id of an access key is masked: a secret may have been
 * written in its place.
 */
function findAccessKey(user: JsonObject): string | undefined {
  const key = textOf(ownValue(user, 'access_key_id'));
  if (key === undefined) return undefined;
  return accessKeyForm.test(key) ? key : hiddenKey;
}

/** CTS documents 15 to 40 characters. The secrets of access keys have small letters, too. */
const accessKeyForm = /^[0-9A-Z]{15,40}$/;
const hiddenKey = '***';

/** A service acts for itself where a trace that it triggered names no user. */
function findUserType(trace: Trace, user: UserIdentity | undefined): UserType | undefined {
  if (user?.kind !== undefined) return user.kind;
  const isUnnamed = user?.name === undefined;
  return isUnnamed && findString(trace, 'trace_type') === 'SystemAction' ? 'service' : undefined;
}

function rowOutcomeOf({ rating }: Outcome): RowOutcome | undefined {
  switch (rating) {
    case 'normal':
      return 'succeeded';
    case 'warning':
      return 'failed';
    case 'incident':
      return 'incident';
    case undefined:
      return undefined;
  }
}

function notableOf(trace: Trace, { service, event, outcome, user }: TraceFacts): readonly NotableId[] {
  return notableIdsOf({
    service: service ?? '',
    name: event ?? '',
    outcome,
    user,
    resourceAccount: textOf(trace.value('resource_account_id')),
    account: textOf(trace.value('domain_id')) ?? user?.accountId,
  });
}
