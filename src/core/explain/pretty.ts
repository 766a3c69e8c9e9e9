import { readTrace } from '../reading/read-trace';
import { holdsJson, looksLikeJson, maxStringDepth } from '../record/embedded-json';
import { endOfValue, locateFields } from '../record/field-spans';
import type { Field } from '../record/trace';
import { comma } from '../text/character-codes';
import { isObject, type JsonObject, type JsonValue, tryParse } from '../text/json';
import { endOf } from '../text/span';
import { skipWhitespace } from '../text/whitespace';

/** How much of a value is shown: what a hover has room for. */
export const maxPrettyRows = { rows: 40, depth: 8, textLength: 200 } as const;

/**
 * Lays JSON out in rows: texts that hold JSON as what they hold, numbers as they are written. What is too long, too deep
 * or broken gives way to `…`. Credentials are to be hidden before.
 *
 * @param level how many texts the JSON lies in
 * @returns `undefined` where it is broken
 */
export function prettyRows(json: string, level: number): readonly string[] | undefined {
  const value = tryParse(json) as JsonValue | undefined;
  if (value === undefined) return undefined;
  const rows = layOut({ json, value, level, depth: 0 }, maxPrettyRows.rows);
  if (rows[0] === brokenText) return undefined;
  return rows.length > maxPrettyRows.rows ? [...rows.slice(0, maxPrettyRows.rows), '…'] : rows;
}

interface Piece {
  readonly json: string;
  readonly value: JsonValue;
  /** How many texts it lies in. */
  readonly level: number;
  /** How many objects and arrays that are laid out it lies in. */
  readonly depth: number;
}

/** @param room how many rows are of use: hardly more need be made */
function layOut(piece: Piece, room: number): readonly string[] {
  const { json, value } = piece;
  if (typeof value === 'string') {
    const inner = findInner(piece, value);
    return inner ? layOut(inner, room) : [textRow(value)];
  }
  if (typeof value !== 'object' || value === null) return [json];
  const [opening, closing] = isObject(value) ? ['{', '}'] : ['[', ']'];
  const members = isObject(value) ? objectMembers(piece, value) : arrayElements(piece, value);
  const rows = layOutMembers(members, room);
  if (rows.length === 0) return [`${opening}${closing}`];
  return piece.depth < maxPrettyRows.depth ? [opening, ...rows, closing] : [`${opening}…${closing}`];
}

/** What a text holds. */
function findInner({ level, depth }: Piece, text: string): Piece | undefined {
  const mayEnter = level < maxStringDepth && holdsJson(text);
  const value = mayEnter ? (tryParse(text) as JsonValue | undefined) : undefined;
  return value === undefined ? undefined : { json: text.trim(), value, level: level + 1, depth };
}

/** Stands for a text that should be JSON and is not, or lies too deep: nobody looked for credentials by its keys. */
const brokenText = '"{…"';

function textRow(text: string): string {
  if (looksLikeJson(text)) return brokenText;
  const { textLength } = maxPrettyRows;
  return JSON.stringify(text.length > textLength ? `${text.slice(0, textLength)}…` : text);
}

interface Member extends Piece {
  /** The key of an object's member. */
  readonly name: string | undefined;
}

function layOutMembers(members: Iterable<Member>, room: number): readonly string[] {
  const rows: string[] = [];
  for (const member of members) {
    if (rows.length > room) break;
    const last = rows.pop();
    if (last !== undefined) rows.push(`${last},`);
    const [first = '', ...more] =
      member.depth > maxPrettyRows.depth ? ['…'] : layOut(member, room - rows.length);
    const label = member.name === undefined ? '' : `${textRow(member.name)}: `;
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
  // Of a repeated key the object has only the last value
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
