import type { Trace } from '../../record/trace';
import type { JsonValue } from '../../text/json';
import type { Document } from '../../text/markdown';
import { explainEventName } from '../event/event-name';
import type { ExplainSettings, ExplainValue } from '../parts/explanation';
import { explainCode } from './code-value';
import { explainRequestId, explainTraceId } from './id-values';
import { explainKnownValue } from './known-value';
import { explainListedValue, explainRating, explainResourceType, explainService } from './listed-value';
import { explainOperationId, explainReadOnly, explainTrackerName } from './plain-values';
import { explainResource } from './resource-value';
import { explainSourceIp } from './source-ip';
import { explainTime } from './time-value';
import { explainUser } from './user-value';

/** Explains a value of a field; every value of a known field has an explanation. */
export function explainValue(
  field: string,
  value: JsonValue,
  trace: Trace,
  settings: ExplainSettings,
): Document | undefined {
  return valueExplainers.get(field)?.(value, trace, settings) ?? explainKnownValue(field, value, settings);
}

/** What can be said of particular values, by field name. */
export const valueExplainers: ReadonlyMap<string, ExplainValue> = new Map([
  ['trace_name', explainEventName],
  ['service_type', explainService],
  ['resource_type', explainResourceType],
  ['trace_rating', explainRating('trace_rating')],
  ['trace_status', explainRating('trace_status')],
  ['trace_type', explainListedValue('trace_type')],
  ['code', explainCode],
  ['time', explainTime('time')],
  ['record_time', explainTime('record_time')],
  ['user', explainUser],
  ['trace_id', explainTraceId],
  ['request_id', explainRequestId],
  ['resource_id', explainResource('resource_id')],
  ['resource_name', explainResource('resource_name')],
  ['source_ip', explainSourceIp],
  ['read_only', explainReadOnly],
  ['tracker_name', explainTrackerName],
  ['operation_id', explainOperationId],
]);
