import { explainEventName } from '../event/event-name';
import type { ExplainValue } from '../parts/explanation';
import { explainCode } from './code-value';
import { explainRequestId, explainTraceId } from './id-values';
import { explainListedValue, explainRating, explainResourceType, explainService } from './listed-value';
import { explainTime } from './time-value';
import { explainUser } from './user-value';

/** By field name; values of other fields have no explanation. */
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
]);
