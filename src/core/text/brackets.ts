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
import { skipWhitespaceBackwards } from './whitespace';

/** Down to this depth brackets have to match in kind: each open one takes a bit of a small integer. */
const maxCheckedDepth = 30;

/**
 * Finds the bracket that closes the one at `start`, as fast as possible and without validating what lies between: to
 * know whether it is JSON, pass the range to `JSON.parse`. Only a bracket that cannot appear where it does ends the
 * search early, so that no record is scanned twice in a file where every record lacks its closing brace.
 *
 * @returns the first offset after it; `undefined` if the bracket is not closed before `limit`, or by the wrong kind
 */
export function skipBrackets(text: string, start: number, limit: number): number | undefined {
  let depth = 0;
  // One bit per open bracket, the innermost lowest: whether it is an array
  let arrays = 0;
  let isChecked = true;
  for (let at = start; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) {
      at = closingQuote(text, at + 1);
      if (at < 0) return undefined;
    } else if (unit === openBrace || unit === openBracket) {
      if (isChecked && depth > 0 && !mayOpenAt(text, at, (arrays & 1) === 1)) return undefined;
      depth++;
      arrays = (arrays << 1) | (unit === openBracket ? 1 : 0);
      isChecked &&= depth < maxCheckedDepth;
    } else if (unit === closeBrace || unit === closeBracket) {
      if (isChecked && (arrays & 1) !== (unit === closeBracket ? 1 : 0)) return undefined;
      depth--;
      arrays >>= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

/** Whether the preceding character allows an object or array here: in an object a colon, in an array a comma or `[`. */
function mayOpenAt(text: string, at: number, isInArray: boolean): boolean {
  const unit = text.charCodeAt(skipWhitespaceBackwards(text, at - 1));
  return isInArray ? unit === comma || unit === openBracket : unit === colon;
}

/** The first offset after the string that opens at `start`; the end of the text if it is not closed. */
export function skipString(text: string, start: number): number {
  const end = closingQuote(text, start + 1);
  return end < 0 ? text.length : end + 1;
}

/**
 * The offset of the closing quotation mark, or -1. Unless the first one may be escaped, the built-in search suffices.
 */
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
