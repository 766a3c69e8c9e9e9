import { SyntaxKind } from 'jsonc-parser';
import { asterisk, closeBrace, closeBracket, openBrace, openBracket, slash } from '../text/character-codes';
import { endOf, type Span, spanFrom } from '../text/span';
import { isWhitespace } from '../text/whitespace';
import {
  addField,
  addMissingValue,
  type Frame,
  type ParserState,
  reportError,
  tokenSpan,
  topFrame,
} from './parse-state';
import {
  continuesAfter,
  findNextRecord,
  findRecordBefore,
  findResyncPoint,
  longestLookAhead,
} from './resynchronize';

/** How many characters open a comment. */
const slashes = 2;
/** Comments that are longer are none. */
const longestComment = 8 * 1024;
/** A first key that is longer, blanks before it included, is none to know a record by. */
const longestOpening = 256;

/** Blanks, and comments unless a record stands in them: then something else was lost before their slashes. */
export function isTrivia(parser: ParserState, token: SyntaxKind): boolean {
  if (token === SyntaxKind.Trivia || token === SyntaxKind.LineBreakTrivia) return true;
  if (!isComment(token)) return false;
  const { offset, length } = tokenSpan(parser);
  const comment = parser.text.slice(offset + slashes, offset + length);
  return findNextRecord(comment, 0) === comment.length;
}

/**
 * Whether a comment opens here that ends nowhere near: then its slashes make no sense, and what stands behind them is read.
 * A scanner would read on to the end of the file for each of them.
 */
export function skipLongComment(parser: ParserState): boolean {
  const { text } = parser;
  const at = parser.scanner.getPosition();
  if (text.charCodeAt(at) !== slash) return false;
  const isBlock = text.charCodeAt(at + 1) === asterisk;
  if (!isBlock && text.charCodeAt(at + 1) !== slash) return false;
  const limit = at + longestComment;
  if (text.slice(at, limit).includes(isBlock ? '*/' : '\n')) return false;
  if (!isBlock && limit >= text.length) return false;
  skipUnexpected(parser, spanFrom(at, at + slashes), Math.min(limit, text.length));
  return true;
}

function isComment(token: SyntaxKind): boolean {
  return token === SyntaxKind.LineCommentTrivia || token === SyntaxKind.BlockCommentTrivia;
}

/** Behind a text that is no key, an object on a line of its own is no value. */
export function isOnNewLine({ text, scanner, end }: ParserState): boolean {
  return text.slice(end, scanner.getTokenOffset()).includes('\n');
}

/** Whether `]` stands where `}` is meant: in an object of the record, with more of the record behind it. */
export function isMistypedBracket(parser: ParserState, frame: Frame): boolean {
  if (!frame.isObject || parser.stack.length === 1 || !parser.stack.every((outer) => outer.isObject))
    return false;
  const behind = parser.scanner.getPosition();
  parser.reach = Math.max(parser.reach, behind + longestLookAhead);
  return continuesAfter(parser.text, behind);
}

/**
 * Goes on where a key, or the end of a record, can be told from anything else.
 *
 * @param span what makes no sense, the token that was read where nothing is said
 * @param seen how far the text was looked at
 */
export function skipUnexpected(
  parser: ParserState,
  span: Span = unexpectedSpan(parser),
  seen: number = parser.scanner.getPosition(),
): void {
  const boundary = findRecordBefore(parser.text, span.offset, parser.start)?.boundary;
  if (boundary !== undefined && boundary >= parser.end - parser.lastLength) {
    endInsideString(parser, boundary);
    return;
  }
  if (span.offset === parser.end) discardLastValue(parser);
  reportError(parser, 'unexpected', span);
  parser.isSynchronized = false;
  const frame = topFrame(parser);
  if (parser.stack.length === 1) addMissingValue(parser);
  frame.phase = 'after';
  const next = findResyncPoint(parser.text, endOf(span), openingOf(parser));
  parser.end = Math.max(parser.end, endOf(span));
  parser.reach = Math.max(parser.reach, seen, next + longestLookAhead);
  parser.scanner.setPosition(next);
  if (parser.text.charAt(next) === '{') endRecord(parser);
  else closeSkippedBrackets(parser, span, next);
}

/**
 * What is open in the record ends with the closing brackets that were passed over. A brace at the end of a line opens an
 * object.
 */
function closeSkippedBrackets(parser: ParserState, { offset, length }: Span, next: number): void {
  let depth = 0;
  let last = 0;
  for (let at = offset + length; at < next; at++) {
    const unit = parser.text.charCodeAt(at);
    if (unit === openBrace || unit === openBracket) depth++;
    else if (unit === closeBrace || unit === closeBracket) depth--;
    if (!isWhitespace(unit)) last = at;
  }
  for (; depth < 0 && parser.stack.length > 1; depth++) closeFrame(parser, next);
  topFrame(parser).phase = 'after';
  const isOpening = depth > 0 && parser.text.charCodeAt(last) === openBrace;
  if (isOpening && !wrapperKey.test(parser.text.slice(offset, last)))
    parser.stack.push({ isObject: true, start: last, phase: 'key' });
}

/** What a wrapper holds may be read as its own members. */
const wrapperKey = /^"?(?:context|cts|data)"?[ \t]*:/;

function closeFrame(parser: ParserState, end: number): void {
  const frame = parser.stack.pop();
  if (frame === undefined || parser.stack.length > 1) return;
  const type = frame.isObject ? 'object' : 'array';
  addField(parser, { span: spanFrom(frame.start, end), type, value: undefined });
}

/** Whether the brace opens another record, in a record that is broken. */
export function isNextRecord(parser: ParserState): boolean {
  const opening = parser.errors.length > 0 ? openingOf(parser) : undefined;
  if (opening === undefined) return false;
  const at = parser.scanner.getTokenOffset();
  parser.reach = Math.max(parser.reach, at + opening.length);
  return parser.text.startsWith(opening, at);
}

/** The record ends where it was read to last: what stands there is another. */
export function endRecord(parser: ParserState): void {
  parser.stack.length = 0;
}

/** How the record opens, with its first key: others of the file open alike. */
function openingOf({ text, start, firstKeyEnd }: ParserState): string | undefined {
  const isShort = firstKeyEnd !== undefined && firstKeyEnd - start <= longestOpening;
  return isShort ? text.slice(start, firstKeyEnd) : undefined;
}

/**
 * What stands right behind a text was most likely in it: the quotation mark between is that of the next text. What
 * stands right behind a number was with it in a text that lost its first quotation mark, as dates do.
 */
function discardLastValue(parser: ParserState): void {
  const last = parser.fields.at(-1);
  const mayBePart = last?.type === 'string' || last?.type === 'number';
  if (!mayBePart || endOf(last.valueSpan) !== parser.end) return;
  parser.fields[parser.fields.length - 1] = { ...last, value: undefined };
}

function unexpectedSpan({ scanner }: ParserState): Span {
  const length = isComment(scanner.getToken()) ? slashes : scanner.getTokenLength();
  return { offset: scanner.getTokenOffset(), length: Math.max(1, length) };
}

/** A text without its closing quotation mark ran on into the next record: the record ends where that one begins. */
function endInsideString(parser: ParserState, boundary: number): void {
  const start = parser.end - parser.lastLength;
  reportError(parser, 'string-unterminated', spanFrom(start, boundary - 1));
  const last = parser.fields.at(-1);
  if (last && endOf(last.valueSpan) === parser.end) {
    parser.fields[parser.fields.length - 1] = {
      ...last,
      valueSpan: spanFrom(start, boundary - 1),
      value: undefined,
    };
  }
  parser.member = undefined;
  parser.stack.length = 0;
  parser.end = boundary;
}
