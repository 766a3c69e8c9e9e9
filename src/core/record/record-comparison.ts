import { isObject, type JsonObject, type JsonValue, ownValue, tryParse } from '../text/json';
import { isPlaceholder } from './already-masked';
import { maxStringDepth } from './embedded-json';
import { isSameScalar } from './same-scalar';
import type { Trace } from './trace';

/**
 * The fields in which a record differs from another, each with the keys that lead to the difference; none if they say the
 * same. A field that only one of them has is no difference: an edition of the API leaves fields out. Neither is another
 * form of one value: CTS returns `user` or `request` as an object or as a string that holds it, numbers and booleans as
 * strings, and empty values as `null`, an empty string, object or array.
 */
export function findDifferences(one: Trace, other: Trace): readonly string[] {
  return collectDifferences(one, other, Number.POSITIVE_INFINITY);
}

/** Whether two records say the same; see {@link findDifferences}. */
export function isSameRecord(one: Trace, other: Trace): boolean {
  return collectDifferences(one, other, 1).length === 0;
}

/** @param maxCount stops the comparison once there are as many */
function collectDifferences(one: Trace, other: Trace, maxCount: number): readonly string[] {
  const values = new Map<string, JsonValue>();
  other.forEach((name, value) => {
    values.set(name, value);
  });
  const found: Found = { paths: new Set(), maxCount };
  one.forEach((name, value) => {
    const counterpart = values.get(name) ?? values.get(otherNames.get(name) ?? name);
    // Whoever writes out all fields of a type writes `null` for those that are absent
    if (value === null || counterpart === undefined || counterpart === null) return;
    compare(value, counterpart, { ...topLevel, isPartial: name === 'user', found }, name);
  });
  return [...found.paths];
}

interface Found {
  readonly paths: Set<string>;
  readonly maxCount: number;
}

/** `trace_status` is the older name of `trace_rating`. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['trace_rating', 'trace_status'],
  ['trace_status', 'trace_rating'],
]);

interface Depth {
  /** How many strings were decoded, on both sides together. */
  readonly strings: number;
  readonly levels: number;
  /** Whether keys are compared only where both sides have them: editions differ in what they say of a user. */
  readonly isPartial: boolean;
  readonly found: Found;
}

const topLevel = { strings: 0, levels: 0 };
/** Anything deeper counts as equal: in doubt nobody is accused of an edit. */
const maxLevels = 200;

function compare(one: JsonValue | undefined, other: JsonValue | undefined, depth: Depth, path: string): void {
  const { paths, maxCount } = depth.found;
  if (one === other || depth.levels > maxLevels || paths.size >= maxCount) return;
  const [left, right] = [decode(one, depth), decode(other, depth)];
  if (isEmpty(left) && isEmpty(right)) return;
  const strings = depth.strings + (left === one && right === other ? 0 : 1);
  const inner = { ...depth, strings, levels: depth.levels + 1 };
  if (isList(left) && isList(right)) compareLists(left, right, inner, path);
  else if (isObject(left) && isObject(right)) compareObjects(left, right, inner, path);
  // A copy that was masked for sharing is not another record
  else if (!isUnknown(left) && !isUnknown(right) && !isSameScalar(left, right)) paths.add(path);
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isEmpty(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** The content of a string that holds an object or array; otherwise the value itself. */
function decode(value: JsonValue | undefined, { strings }: Depth): JsonValue | undefined {
  if (typeof value !== 'string' || strings >= 2 * maxStringDepth || !jsonStart.test(value)) return value;
  return (tryParse(value) as JsonValue | undefined) ?? value;
}

const jsonStart = /^\s*[[{]/;

/** Whether the original value was masked. */
function isUnknown(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && isPlaceholder(value);
}

function compareLists(
  one: readonly JsonValue[],
  other: readonly JsonValue[],
  depth: Depth,
  path: string,
): void {
  if (one.length !== other.length) depth.found.paths.add(path);
  else for (const [index, value] of one.entries()) compare(value, other[index], depth, path);
}

function compareObjects(one: JsonObject, other: JsonObject, depth: Depth, path: string): void {
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [left, right] = [ownValue(one, key), ownValue(other, key)];
    if (depth.isPartial && (left === undefined || right === undefined)) continue;
    compare(left, right, depth, `${path}.${key}`);
  }
}
