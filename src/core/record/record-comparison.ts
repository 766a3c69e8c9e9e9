import { isObject, type JsonObject, type JsonValue, ownValue, tryParse } from '../text/json';
import { deepestString } from './embedded-json';
import { isPlaceholder } from './masked';
import type { Trace } from './trace';

/**
 * Whether two records say the same, however they came: CTS hands out `user` or `request` as an object or as a text that
 * holds it, numbers as texts, and what is empty as nothing, `null` or an empty text.
 */
export function isSameRecord(one: Trace, other: Trace): boolean {
  const values = new Map<string, JsonValue>();
  one.forEach((name, value) => {
    values.set(name, value);
  });
  let isSame = true;
  other.forEach((name, value) => {
    isSame &&= isSameValue(values.get(name), value, start);
    values.delete(name);
  });
  return isSame && [...values.values()].every((value) => isSameValue(value, undefined, start));
}

/** How far a comparison has come. */
interface Depth {
  /** How many texts were decoded, of both together. */
  readonly texts: number;
  readonly levels: number;
}

const start: Depth = { texts: 0, levels: 0 };
/** What lies deeper is taken for the same: in doubt nobody is accused of an edit. */
const deepestLevel = 200;

function isSameValue(one: JsonValue | undefined, other: JsonValue | undefined, depth: Depth): boolean {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
  if (one === other || depth.levels > deepestLevel) return true;
  if (isContainer(one) && isContainer(other))
    return isSameContainer(one, other, { ...depth, levels: depth.levels + 1 });
  const [left, right] = [decode(one, depth), decode(other, depth)];
  if (left !== one || right !== other) return isSameValue(left, right, { ...depth, texts: depth.texts + 1 });
  return isSameScalar(one, other) || isPlaceholderString(one) || isPlaceholderString(other);
}

function isEmpty(value: JsonValue | undefined): value is null | '' | undefined {
  return value === undefined || value === null || value === '';
}

function isContainer(value: JsonValue): value is readonly JsonValue[] | JsonObject {
  return typeof value === 'object';
}

/** What a text holds; the value itself where it is none, or holds no object and no array. */
function decode(value: JsonValue, { texts }: Depth): JsonValue {
  if (typeof value !== 'string' || texts >= 2 * deepestString || !bracket.test(value)) return value;
  return (tryParse(value) as JsonValue | undefined) ?? value;
}

const bracket = /^\s*[[{]/;

/** Whether there is no telling what it said: a copy that was masked to be handed on is no other record. */
function isPlaceholderString(value: JsonValue): boolean {
  return typeof value === 'string' && isPlaceholder(value);
}

/** A number and a text are the same where the text writes it. */
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
