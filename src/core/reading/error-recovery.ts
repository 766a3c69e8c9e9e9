import { SyntaxKind } from 'jsonc-parser';
import { asterisk, closeBrace, closeBracket, openBrace, openBracket, slash } from '../text/character-codes';
import { endOf, type Span, spanFrom } from '../text/span';
import { isWhitespace } from '../text/whitespace';
import { maxOpeningLength } from './max-opening-length';
import {
  addField,
  addMissingValue,
  type Frame,
  type ParserState,
  reportError,
  tokenSpan,
  topFrame,
  typeOfFrame,
} from './parse-state';
import {
  continuesAfter,
  findRecordBefore,
  maxLookahead,
  nextRecordFrom,
  resumePointAfter,
} from './resume-points';
import { startsWithWrapperKey } from './wrapper-members';

/** The length of `//` and of `/*`. */
const commentOpeningLength = 2;
/** A longer comment is not taken for one. */
const maxCommentLength = 8 * 1024;

/** Whitespace, and comments unless one contains a record: then something was lost before its slashes. */
export function isTrivia(parser: ParserState, token: SyntaxKind): boolean {
  if (token === SyntaxKind.Trivia || token === SyntaxKind.LineBreakTrivia) return true;
  if (!isComment(token)) return false;
  const { offset, length } = tokenSpan(parser);
  const comment = parser.text.slice(offset + commentOpeningLength, offset + length);
  if (nextRecordFrom(comment, 0) !== comment.length) return false;
  parser.comments.push({ kind: 'comment', span: { offset, length } });
  return true;
}

/**
 * Skips the slashes of a comment that does not end nearby: they make no sense, and what follows them is parsed. The
 * scanner would read on to the end of the file for each of them.
 *
 * @returns whether it did
 */
export function skipLongComment(parser: ParserState): boolean {
  const { text } = parser;
  const at = parser.scanner.getPosition();
  if (text.charCodeAt(at) !== slash) return false;
  const isBlock = text.charCodeAt(at + 1) === asterisk;
  if (!isBlock && text.charCodeAt(at + 1) !== slash) return false;
  const limit = at + maxCommentLength;
  if (text.slice(at, limit).includes(isBlock ? '*/' : '\n')) return false;
  if (!isBlock && limit >= text.length) return false;
  skipUnexpected(parser, spanFrom(at, at + commentOpeningLength), Math.min(limit, text.length));
  return true;
}

function isComment(token: SyntaxKind): boolean {
  return token === SyntaxKind.LineCommentTrivia || token === SyntaxKind.BlockCommentTrivia;
}

/**
 * Whether a line break precedes the token: after a string that is not a key, an object on a new line is not its value.
 */
export function isOnNewLine({ text, scanner, end }: ParserState): boolean {
  return text.slice(end, scanner.getTokenOffset()).includes('\n');
}

/** Whether `]` was typed for `}`: in an object of the record, with more of the record after it. */
export function isMistypedBracket(parser: ParserState, frame: Frame): boolean {
  if (!frame.isObject || parser.stack.length === 1 || !parser.stack.every((outer) => outer.isObject))
    return false;
  const after = parser.scanner.getPosition();
  parser.reach = Math.max(parser.reach, after + maxLookahead);
  return continuesAfter(parser.text, after);
}

/**
 * Reports what is unexpected and resumes where a key, or the end of a record, can be recognised.
 *
 * @param span what makes no sense, by default the current token
 * @param seen how far the text was examined
 */
export function skipUnexpected(
  parser: ParserState,
  span: Span = unexpectedSpan(parser),
  seen: number = parser.scanner.getPosition(),
): void {
  const boundary = findRecordBefore(parser.text, span.offset, parser.start)?.boundary;
  if (boundary !== undefined && boundary >= parser.end - parser.lastTokenLength) {
    endInsideString(parser, boundary);
    return;
  }
  if (span.offset === parser.end) discardLastValue(parser);
  reportError(parser, 'unexpected', span);
  parser.isSynchronized = false;
  const frame = topFrame(parser);
  if (parser.stack.length === 1) addMissingValue(parser);
  frame.phase = 'after';
  const next = resumePointAfter(parser.text, endOf(span), findOpening(parser));
  parser.end = Math.max(parser.end, endOf(span));
  parser.reach = Math.max(parser.reach, seen, next + maxLookahead);
  parser.scanner.setPosition(next);
  if (parser.text.charAt(next) === '{') endRecord(parser);
  else closeSkippedBrackets(parser, span, next);
}

/** Closes what the skipped brackets close. A brace at the end of a line opens an object. */
function closeSkippedBrackets(parser: ParserState, { offset, length }: Span, next: number): void {
  let depth = 0;
  let last = 0;
  for (let at = offset + length; at < next; at++) {
    const unit = parser.text.charCodeAt(at);
    if (unit === openBrace || unit === openBracket) depth++;
    else if (unit === closeBrace || unit === closeBracket) depth--;
    if (!isWhitespace(unit)) last = at;
  }
  for (; depth < 0 && parser.stack.length > 1; depth++) dropFrame(parser, next);
  topFrame(parser).phase = 'after';
  const isOpening = depth > 0 && parser.text.charCodeAt(last) === openBrace;
  // The members of a wrapped object may be read as those of its wrapper
  if (isOpening && !startsWithWrapperKey(parser.text.slice(offset, last)))
    parser.stack.push({ isObject: true, start: last, phase: 'key' });
}

function dropFrame(parser: ParserState, end: number): void {
  const frame = parser.stack.pop();
  if (frame === undefined || parser.stack.length > 1) return;
  addField(parser, { span: spanFrom(frame.start, end), type: typeOfFrame(frame), value: undefined });
}

/** Whether the brace opens the next record, which is only assumed if this one is broken. */
export function isNextRecord(parser: ParserState): boolean {
  const opening = parser.errors.length > 0 ? findOpening(parser) : undefined;
  if (opening === undefined) return false;
  const at = parser.scanner.getTokenOffset();
  parser.reach = Math.max(parser.reach, at + opening.length);
  return parser.text.startsWith(opening, at);
}

/** Ends the record at its last token, keeping the member that is open: what follows belongs to another record. */
export function endRecord(parser: ParserState): void {
  closeOpenMember(parser);
  parser.stack.length = 0;
}

/** Keeps the unfinished member when parsing stops. */
export function closeOpenMember(parser: ParserState): void {
  if (parser.member === undefined) return;
  const inner = parser.stack[1];
  const span = spanFrom(inner?.start ?? parser.end, parser.end);
  addField(parser, { span, type: inner && typeOfFrame(inner), value: undefined });
}

/**
 * The text from the opening brace to the first key, which other records of the file share; `undefined` if it is too
 * long.
 */
export function findOpening({ text, start, firstKeyEnd }: ParserState): string | undefined {
  const isShort = firstKeyEnd !== undefined && firstKeyEnd - start <= maxOpeningLength;
  return isShort ? text.slice(start, firstKeyEnd) : undefined;
}

/**
 * Whatever directly follows a string was most likely part of it: the quotation mark between is that of the next string.
 * Whatever directly follows a number was, with it, part of a string that lost its first quotation mark, as in dates.
 */
function discardLastValue(parser: ParserState): void {
  const last = parser.fields.at(-1);
  const mayBePart = last?.type === 'string' || last?.type === 'number';
  if (!mayBePart || endOf(last.valueSpan) !== parser.end) return;
  parser.fields[parser.fields.length - 1] = { ...last, value: undefined };
}

function unexpectedSpan({ scanner }: ParserState): Span {
  const length = isComment(scanner.getToken()) ? commentOpeningLength : scanner.getTokenLength();
  return { offset: scanner.getTokenOffset(), length: Math.max(1, length) };
}

/** A string without its closing quotation mark ran on into the next record: this one ends where that one begins. */
function endInsideString(parser: ParserState, boundary: number): void {
  const start = parser.end - parser.lastTokenLength;
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
