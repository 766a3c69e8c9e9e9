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
export interface Tokenizer {
  readonly text: string;
  kind: TokenKind;
  start: number;
  end: number;
  /** Whether a line break precedes the token. */
  isOnNewLine: boolean;
  /** The next line break at or after `end`, searched for once per line: a file of one line has none to find. */
  lineEnd: number;
}

const punctuationKinds: ReadonlyMap<number, TokenKind> = new Map(
  (
    [
      ['{', 'open'],
      ['[', 'open'],
      ['}', 'close'],
      [']', 'close'],
      [',', 'comma'],
      [':', 'colon'],
    ] as const
  ).map(([character, kind]) => [character.charCodeAt(0), kind]),
);

export function createTokenizer(text: string): Tokenizer {
  return { text, kind: 'scalar', start: 0, end: 0, isOnNewLine: false, lineEnd: -1 };
}

/**
 * Advances to the next token. Accepts any text: nothing is validated, and every character but whitespace belongs to a
 * token.
 *
 * @returns false at the end of the text
 */
export function advance(tokenizer: Tokenizer): boolean {
  skipWhitespaceBefore(tokenizer);
  const { text, start } = tokenizer;
  if (start >= text.length) return false;
  const unit = text.charCodeAt(start);
  const punctuation = punctuationKinds.get(unit);
  if (punctuation !== undefined) take(tokenizer, punctuation, start + 1);
  else if (unit === quote) takeString(tokenizer);
  else if (unit === slash) takeComment(tokenizer);
  else takeWord(tokenizer);
  return true;
}

function skipWhitespaceBefore(tokenizer: Tokenizer): void {
  const { text } = tokenizer;
  let at = tokenizer.end;
  tokenizer.isOnNewLine = false;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!isWhitespace(unit)) break;
    if (unit === lineFeed || unit === carriageReturn) tokenizer.isOnNewLine = true;
  }
  tokenizer.start = at;
}

function take(tokenizer: Tokenizer, kind: TokenKind, end: number): void {
  tokenizer.kind = kind;
  tokenizer.end = end;
}

/** A string ends with its quotation mark or, unfinished, with the line. */
function takeString(tokenizer: Tokenizer): void {
  const { text, start } = tokenizer;
  const lineEnd = lineEndFrom(tokenizer, start);
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && at < lineEnd && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  if (at >= 0 && at < lineEnd) take(tokenizer, 'scalar', at + 1);
  else take(tokenizer, 'unfinished', lineEnd);
}

/** Whether an odd number of backslashes precedes the quotation mark. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === backslash) first--;
  return (at - first) % 2 === 1;
}

function takeComment(tokenizer: Tokenizer): void {
  const { text, start } = tokenizer;
  const next = text[start + 1];
  if (next === '/') {
    take(tokenizer, 'line-comment', lineEndFrom(tokenizer, start));
  } else if (next === '*') {
    const end = text.indexOf('*/', start + 2);
    take(tokenizer, 'block-comment', end < 0 ? text.length : end + 2);
  } else {
    take(tokenizer, 'scalar', start + 1);
  }
}

/** A number, a word, or anything else up to whitespace or the start of another token. */
function takeWord(tokenizer: Tokenizer): void {
  const { text, start } = tokenizer;
  let at = start + 1;
  while (at < text.length && isWordUnit(text.charCodeAt(at))) at++;
  take(tokenizer, 'scalar', at);
}

function isWordUnit(unit: number): boolean {
  return unit !== quote && unit !== slash && !isWhitespace(unit) && !punctuationKinds.has(unit);
}

function lineEndFrom(tokenizer: Tokenizer, from: number): number {
  if (tokenizer.lineEnd >= from) return tokenizer.lineEnd;
  const { text } = tokenizer;
  const lineFeedAt = text.indexOf('\n', from);
  const end = lineFeedAt < 0 ? text.length : lineFeedAt;
  tokenizer.lineEnd =
    lineFeedAt > from && text.charCodeAt(lineFeedAt - 1) === carriageReturn ? lineFeedAt - 1 : end;
  return tokenizer.lineEnd;
}
