import { quote } from '../text/character-codes';
import type { JsonObject } from '../text/json';
import { parseFast } from './fast-parser';
import { isWrapper, kindOfObject } from './record-kind';
import { skipGap } from './resume-points';

/** A valid trace, digest or wrapper. */
export interface ValidRecord {
  readonly start: number;
  /** The first offset after it. */
  readonly end: number;
  readonly kind: 'trace' | 'digest' | 'wrapper';
  readonly keys: readonly string[];
}

/** What a search found, and the first offset that did not influence it. */
export interface RecordSearch {
  readonly record: ValidRecord | undefined;
  readonly reach: number;
}

/** What limits a search. */
export interface SearchLimits {
  /** How long a record may be, in UTF-16 units. */
  readonly maxLength: number;
  /** After how many objects that are not valid the search ends. */
  readonly maxFailures: number;
}

/** Whether the fields that make a trace have values like those of one; in a JSON schema they are objects. */
function hasScalars({ trace_name, trace_type, service_type, resource_type }: JsonObject): boolean {
  return [trace_name, trace_type, service_type, resource_type].every((value) => typeof value !== 'object');
}

/** Near the damage: among the next records. */
export const nearSearch: SearchLimits = { maxLength: 64 * 1024, maxFailures: 64 };
/** In a damaged object that is long: cheaper for each candidate, since there may be very many. */
export const farSearch: SearchLimits = { maxLength: 16 * 1024, maxFailures: 2_000 };

/**
 * The first valid record that opens from `from` up to, but not including, `to`, whatever is around it: an object with the
 * keys of a trace is hardly ever the value of a member.
 */
export function findValidRecord(
  text: string,
  from: number,
  to: number,
  { maxLength, maxFailures }: SearchLimits,
): RecordSearch {
  // Searched in a slice: without a brace in it, the rest of the file would be searched
  const range = text.slice(from, to);
  let reach = to;
  let failures = 0;
  let brace = range.indexOf('{');
  while (brace >= 0 && failures < maxFailures) {
    const at = from + brace;
    const opens = text.charCodeAt(skipGap(text, at + 1)) === quote;
    const parsed = opens ? parseFast(text, at, at + maxLength) : undefined;
    if (parsed !== undefined) {
      const { object, end } = parsed;
      const kind = kindOfObject(object);
      const keys = Object.keys(object);
      if ((kind === 'trace' && hasScalars(object)) || kind === 'digest')
        return { record: { start: at, end, kind, keys }, reach: Math.max(reach, end) };
      if (isWrapper(object))
        return { record: { start: at, end, kind: 'wrapper', keys }, reach: Math.max(reach, end) };
      reach = Math.max(reach, end);
    } else if (opens) {
      failures++;
      reach = Math.max(reach, at + maxLength);
    }
    brace = range.indexOf('{', parsed === undefined ? brace + 1 : parsed.end - from);
  }
  return { record: undefined, reach };
}
