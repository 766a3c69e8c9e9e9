import { isObject, type JsonObject } from '../text/json';
import { wrapsOneTrace } from './wrapper-members';

/** What an object is, judged by its own keys alone. */
export type RecordKind = 'trace' | 'damaged' | 'digest' | 'other';

/** The keys that identify a trace, each with its group: `trace_status` is the older name of `trace_rating`. */
const groupOfKey: ReadonlyMap<string, 'name' | 'service' | 'time'> = new Map([
  ['trace_name', 'name'],
  ['trace_type', 'name'],
  ['trace_rating', 'name'],
  ['trace_status', 'name'],
  ['service_type', 'service'],
  ['resource_type', 'service'],
  ['time', 'time'],
  ['record_time', 'time'],
  ['trace_id', 'time'],
]);

/**
 * A trace has two of `trace_name`, `trace_type`, `trace_rating` (or `trace_status`), one of `service_type`,
 * `resource_type`, and one of `time`, `record_time`, `trace_id`. Two of these eight make a damaged one, which counts
 * only next to an intact one.
 *
 * @param keys each once, trimmed
 */
export function classifyKeys(keys: readonly string[] | ReadonlySet<string>): RecordKind {
  const counts = { name: 0, service: 0, time: 0 };
  let hasRating = false;
  let digestKeys = 0;
  let hasLogFiles = false;
  for (const key of keys) {
    const group = groupOfKey.get(key);
    const isRating = key === 'trace_rating' || key === 'trace_status';
    if (group && !(isRating && hasRating)) counts[group]++;
    hasRating ||= isRating;
    if (key === 'log_files') hasLogFiles = true;
    else if (key.startsWith('digest_')) digestKeys++;
  }
  if (counts.name >= 2 && counts.service >= 1 && counts.time >= 1) return 'trace';
  if (hasLogFiles && digestKeys >= 3) return 'digest';
  return counts.name + counts.service + counts.time >= 2 ? 'damaged' : 'other';
}

/**
 * Whether an object is a trace if no key has whitespace around its name: a fast {@link classifyKeys} that need not
 * enumerate the keys. If false, the keys have to be classified.
 */
export function hasTraceKeys(object: JsonObject): boolean {
  const { trace_name, trace_type, trace_rating, trace_status, service_type, resource_type } = object;
  const { time, record_time, trace_id } = object;
  const isRated = trace_rating !== undefined || trace_status !== undefined;
  const names = Number(trace_name !== undefined) + Number(trace_type !== undefined) + Number(isRated);
  const isOfService = service_type !== undefined || resource_type !== undefined;
  return (
    names >= 2 && isOfService && (time !== undefined || record_time !== undefined || trace_id !== undefined)
  );
}

/** What a valid object is; whitespace around its keys is ignored. */
export function kindOfObject(object: JsonObject): RecordKind {
  if (hasTraceKeys(object)) return 'trace';
  const keys = Object.keys(object);
  const kind = classifyKeys(keys);
  return kind === 'trace' ? kind : classifyKeys(new Set(keys.map((key) => key.trim())));
}

/** Whether a valid object holds traces in one of its members. */
export function isWrapper(object: JsonObject): boolean {
  return (
    isPage(object) || Object.keys(object).some((key) => wrapsOneTrace(key.trim()) && isObject(object[key]))
  );
}

/** Whether a valid object has an array of `traces`, as a page of the API does. */
export function isPage(object: JsonObject): boolean {
  return Object.keys(object).some((key) => key.trim() === 'traces' && Array.isArray(object[key]));
}
