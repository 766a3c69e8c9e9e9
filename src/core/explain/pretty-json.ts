import { readTrace } from '../reading/read-trace';
import { holdsJson, looksLikeJson, maxStringDepth } from '../record/embedded-json';
import { endOfValue, locateFields } from '../record/field-spans';
import type { Field } from '../record/trace';
import { comma } from '../text/character-codes';
import { isObject, type JsonObject, type JsonValue, tryParse } from '../text/json';
import { endOf } from '../text/span';
import { skipWhitespace } from '../text/whitespace';

/** Limits that keep a value readable in a hover; `textLength` is in UTF-16 units. */
export const prettyLimits = { rows: 40, depth: 8, textLength: 200 } as const;

/**
 * Pretty-prints JSON, with embedded JSON expanded and numbers kept verbatim. What is too long, too deep or invalid is
 * replaced by `…`. The caller must have masked credentials.
 *
 * @param level the number of JSON strings around it
 * @returns `undefined` if the JSON is invalid
 */
export function prettyRows(json: string, level: number): readonly string[] | undefined {
  const value = tryParse(json) as JsonValue | undefined;
  if (value === undefined) return undefined;
  const rows = layOut({ json, value, level, depth: 0 }, prettyLimits.rows);
  if (rows[0] === brokenString) return undefined;
  return rows.length > prettyLimits.rows ? [...rows.slice(0, prettyLimits.rows), '…'] : rows;
}

interface Piece {
  readonly json: string;
  readonly value: JsonValue;
  /** The number of JSON strings around it. */
  readonly level: number;
  /** The number of printed objects and arrays around it. */
  readonly depth: number;
}

/** @param maxRows stops soon after this many rows, as the caller cuts the rest */
function layOut(piece: Piece, maxRows: number): readonly string[] {
  const { json, value } = piece;
  if (typeof value === 'string') {
    const inner = findInner(piece, value);
    return inner ? layOut(inner, maxRows) : [stringRow(value)];
  }
  if (typeof value !== 'object' || value === null) return [json];
  const [opening, closing] = isObject(value) ? ['{', '}'] : ['[', ']'];
  const members = isObject(value) ? objectMembers(piece, value) : arrayElements(piece, value);
  const rows = layOutMembers(members, maxRows);
  if (rows.length === 0) return [`${opening}${closing}`];
  return piece.depth < prettyLimits.depth ? [opening, ...rows, closing] : [`${opening}…${closing}`];
}

/** The JSON embedded in a string. */
function findInner({ level, depth }: Piece, text: string): Piece | undefined {
  const mayEnter = level < maxStringDepth && holdsJson(text);
  const value = mayEnter ? (tryParse(text) as JsonValue | undefined) : undefined;
  return value === undefined ? undefined : { json: text.trim(), value, level: level + 1, depth };
}

/** Replaces a string with invalid or too deeply nested JSON, whose keys were not checked for credentials. */
const brokenString = '"{…"';

function stringRow(text: string): string {
  if (looksLikeJson(text)) return brokenString;
  const { textLength } = prettyLimits;
  return JSON.stringify(text.length > textLength ? `${text.slice(0, textLength)}…` : text);
}

interface Member extends Piece {
  /** The key; `undefined` for an array element. */
  readonly name: string | undefined;
}

function layOutMembers(members: Iterable<Member>, maxRows: number): readonly string[] {
  const rows: string[] = [];
  for (const member of members) {
    if (rows.length > maxRows) break;
    const last = rows.pop();
    if (last !== undefined) rows.push(`${last},`);
    const [first = '', ...more] =
      member.depth > prettyLimits.depth ? ['…'] : layOut(member, maxRows - rows.length);
    const label = member.name === undefined ? '' : `${stringRow(member.name)}: `;
    rows.push(`  ${label}${first}`, ...more.map((row) => `  ${row}`));
  }
  return rows;
}

function objectMembers({ json, level, depth }: Piece, object: JsonObject): readonly Member[] {
  return fieldsOf(json, object).flatMap(({ name, valueSpan, value }) => {
    const text = json.slice(valueSpan.offset, endOf(valueSpan));
    return value === undefined ? [] : [{ name, json: text, value, level, depth: depth + 1 }];
  });
}

function fieldsOf(json: string, object: JsonObject): readonly Field[] {
  const fields = locateFields(json, object);
  // With repeated keys, the object has only the last value of each
  return fields.length === Object.keys(object).length ? fields : readTrace(json).fields();
}

function* arrayElements(
  { json, level, depth }: Piece,
  values: readonly JsonValue[],
): Generator<Member, undefined> {
  let at = skipWhitespace(json, 1, json.length);
  for (const value of values) {
    const end = endOfValue(json, at);
    yield { name: undefined, json: json.slice(at, end), value, level, depth: depth + 1 };
    at = skipWhitespace(json, end, json.length);
    if (json.charCodeAt(at) === comma) at = skipWhitespace(json, at + 1, json.length);
  }
}
