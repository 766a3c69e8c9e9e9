import { skipBrackets, skipString } from '../text/brackets';
import { comma, openBrace, openBracket, quote } from '../text/character-codes';
import { type JsonObject, ownValue, typeOf } from '../text/json';
import { endOf, type Span, spanFrom } from '../text/span';
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
  let at = skipWhitespace(text, 1, text.length);
  for (let index = 0; text.charCodeAt(at) === quote; index++) {
    const key = spanFrom(at, skipString(text, at));
    const name = nameOf(text, key, names[index]);
    const field = toField(text, key, name, object);
    fields.push(field);
    at = skipWhitespace(text, endOf(field.valueSpan), text.length);
    if (text.charCodeAt(at) === comma) at = skipWhitespace(text, at + 1, text.length);
  }
  return fields;
}

/**
 * One member of such a record, found by its key alone. `undefined` if that cannot be told from other text, as when the
 * key or a value like it occurs elsewhere, too.
 *
 * @param name the key of a member, which consists of letters of ASCII and `_`
 */
export function locateField(text: string, object: JsonObject, name: string): Field | undefined {
  const quoted = `"${name}"`;
  const at = text.indexOf(quoted);
  // Written with `\u` a key is not found, and another might be taken for it
  if (at < 0 || text.includes(quoted, at + 1) || text.includes(letterEscape)) return undefined;
  return toField(text, { offset: at, length: quoted.length }, name, object);
}

const letterEscape = '\\u';

function toField(text: string, keySpan: Span, name: string, object: JsonObject): Field {
  const colon = skipWhitespace(text, endOf(keySpan), text.length);
  const start = skipWhitespace(text, colon + 1, text.length);
  const value = ownValue(object, name);
  return {
    name,
    keySpan,
    valueSpan: spanFrom(start, endOfValue(text, start)),
    type: value === undefined ? undefined : typeOf(value),
    value,
  };
}

/** @param likely the name if members are in the order of the text, as they are but for keys that are numbers */
function nameOf(text: string, { offset, length }: Span, likely: string | undefined): string {
  if (likely !== undefined && likely.length === length - 2 && text.startsWith(likely, offset + 1))
    return likely;
  const raw = text.slice(offset, offset + length);
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
