import { backslash, carriageReturn, lineFeed, quote, slash } from '../text/character-codes';
import { isWhitespace } from '../text/whitespace';

/**
 * The tokens that formatting distinguishes. An `unfinished` string lacks its closing quotation mark and ends with its
 * line; a `scalar` is any other string, number or word, or whatever appears in place of one.
 */
export type TokenKind =
  | 'open'
  | 'close'
  | 'comma'
  | 'colon'
  | 'scalar'
  | 'unfinished'
  | 'line-comment'
  | 'block-comment';

/** A tokenizer with its current token. */
export interface Tokens {
  readonly text: string;
  kind: TokenKind;
  start: number;
  end: number;
  /** Whether a line break precedes the token. */
  isOnNewLine: boolean;
  /** The next line break at or after `end`, searched for once per line: a file of one line has none to find. */
  lineEnd: number;
}

const kindOfMark: ReadonlyMap<number, TokenKind> = new Map(
  (
    [
      ['{', 'open'],
      ['[', 'open'],
      ['}', 'close'],
      [']', 'close'],
      [',', 'comma'],
      [':', 'colon'],
    ] as const
  ).map(([mark, kind]) => [mark.charCodeAt(0), kind]),
);

export function openTokens(text: string): Tokens {
  return { text, kind: 'scalar', start: 0, end: 0, isOnNewLine: false, lineEnd: -1 };
}

/**
 * Advances to the next token. Accepts any text: nothing is validated, and every character but whitespace belongs to a
 * token.
 *
 * @returns false at the end of the text
 */
export function moveOn(tokens: Tokens): boolean {
  skipBlanksBefore(tokens);
  const { text, start } = tokens;
  if (start >= text.length) return false;
  const unit = text.charCodeAt(start);
  const mark = kindOfMark.get(unit);
  if (mark !== undefined) take(tokens, mark, start + 1);
  else if (unit === quote) takeText(tokens);
  else if (unit === slash) takeComment(tokens);
  else takeWord(tokens);
  return true;
}

function skipBlanksBefore(tokens: Tokens): void {
  const { text } = tokens;
  let at = tokens.end;
  tokens.isOnNewLine = false;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!isWhitespace(unit)) break;
    if (unit === lineFeed || unit === carriageReturn) tokens.isOnNewLine = true;
  }
  tokens.start = at;
}

function take(tokens: Tokens, kind: TokenKind, end: number): void {
  tokens.kind = kind;
  tokens.end = end;
}

/** A string ends with its quotation mark or, unfinished, with the line. */
function takeText(tokens: Tokens): void {
  const { text, start } = tokens;
  const lineEnd = lineEndFrom(tokens, start);
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && at < lineEnd && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  if (at >= 0 && at < lineEnd) take(tokens, 'scalar', at + 1);
  else take(tokens, 'unfinished', lineEnd);
}

/** Whether an odd number of backslashes precedes the quotation mark. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === backslash) first--;
  return (at - first) % 2 === 1;
}

function takeComment(tokens: Tokens): void {
  const { text, start } = tokens;
  const next = text[start + 1];
  if (next === '/') {
    take(tokens, 'line-comment', lineEndFrom(tokens, start));
  } else if (next === '*') {
    const end = text.indexOf('*/', start + 2);
    take(tokens, 'block-comment', end < 0 ? text.length : end + 2);
  } else {
    take(tokens, 'scalar', start + 1);
  }
}

/** A number, a word, or anything else up to whitespace or the start of another token. */
function takeWord(tokens: Tokens): void {
  const { text, start } = tokens;
  let at = start + 1;
  while (at < text.length && isWordUnit(text.charCodeAt(at))) at++;
  take(tokens, 'scalar', at);
}

function isWordUnit(unit: number): boolean {
  return unit !== quote && unit !== slash && !isWhitespace(unit) && !kindOfMark.has(unit);
}

function lineEndFrom(tokens: Tokens, from: number): number {
  if (tokens.lineEnd >= from) return tokens.lineEnd;
  const { text } = tokens;
  const found = text.indexOf('\n', from);
  const end = found < 0 ? text.length : found;
  tokens.lineEnd = found > from && text.charCodeAt(found - 1) === carriageReturn ? found - 1 : end;
  return tokens.lineEnd;
}
