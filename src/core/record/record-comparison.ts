import { isObject, type JsonObject, type JsonValue, ownValue, tryParse } from '../text/json';
import { isPlaceholder } from './already-masked';
import { maxStringDepth } from './embedded-json';
import type { Trace } from './trace';

/**
 * Whether two records have the same content, however represented: CTS returns `user` or `request` as an object or as a
 * string that holds it, numbers as strings, and empty values as absent, `null` or an empty string.
 */
export function isSameRecord(one: Trace, other: Trace): boolean {
  const values = new Map<string, JsonValue>();
  one.forEach((name, value) => {
    values.set(name, value);
  });
  let isSame = true;
  other.forEach((name, value) => {
    isSame &&= isSameValue(values.get(name), value, topLevel);
    values.delete(name);
  });
  return isSame && [...values.values()].every((value) => isSameValue(value, undefined, topLevel));
}

interface Depth {
  /** How many strings were decoded, on both sides together. */
  readonly strings: number;
  readonly levels: number;
}

const topLevel: Depth = { strings: 0, levels: 0 };
/** Anything deeper counts as equal: in doubt nobody is accused of an edit. */
const maxLevels = 200;

function isSameValue(one: JsonValue | undefined, other: JsonValue | undefined, depth: Depth): boolean {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
  if (one === other || depth.levels > maxLevels) return true;
  if (isContainer(one) && isContainer(other))
    return isSameContainer(one, other, { ...depth, levels: depth.levels + 1 });
  const [left, right] = [decode(one, depth), decode(other, depth)];
  if (left !== one || right !== other)
    return isSameValue(left, right, { ...depth, strings: depth.strings + 1 });
  return isSameScalar(one, other) || isPlaceholderString(one) || isPlaceholderString(other);
}

function isEmpty(value: JsonValue | undefined): value is null | '' | undefined {
  return value === undefined || value === null || value === '';
}

function isContainer(value: JsonValue): value is readonly JsonValue[] | JsonObject {
  return typeof value === 'object';
}

/** The content of a string that holds an object or array; otherwise the value itself. */
function decode(value: JsonValue, { strings }: Depth): JsonValue {
  if (typeof value !== 'string' || strings >= 2 * maxStringDepth || !bracket.test(value)) return value;
  return (tryParse(value) as JsonValue | undefined) ?? value;
}

const bracket = /^\s*[[{]/;

/** Whether the original value is unknown: a copy that was masked for sharing is not another record. */
function isPlaceholderString(value: JsonValue): boolean {
  return typeof value === 'string' && isPlaceholder(value);
}

/** A number equals a string that spells it. */
function isSameScalar(one: JsonValue, other: JsonValue): boolean {
  if (typeof one === 'number' && typeof other === 'string') return isWritten(one, other);
  return typeof one === 'string' && typeof other === 'number' && isWritten(other, one);
}

function isWritten(value: number, text: string): boolean {
  return text.trim() !== '' && Number(text) === value;
}

function isSameContainer(
  one: readonly JsonValue[] | JsonObject,
  other: readonly JsonValue[] | JsonObject,
  depth: Depth,
): boolean {
  if (isArray(one) && isArray(other))
    return (
      one.length === other.length && one.every((value, index) => isSameValue(value, other[index], depth))
    );
  if (!isObject(one) || !isObject(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSameValue(ownValue(one, key), ownValue(other, key), depth));
}

function isArray(value: readonly JsonValue[] | JsonObject): value is readonly JsonValue[] {
  return Array.isArray(value);
}
