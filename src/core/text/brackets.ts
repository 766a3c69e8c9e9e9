import {
  backslash,
  closeBrace,
  closeBracket,
  colon,
  comma,
  openBrace,
  openBracket,
  quote,
} from './character-codes';
import { isWhitespace } from './whitespace';

/** How many levels fit into the bits of a small integer. */
const deepestJudged = 30;

/**
 * Finds the bracket that closes the one at `start`, as fast as it can be done and without judging what is between:
 * whoever needs to know whether it is JSON hands the stretch to `JSON.parse`. Only brackets that cannot stand where they
 * do end it early: where every record of a file lacks its closing brace, none is looked at twice.
 *
 * @returns the first offset behind it; `undefined` where the bracket is not closed before `limit`, or not by its own kind
 */
export function skipBrackets(text: string, start: number, limit: number): number | undefined {
  let depth = 0;
  // A bit for each open bracket, the innermost last: whether it is an array
  let arrays = 0;
  let isJudged = true;
  for (let at = start; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) {
      at = closingQuote(text, at + 1);
      if (at < 0) return undefined;
    } else if (unit === openBrace || unit === openBracket) {
      if (isJudged && depth > 0 && !mayOpenAt(text, at, (arrays & 1) === 1)) return undefined;
      depth++;
      arrays = (arrays << 1) | (unit === openBracket ? 1 : 0);
      isJudged &&= depth < deepestJudged;
    } else if (unit === closeBrace || unit === closeBracket) {
      if (isJudged && (arrays & 1) !== (unit === closeBracket ? 1 : 0)) return undefined;
      depth--;
      arrays >>= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

/** Whether an object or array may begin here by what stands before it: in an object a colon, in an array no value. */
function mayOpenAt(text: string, at: number, isInArray: boolean): boolean {
  let before = at - 1;
  while (isWhitespace(text.charCodeAt(before))) before--;
  const unit = text.charCodeAt(before);
  return isInArray ? unit === comma || unit === openBracket : unit === colon;
}

/** The first offset behind the text that opens at `start`, or the end where it is not closed. */
export function skipString(text: string, start: number): number {
  const end = closingQuote(text, start + 1);
  return end < 0 ? text.length : end + 1;
}

/** The offset of the quotation mark that closes a text, or -1. A text without escapes is left to the built-in search. */
function closingQuote(text: string, from: number): number {
  const first = text.indexOf('"', from);
  if (first < 0 || text.charCodeAt(first - 1) !== backslash) return first;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return at;
    if (unit === backslash) at++;
  }
  return -1;
}
