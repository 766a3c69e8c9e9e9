import { SyntaxKind } from 'jsonc-parser';
import type { JsonValue } from '../text/json';
import { tryParse } from '../text/json';
import { endOf, spanFrom } from '../text/span';
import { skipBlanks } from '../text/whitespace';
import {
  closeOpenMember,
  endRecord,
  isMistypedBracket,
  isNextRecord,
  isOnNewLine,
  isTrivia,
  skipLongComment,
  skipUnexpected,
} from './error-recovery';
import { readScalar } from './parse-scalars';
import {
  addField,
  addMissingValue,
  consumeToken,
  createParser,
  type Frame,
  lastCharacter,
  type ParsedObject,
  type ParseOptions,
  type ParserState,
  reportError,
  tokenSpan,
  topFrame,
  typeOfFrame,
} from './parse-state';
import { isStrayBrace, opensNested, opensRecord, skipStrayBrace } from './stray-braces';
import { isScalar } from './token-types';
import { findTracesInMetaData } from './wrapper-members';

/**
 * Parses the object or array that opens at `start` and keeps whatever it can: fields after an error are read, a missing
 * comma is skipped, a missing brace ends the object where the next one begins. Never throws, however deep the nesting:
 * it keeps a stack of its own.
 */
export function parseTolerantly(text: string, start: number, options: ParseOptions = {}): ParsedObject {
  const parser = createParser(text, start, options);
  while (parser.stack.length > 0 && parser.tracesAt === undefined) {
    // The scanner would collect blanks character by character, which takes much memory
    parser.scanner.setPosition(skipBlanks(text, parser.scanner.getPosition()));
    if (skipLongComment(parser)) continue;
    const token = parser.scanner.scan();
    if (isTrivia(parser, token)) continue;
    if (token === SyntaxKind.EOF) {
      reportError(parser, 'cut', lastCharacter(parser));
      break;
    }
    parseToken(parser, token);
  }
  return finish(parser);
}

function finish(parser: ParserState): ParsedObject {
  const { fields, errors, comments, isClosed, tracesAt } = parser;
  const { members } = parser.options;
  if (parser.stack.length > 0 && tracesAt === undefined) closeOpenMember(parser);
  const reach = Math.max(parser.reach, parser.scanner.getPosition());
  const isCut = parser.stack.length > 0 && tracesAt === undefined;
  return { members, fields, errors, comments, isClosed, isCut, end: parser.end, reach, tracesAt };
}

function parseToken(parser: ParserState, token: SyntaxKind): void {
  if (isScalar(token)) readScalar(parser, token);
  else if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken)
    openContainer(parser, token);
  else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken)
    closeBracket(parser, token);
  else if (token === SyntaxKind.CommaToken) readComma(parser);
  else if (token === SyntaxKind.ColonToken) readColon(parser);
  else skipUnexpected(parser);
}

function openContainer(parser: ParserState, token: SyntaxKind): void {
  const frame = topFrame(parser);
  const opensObject = token === SyntaxKind.OpenBraceToken;
  if (opensObject && isNextRecord(parser) && (frame.phase !== 'value' || isOnNewLine(parser))) {
    endRecord(parser);
    return;
  }
  if (opensObject && frame.phase !== 'value' && isStrayBrace(parser, frame)) {
    skipStrayBrace(parser);
    return;
  }
  const isOnKeyLine = frame.phase === 'colon' && !(opensObject && isOnNewLine(parser));
  if (frame.isObject && frame.phase !== 'value' && !isOnKeyLine) {
    if (!opensObject) skipUnexpected(parser);
    else if (opensRecord(parser)) closeBeforeToken(parser);
    else if (opensNested(parser)) openFrame(parser, true);
    else skipStrayBrace(parser);
    return;
  }
  if (frame.phase === 'colon') reportError(parser, 'colon-missing', tokenSpan(parser));
  if (frame.phase === 'after') reportError(parser, 'comma-missing', tokenSpan(parser));
  if (shouldStopAtTraces(parser, opensObject)) {
    parser.tracesAt = parser.scanner.getTokenOffset();
    return;
  }
  openFrame(parser, opensObject);
}

function openFrame(parser: ParserState, isObject: boolean): void {
  const { offset } = consumeToken(parser);
  topFrame(parser).phase = 'after';
  parser.stack.push({ isObject, start: offset, phase: isObject ? 'key' : 'element' });
}

function shouldStopAtTraces(parser: ParserState, opensObject: boolean): boolean {
  if (opensObject || parser.options.stopAtTraces === undefined || !isAtTraces(parser)) return false;
  return parser.options.stopAtTraces(parser.keys);
}

function isAtTraces({ text, scanner, stack, member }: ParserState): boolean {
  if (stack.length === 1) return member?.name === 'traces';
  if (stack.length !== 2 || member?.name !== 'meta_data') return false;
  const traces = findTracesInMetaData(text, stack[1]?.start ?? 0);
  return traces?.end === scanner.getPosition();
}

function closeBracket(parser: ParserState, token: SyntaxKind): void {
  const frame = topFrame(parser);
  const closesObject = token === SyntaxKind.CloseBraceToken;
  reportBeforeClosing(parser, frame);
  if (frame.isObject === closesObject || isMistypedBracket(parser, frame)) {
    if (frame.isObject !== closesObject) reportError(parser, 'unexpected', tokenSpan(parser));
    consumeToken(parser);
    closeContainer(parser);
    if (parser.stack.length === 0) parser.isClosed = true;
  } else {
    closeBeforeToken(parser);
  }
}

/** Reports a comma, colon or value that is missing or extra just before a closing bracket. */
function reportBeforeClosing(parser: ParserState, frame: Frame): void {
  const { phase } = frame;
  if (phase === 'key-after-comma' || phase === 'element-after-comma') {
    reportError(parser, 'comma-extra', lastCharacter(parser));
  }
  if (phase === 'colon') reportError(parser, 'colon-missing', tokenSpan(parser));
  if (phase === 'value') reportError(parser, 'value-missing', tokenSpan(parser));
  const isOwnMember = parser.stack.length === 1;
  if (isOwnMember && (phase === 'colon' || phase === 'value')) addMissingValue(parser);
}

/** Ends the innermost object or array before the token, which the enclosing one reads again. */
function closeBeforeToken(parser: ParserState): void {
  reportError(parser, 'bracket-missing', tokenSpan(parser));
  if (parser.stack.length === 1) addMissingValue(parser);
  closeContainer(parser);
  if (parser.stack.length > 0) parser.scanner.setPosition(parser.scanner.getTokenOffset());
}

function closeContainer(parser: ParserState): void {
  const frame = parser.stack.pop();
  if (frame === undefined || parser.stack.length !== 1) return;
  const span = spanFrom(frame.start, parser.end);
  const value = tryParse(parser.text.slice(span.offset, endOf(span))) as JsonValue | undefined;
  addField(parser, { span, type: typeOfFrame(frame), value });
}

function readComma(parser: ParserState): void {
  const frame = topFrame(parser);
  if (frame.phase === 'value') reportError(parser, 'value-missing', tokenSpan(parser));
  else if (frame.phase === 'colon') reportError(parser, 'colon-missing', tokenSpan(parser));
  else if (frame.phase !== 'after') reportError(parser, 'comma-extra', tokenSpan(parser));
  if (parser.stack.length === 1) addMissingValue(parser);
  consumeToken(parser);
  frame.phase = frame.isObject ? 'key-after-comma' : 'element-after-comma';
}

function readColon(parser: ParserState): void {
  const frame = topFrame(parser);
  if (frame.phase === 'colon') {
    consumeToken(parser);
    frame.phase = 'value';
    parser.isSynchronized = true;
  } else {
    skipUnexpected(parser);
  }
}
