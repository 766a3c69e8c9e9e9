import { endOfValue } from '../record/field-spans';
import { skipString } from '../text/brackets';
import { closeBrace, colon, comma, quote } from '../text/character-codes';
import { isObject, type JsonObject, type JsonValue, tryParse } from '../text/json';
import { skipWhitespace } from '../text/whitespace';

/** The members of an object as far as they look valid: separated, but not parsed. */
export interface SplitMembers {
  /** The first offset after the closing brace; `undefined` if something is wrong before it. */
  readonly end: number | undefined;
  /** How many members end with a comma. */
  readonly count: number;
  /** The offset of the last of these commas. */
  readonly lastComma: number;
}

/**
 * Separates the members of the object that opens at `start`, by a few characters only: whether they are JSON, only
 * `JSON.parse` knows.
 *
 * @param limit where the object has to end at the latest
 */
export function splitMembers(text: string, start: number, limit: number): SplitMembers {
  let count = 0;
  let lastComma = start;
  let at = skipWhitespace(text, start + 1, limit);
  while (at < limit && text.charCodeAt(at) === quote) {
    at = skipWhitespace(text, skipString(text, at), limit);
    if (text.charCodeAt(at) !== colon) break;
    at = skipWhitespace(text, endOfValue(text, skipWhitespace(text, at + 1, limit), limit), limit);
    if (at >= limit || text.charCodeAt(at) !== comma) break;
    count++;
    lastComma = at;
    at = skipWhitespace(text, at + 1, limit);
  }
  const isClosed = at < limit && text.charCodeAt(at) === closeBrace;
  return { end: isClosed ? at + 1 : undefined, count, lastComma };
}

/** The first members of an object that is broken after them. */
export interface ValidMembers {
  /** What `JSON.parse` makes of them. */
  readonly object: JsonObject;
  /** In the order of the text; each is there once. */
  readonly keys: readonly string[];
  /** The first offset after the comma that follows them, from the brace of the object. */
  readonly end: number;
}

/** Parses the members of {@link splitMembers} that end with a comma; `undefined` if they are unusual or there are none. */
export function parseMembers(
  text: string,
  start: number,
  { count, lastComma }: SplitMembers,
): ValidMembers | undefined {
  if (count === 0) return undefined;
  const object = tryParse(`${text.slice(start, lastComma)}}`) as JsonValue | undefined;
  if (!isObject(object)) return undefined;
  const keys = Object.keys(object);
  if (keys.length !== count || keys.some(isUnusual)) return undefined;
  return { object, keys, end: lastComma + 1 - start };
}

/** Whether a key would not be in the order of the text, or has whitespace around it. Most keys are of letters. */
function isUnusual(key: string): boolean {
  return !(isLetter(key.charCodeAt(0)) && isLetter(key.charCodeAt(key.length - 1))) && unusual.test(key);
}

function isLetter(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

const unusual = /^[\d\s]|\s$/;
