import { closeBrace, comma, quote } from '../text/character-codes';
import { isObject, type JsonObject, type JsonValue, tryParse } from '../text/json';
import { skipWhitespace, skipWhitespaceBackwards } from '../text/whitespace';
import { maxOpeningLength } from './max-opening-length';
import { type SplitMembers, splitMembers } from './split-members';

/** An object that `JSON.parse` accepts. */
export interface FastParse {
  readonly text: string;
  readonly object: JsonObject;
  /** The first offset after it. */
  readonly end: number;
}

/** How far to search for the next record. */
const maxSearchLength = 8 * 1024;

/**
 * Parses the object that opens at `start`. Its end is guessed first, by the next record that opens in the same way: an
 * object can end in one place only, so a guess that `JSON.parse` accepts is right. Guessing is several times as fast as
 * searching for the closing brace.
 *
 * @param limit where the object has to end at the latest
 * @returns `undefined` if it does not, or is not JSON
 */
export function parseFast(text: string, start: number, limit: number): FastParse | undefined {
  const parsed = parseOrSplit(text, start, limit);
  return 'object' in parsed ? parsed : undefined;
}

/** The same, but what is no JSON is separated into members. */
export function parseOrSplit(text: string, start: number, limit: number): FastParse | SplitMembers {
  const guess = guessEnd(text, start, limit);
  const guessed = guess === undefined ? undefined : parseObject(text, start, guess);
  if (guessed) return guessed;
  const members = splitMembers(text, start, limit);
  const { end } = members;
  return (end === undefined || end === guess ? undefined : parseObject(text, start, end)) ?? members;
}

function parseObject(text: string, start: number, end: number): FastParse | undefined {
  const part = text.slice(start, end);
  const object = tryParse(part) as JsonValue | undefined;
  return isObject(object) ? { text: part, object, end } : undefined;
}

/** The offset after the brace that precedes the next record. */
function guessEnd(text: string, start: number, limit: number): number | undefined {
  const opening = findOpening(text, start);
  if (opening === undefined) return undefined;
  const from = start + opening.length;
  const next = text.slice(from, from + maxSearchLength).indexOf(opening);
  if (next < 0) return undefined;
  let at = skipWhitespaceBackwards(text, from + next - 1);
  if (text.charCodeAt(at) === comma) at = skipWhitespaceBackwards(text, at - 1);
  return text.charCodeAt(at) === closeBrace && at < limit ? at + 1 : undefined;
}

/** The text from the opening brace to the first key; `undefined` if it is too long. */
function findOpening(text: string, start: number): string | undefined {
  const key = skipWhitespace(text, start + 1, text.length);
  if (text.charCodeAt(key) !== quote) return undefined;
  const end = text.indexOf('"', key + 1);
  return end < 0 || end >= start + maxOpeningLength ? undefined : text.slice(start, end + 1);
}
