import type { Catalog } from '../catalog/catalog';
import { findLabel } from '../catalog/labels';
import type { CatalogEvent } from '../catalog/rows/row-types';
import { hasFailed, type Outcome, outcomeOf } from '../record/outcome';
import type { Trace } from '../record/trace';
import { findTime, textOf } from '../record/trace-facts';
import { notableIdsOf } from '../rules/notable-event';
import type { Language } from '../text/localization';
import { accessOf } from './access';
import { columnReader } from './column-reader';
import { findFailureReason } from './failure-reason';
import { Memo } from './memo';
import type { Place, Row, RowOutcome, UserType } from './row';
import { type UserColumns, UserReader } from './user-columns';

export interface RowSettings {
  readonly catalog: Catalog;
  /** Of {@link Row.operation}. */
  readonly language: Language;
}

/** Decodes traces; JSON in strings, such as `user` in bucket files, as well. Findings are left open. */
export class RowReader {
  private readonly users = new UserReader();
  private readonly columns = {
    service: columnReader('service_type'),
    resourceType: columnReader('resource_type'),
    event: columnReader('trace_name'),
    resourceId: columnReader('resource_id'),
    resourceName: columnReader('resource_name'),
    domain: columnReader('domain_id'),
    sourceIp: columnReader('source_ip'),
    agent: columnReader('user_agent'),
    code: columnReader('code'),
    traceId: columnReader('trace_id'),
    requestId: columnReader('request_id'),
    reason: columnReader('message'),
  };
  private readonly events = new Memo((names) => this.findEvent(JSON.parse(names)));

  constructor(private readonly settings: RowSettings) {}

  rowOf(trace: Trace, place: Place): Row {
    const { columns } = this;
    const who = this.users.read(trace.value('user'));
    const service = columns.service(trace.value('service_type'));
    const event = columns.event(trace.value('trace_name'));
    const resourceType = columns.resourceType(trace.value('resource_type'));
    const known = this.eventOf(service, resourceType, event);
    const domain = columns.domain(trace.value('domain_id'));
    const outcome = outcomeOf(trace);
    const time = findTime(trace, 'time');
    const recordTime = findTime(trace, 'record_time');
    return {
      time: time?.epochMilliseconds,
      isTimeExact: time?.isExact,
      service,
      event,
      operation: known && findLabel(known, this.settings.language),
      access: accessOf(trace, event ?? '', known),
      outcome: rowOutcomeOf(outcome),
      reason: hasFailed(outcome) ? columns.reason(findFailureReason(trace)) : undefined,
      user: who.user,
      userId: who.userId,
      account: who.account ?? domain,
      accountId: who.accountId ?? domain,
      userType: who.userType ?? serviceType(trace, who),
      assumedBy: who.assumedBy,
      mfa: who.mfa,
      accessKey: who.accessKey,
      sourceIp: columns.sourceIp(trace.value('source_ip')),
      agent: columns.agent(trace.value('user_agent')),
      resourceType,
      resourceId: columns.resourceId(trace.value('resource_id')),
      resourceName: columns.resourceName(trace.value('resource_name')),
      rating: outcome.rating,
      code: columns.code(trace.value('code')),
      notable: notableIdsOf({
        service: service ?? '',
        name: event ?? '',
        outcome,
        user: who.identity,
        resourceAccount: textOf(trace.value('resource_account_id')),
        account: domain ?? who.identity?.accountId,
      }),
      findings: undefined,
      traceId: columns.traceId(trace.value('trace_id')),
      requestId: columns.requestId(trace.value('request_id')),
      recordTime: recordTime?.epochMilliseconds,
      isRecordTimeExact: recordTime?.isExact,
      path: place.path,
      line: place.line,
      column: place.column,
      offset: place.offset,
    };
  }

  private eventOf(
    service: string | undefined,
    resourceType: string | undefined,
    event: string | undefined,
  ): CatalogEvent | undefined {
    if (service === undefined || event === undefined) return undefined;
    return this.events.get(JSON.stringify([service, resourceType ?? '', event]));
  }

  /** The row of the catalog for the resource type, otherwise the only one of the name. */
  private findEvent([service, resourceType, event]: readonly [string, string, string]):
    | CatalogEvent
    | undefined {
    const rows = this.settings.catalog.findEvents(service, event);
    return rows.find((row) => row.resourceType === resourceType) ?? (rows.length === 1 ? rows[0] : undefined);
  }
}

/** A service acts for itself where a trace that it triggered names no user. */
function serviceType(trace: Trace, { identity }: UserColumns): UserType | undefined {
  return identity?.name === undefined && trace.value('trace_type') === 'SystemAction' ? 'service' : undefined;
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
