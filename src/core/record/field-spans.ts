import { skipBrackets, skipString } from '../text/brackets';
import { comma, openBrace, openBracket, quote } from '../text/character-codes';
import { type JsonObject, ownValue, typeOf } from '../text/json';
import { spanFrom } from '../text/span';
import { skipWhitespace } from '../text/whitespace';
import type { Field } from './trace';

/**
 * The members of a record that `JSON.parse` accepted, with their places. Since the text is valid, a few characters are
 * enough to separate members, which is much faster than parsing again.
 *
 * @param object the parsed record, without repeated keys
 */
export function locateFields(text: string, object: JsonObject): readonly Field[] {
  const fields: Field[] = [];
  const names = Object.keys(object);
  const values = Object.values(object);
  let at = skipWhitespace(text, 1, text.length);
  while (text.charCodeAt(at) === quote) {
    const keyEnd = skipString(text, at);
    const name = decodeKey(text.slice(at, keyEnd));
    const keySpan = spanFrom(at, keyEnd);
    const start = skipWhitespace(text, skipWhitespace(text, keyEnd, text.length) + 1, text.length);
    const end = endOfValue(text, start);
    // Members are in the order of the text, but for keys that are numbers
    const value = names[fields.length] === name ? values[fields.length] : ownValue(object, name);
    const type = value === undefined ? undefined : typeOf(value);
    fields.push({ name, keySpan, valueSpan: spanFrom(start, end), type, value });
    at = skipWhitespace(text, end, text.length);
    if (text.charCodeAt(at) === comma) at = skipWhitespace(text, at + 1, text.length);
  }
  return fields;
}

function decodeKey(raw: string): string {
  return raw.includes('\\') ? String(JSON.parse(raw)) : raw.slice(1, -1);
}

/**
 * In valid JSON, the first offset after the value that begins at `start`.
 *
 * @param limit where brackets have to close at the latest
 */
export function endOfValue(text: string, start: number, limit = text.length): number {
  const unit = text.charCodeAt(start);
  if (unit === quote) return skipString(text, start);
  if (unit === openBrace || unit === openBracket) return skipBrackets(text, start, limit) ?? limit;
  let end = start;
  while (end < limit && isScalarUnit(text.charCodeAt(end))) end++;
  return end;
}

/** Whether a number or keyword may consist of this code unit; `NaN` is the end of the text. */
function isScalarUnit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 122) || otherScalarUnits.includes(unit);
}

/** `+`, `-`, `.` and `E`. */
const otherScalarUnits: readonly number[] = [43, 45, 46, 69];
