import { SyntaxKind } from 'jsonc-parser';
import { asterisk, closeBrace, closeBracket, openBrace, openBracket, slash } from '../text/character-codes';
import { endOf, type Span, spanFrom } from '../text/span';
import { isBlank } from '../text/whitespace';
import {
  addField,
  addMissingValue,
  type Cursor,
  type Frame,
  reportProblem,
  tokenSpan,
  topFrame,
} from './parse-state';
import {
  findBackInStep,
  findNextRecord,
  findRecordBefore,
  goesOnAfter,
  longestLookAhead,
} from './resynchronize';

/** How many characters open a comment. */
const slashes = 2;
/** Comments that are longer are none. */
const longestComment = 8 * 1024;
/** A first key that is longer, blanks before it included, is none to know a record by. */
const longestOpening = 256;

/** Blanks, and comments unless a record stands in them: then something else was lost before their slashes. */
export function isPassedOver(cursor: Cursor, token: SyntaxKind): boolean {
  if (token === SyntaxKind.Trivia || token === SyntaxKind.LineBreakTrivia) return true;
  if (!isComment(token)) return false;
  const { offset, length } = tokenSpan(cursor);
  const comment = cursor.text.slice(offset + slashes, offset + length);
  return findNextRecord(comment, 0) === comment.length;
}

/**
 * Whether a comment opens here that ends nowhere near: then its slashes make no sense, and what stands behind them is read.
 * A scanner would read on to the end of the file for each of them.
 */
export function skipLongComment(cursor: Cursor): boolean {
  const { text } = cursor;
  const at = cursor.scanner.getPosition();
  if (text.charCodeAt(at) !== slash) return false;
  const isBlock = text.charCodeAt(at + 1) === asterisk;
  if (!isBlock && text.charCodeAt(at + 1) !== slash) return false;
  const limit = at + longestComment;
  if (text.slice(at, limit).includes(isBlock ? '*/' : '\n')) return false;
  if (!isBlock && limit >= text.length) return false;
  skipUnexpected(cursor, spanFrom(at, at + slashes), Math.min(limit, text.length));
  return true;
}

function isComment(token: SyntaxKind): boolean {
  return token === SyntaxKind.LineCommentTrivia || token === SyntaxKind.BlockCommentTrivia;
}

/** Behind a text that is no key, an object on a line of its own is no value. */
export function isOnNewLine({ text, scanner, end }: Cursor): boolean {
  return text.slice(end, scanner.getTokenOffset()).includes('\n');
}

/** Whether `]` stands where `}` is meant: in an object of the record, with more of the record behind it. */
export function isMistaken(cursor: Cursor, frame: Frame): boolean {
  if (!frame.isObject || cursor.stack.length === 1 || !cursor.stack.every((outer) => outer.isObject))
    return false;
  const behind = cursor.scanner.getPosition();
  cursor.reach = Math.max(cursor.reach, behind + longestLookAhead);
  return goesOnAfter(cursor.text, behind);
}

/**
 * Goes on where a key, or the end of a record, can be told from anything else.
 *
 * @param span what makes no sense, the token that was read where nothing is said
 * @param seen how far the text was looked at
 */
export function skipUnexpected(
  cursor: Cursor,
  span: Span = unexpectedSpan(cursor),
  seen: number = cursor.scanner.getPosition(),
): void {
  const boundary = findRecordBefore(cursor.text, span.offset, cursor.start)?.boundary;
  if (boundary !== undefined && boundary >= cursor.end - cursor.lastLength) {
    endInsideText(cursor, boundary);
    return;
  }
  if (span.offset === cursor.end) doubtLastValue(cursor);
  reportProblem(cursor, 'unexpected', span);
  cursor.inStep = false;
  const frame = topFrame(cursor);
  if (cursor.stack.length === 1) addMissingValue(cursor);
  frame.phase = 'after';
  const next = findBackInStep(cursor.text, endOf(span), openingOf(cursor));
  cursor.end = Math.max(cursor.end, endOf(span));
  cursor.reach = Math.max(cursor.reach, seen, next + longestLookAhead);
  cursor.scanner.setPosition(next);
  if (cursor.text.charAt(next) === '{') endRecord(cursor);
  else followBrackets(cursor, span, next);
}

/**
 * What is open in the record ends with the closing brackets that were passed over. A brace at the end of a line opens an
 * object.
 */
function followBrackets(cursor: Cursor, { offset, length }: Span, next: number): void {
  let depth = 0;
  let last = 0;
  for (let at = offset + length; at < next; at++) {
    const unit = cursor.text.charCodeAt(at);
    if (unit === openBrace || unit === openBracket) depth++;
    else if (unit === closeBrace || unit === closeBracket) depth--;
    if (!isBlank(unit)) last = at;
  }
  for (; depth < 0 && cursor.stack.length > 1; depth++) closeFrame(cursor, next);
  topFrame(cursor).phase = 'after';
  const isOpening = depth > 0 && cursor.text.charCodeAt(last) === openBrace;
  if (isOpening && !wrapperKey.test(cursor.text.slice(offset, last)))
    cursor.stack.push({ isObject: true, start: last, phase: 'key' });
}

/** What a wrapper holds may be read as its own members. */
const wrapperKey = /^"?(?:context|cts|data)"?[ \t]*:/;

function closeFrame(cursor: Cursor, end: number): void {
  const frame = cursor.stack.pop();
  if (frame === undefined || cursor.stack.length > 1) return;
  const type = frame.isObject ? 'object' : 'array';
  addField(cursor, { span: spanFrom(frame.start, end), type, value: undefined });
}

/** Whether the brace opens another record, in a record that is broken. */
export function isNextRecord(cursor: Cursor): boolean {
  const opening = cursor.problems.length > 0 ? openingOf(cursor) : undefined;
  if (opening === undefined) return false;
  const at = cursor.scanner.getTokenOffset();
  cursor.reach = Math.max(cursor.reach, at + opening.length);
  return cursor.text.startsWith(opening, at);
}

/** The record ends where it was read to last: what stands there is another. */
export function endRecord(cursor: Cursor): void {
  cursor.stack.length = 0;
}

/** How the record opens, with its first key: others of the file open alike. */
function openingOf({ text, start, firstKeyEnd }: Cursor): string | undefined {
  const isShort = firstKeyEnd !== undefined && firstKeyEnd - start <= longestOpening;
  return isShort ? text.slice(start, firstKeyEnd) : undefined;
}

/**
 * What stands right behind a text was most likely in it: the quotation mark between is that of the next text. What
 * stands right behind a number was with it in a text that lost its first quotation mark, as dates do.
 */
function doubtLastValue(cursor: Cursor): void {
  const last = cursor.fields.at(-1);
  const mayBePart = last?.type === 'string' || last?.type === 'number';
  if (!mayBePart || endOf(last.valueSpan) !== cursor.end) return;
  cursor.fields[cursor.fields.length - 1] = { ...last, value: undefined };
}

function unexpectedSpan({ scanner }: Cursor): Span {
  const length = isComment(scanner.getToken()) ? slashes : scanner.getTokenLength();
  return { offset: scanner.getTokenOffset(), length: Math.max(1, length) };
}

/** A text without its closing quotation mark ran on into the next record: the record ends where that one begins. */
function endInsideText(cursor: Cursor, boundary: number): void {
  const start = cursor.end - cursor.lastLength;
  reportProblem(cursor, 'text-unfinished', spanFrom(start, boundary - 1));
  const last = cursor.fields.at(-1);
  if (last && endOf(last.valueSpan) === cursor.end) {
    cursor.fields[cursor.fields.length - 1] = {
      ...last,
      valueSpan: spanFrom(start, boundary - 1),
      value: undefined,
    };
  }
  cursor.member = undefined;
  cursor.stack.length = 0;
  cursor.end = boundary;
}
