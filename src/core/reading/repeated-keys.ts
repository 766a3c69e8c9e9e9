import { endOfValue } from '../record/field-spans';
import { skipString } from '../text/brackets';
import { backslash, comma, quote } from '../text/character-codes';
import type { JsonObject, JsonValue } from '../text/json';
import { skipWhitespace, skipWhitespaceBackwards } from '../text/whitespace';

const maxCountedDepth = 8;

/**
 * Whether a key occurs more than once in an object, which `JSON.parse` hides: its result has each key once, with the
 * last value.
 *
 * @param text the source of the object: valid JSON, from its opening brace to its closing one
 * @param object what `JSON.parse` made of it
 * @param keys how many keys that has, and which of them have a value that is no string
 */
export function hasRepeatedKeys(text: string, object: JsonObject, { count, others }: KeyCensus): boolean {
  // The number of colons rules out most objects, in half the time that it takes to separate the members
  let allKeys = count;
  for (const name of others) allKeys += countKeys(object[name], maxCountedDepth);
  return countKeyColons(text) > allKeys && countMembers(text) > count;
}

export interface KeyCensus {
  readonly count: number;
  readonly others: readonly string[];
}

/** The colons at any level that may follow a key: as many as there are keys, or more. */
function countKeyColons(text: string): number {
  let count = 0;
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    let before = colon - 1;
    // Whitespace there is rare
    if (text.charCodeAt(before) !== quote) before = skipWhitespaceBackwards(text, before);
    if (text.charCodeAt(before) === quote && !isEscaped(text, before)) count++;
  }
  return count;
}

/** False after two backslashes or more: rather a colon too many is counted than one too few. */
function isEscaped(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) === backslash && text.charCodeAt(at - 2) !== backslash;
}

/** The keys at all levels but the deepest, so that no stack overflows; too few only lead to the exact count. */
function countKeys(value: JsonValue | undefined, depth: number): number {
  if (typeof value !== 'object' || value === null || depth === 0) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const element of value) count += countKeys(element, depth - 1);
    return count;
  }
  const object = value as JsonObject;
  for (const key in object) {
    count++;
    const inner = object[key];
    if (typeof inner === 'object') count += countKeys(inner, depth - 1);
  }
  return count;
}

/** The members of the outermost object, repeated keys included. */
function countMembers(text: string): number {
  const skip = (from: number): number => skipWhitespace(text, from, text.length);
  let count = 0;
  for (let at = skip(1); text.charCodeAt(at) === quote; count++) {
    const value = skip(skip(skipString(text, at)) + 1);
    const end = skip(endOfValue(text, value));
    at = text.charCodeAt(end) === comma ? skip(end + 1) : end;
  }
  return count;
}
