import { SyntaxKind } from 'jsonc-parser';
import type { Field, Problem } from '../record/trace';
import type { JsonType, JsonValue } from '../text/json';
import { tryParse } from '../text/json';
import { endOf, spanFrom } from '../text/span';
import {
  endRecord,
  isMistaken,
  isNextRecord,
  isOnNewLine,
  isPassedOver,
  skipLongComment,
  skipUnexpected,
} from './error-recovery';
import { readScalar } from './parse-scalars';
import {
  addField,
  addMissingValue,
  type Cursor,
  type Frame,
  lastUnit,
  openCursor,
  type ReadOptions,
  reportProblem,
  takeToken,
  tokenSpan,
  topFrame,
} from './parse-state';
import { isScalar } from './token-types';
import { findTracesWithin } from './wrapper-members';

/** What a careful reading of one object found. All offsets are those of the text that was read. */
export interface Reading {
  readonly fields: readonly Field[];
  readonly problems: readonly Problem[];
  /** Whether it has its closing bracket. */
  readonly closed: boolean;
  /** Whether the text ended before it was closed. */
  readonly isCut: boolean;
  /** The first offset behind the object, or behind what is left of it. */
  readonly end: number;
  /** The first offset that nothing was decided by: a change from there on leaves the reading as it is. */
  readonly reach: number;
  /** Where reading stopped before the array of `traces` because the object is a page of them; else `undefined`. */
  readonly tracesAt: number | undefined;
}

/**
 * Reads the object, or the array, that opens at `start` and keeps everything that can be kept: fields behind a damage
 * are read, a missing comma is passed over, a missing brace ends the object where the next one begins. Never throws,
 * however deep the nesting: the stack is its own.
 */
export function readNested(text: string, start: number, options: ReadOptions = {}): Reading {
  const cursor = openCursor(text, start, options);
  while (cursor.stack.length > 0 && cursor.tracesAt === undefined) {
    if (skipLongComment(cursor)) continue;
    const token = cursor.scanner.scan();
    if (isPassedOver(cursor, token)) continue;
    if (token === SyntaxKind.EOF) {
      reportProblem(cursor, 'cut', lastUnit(cursor));
      break;
    }
    readToken(cursor, token);
  }
  return finish(cursor);
}

function finish(cursor: Cursor): Reading {
  const { fields, problems, closed, tracesAt } = cursor;
  if (cursor.stack.length > 0 && tracesAt === undefined) closeUnfinished(cursor);
  const reach = Math.max(cursor.reach, cursor.scanner.getPosition());
  const isCut = cursor.stack.length > 0 && tracesAt === undefined;
  return { fields, problems, closed, isCut, end: cursor.end, reach, tracesAt };
}

/** Keeps the member that stands open when reading stops. */
function closeUnfinished(cursor: Cursor): void {
  if (cursor.member === undefined) return;
  const inner = cursor.stack[1];
  const start = inner?.start ?? cursor.end;
  addField(cursor, {
    span: spanFrom(start, cursor.end),
    type: inner && typeOfFrame(inner),
    value: undefined,
  });
}

function readToken(cursor: Cursor, token: SyntaxKind): void {
  if (isScalar(token)) readScalar(cursor, token);
  else if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken)
    openNested(cursor, token);
  else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken)
    closeNested(cursor, token);
  else if (token === SyntaxKind.CommaToken) readComma(cursor);
  else if (token === SyntaxKind.ColonToken) readColon(cursor);
  else skipUnexpected(cursor);
}

function openNested(cursor: Cursor, token: SyntaxKind): void {
  const frame = topFrame(cursor);
  const opensObject = token === SyntaxKind.OpenBraceToken;
  if (opensObject && isNextRecord(cursor) && (frame.phase !== 'value' || isOnNewLine(cursor))) {
    endRecord(cursor);
    return;
  }
  const isNewRecord = opensObject && frame.phase === 'colon' && isOnNewLine(cursor);
  if (frame.isObject && frame.phase !== 'value' && (frame.phase !== 'colon' || isNewRecord)) {
    if (opensObject) endBefore(cursor);
    else skipUnexpected(cursor);
    return;
  }
  if (frame.phase === 'colon') reportProblem(cursor, 'colon-missing', tokenSpan(cursor));
  if (frame.phase === 'after') reportProblem(cursor, 'comma-missing', tokenSpan(cursor));
  if (stopsAtTraces(cursor, opensObject)) {
    cursor.tracesAt = cursor.scanner.getTokenOffset();
    return;
  }
  const { offset } = takeToken(cursor);
  frame.phase = 'after';
  cursor.stack.push({ isObject: opensObject, start: offset, phase: opensObject ? 'key' : 'element' });
}

function stopsAtTraces(cursor: Cursor, opensObject: boolean): boolean {
  if (opensObject || cursor.options.stopAtTraces === undefined || !isAtTraces(cursor)) return false;
  return cursor.options.stopAtTraces(cursor.keys);
}

function isAtTraces({ text, scanner, stack, member }: Cursor): boolean {
  if (stack.length === 1) return member?.name === 'traces';
  if (stack.length !== 2 || member?.name !== 'meta_data') return false;
  const traces = findTracesWithin(text, stack[1]?.start ?? 0);
  return traces?.end === scanner.getPosition();
}

function closeNested(cursor: Cursor, token: SyntaxKind): void {
  const frame = topFrame(cursor);
  const closesObject = token === SyntaxKind.CloseBraceToken;
  noteBeforeClosing(cursor, frame);
  if (frame.isObject === closesObject || isMistaken(cursor, frame)) {
    if (frame.isObject !== closesObject) reportProblem(cursor, 'unexpected', tokenSpan(cursor));
    takeToken(cursor);
    pop(cursor);
    if (cursor.stack.length === 0) cursor.closed = true;
  } else {
    endBefore(cursor);
  }
}

/** A comma, a colon or a value that is missing or too much just before a closing bracket. */
function noteBeforeClosing(cursor: Cursor, frame: Frame): void {
  const { phase } = frame;
  if (phase === 'key-after-comma' || phase === 'element-after-comma') {
    reportProblem(cursor, 'comma-extra', lastUnit(cursor));
  }
  if (phase === 'colon') reportProblem(cursor, 'colon-missing', tokenSpan(cursor));
  if (phase === 'value') reportProblem(cursor, 'value-missing', tokenSpan(cursor));
  if (phase === 'colon' || phase === 'value') addMissingValue(cursor);
}

/** The innermost object or array ends before the token, which is read again by what is around it. */
function endBefore(cursor: Cursor): void {
  reportProblem(cursor, 'bracket-missing', tokenSpan(cursor));
  if (cursor.stack.length === 1) addMissingValue(cursor);
  pop(cursor);
  if (cursor.stack.length > 0) cursor.scanner.setPosition(cursor.scanner.getTokenOffset());
}

function pop(cursor: Cursor): void {
  const frame = cursor.stack.pop();
  if (frame === undefined || cursor.stack.length !== 1) return;
  const span = spanFrom(frame.start, cursor.end);
  const value = tryParse(cursor.text.slice(span.offset, endOf(span))) as JsonValue | undefined;
  addField(cursor, { span, type: typeOfFrame(frame), value });
}

function readComma(cursor: Cursor): void {
  const frame = topFrame(cursor);
  if (frame.phase === 'value') reportProblem(cursor, 'value-missing', tokenSpan(cursor));
  else if (frame.phase === 'colon') reportProblem(cursor, 'colon-missing', tokenSpan(cursor));
  else if (frame.phase !== 'after') reportProblem(cursor, 'comma-extra', tokenSpan(cursor));
  if (cursor.stack.length === 1) addMissingValue(cursor);
  takeToken(cursor);
  frame.phase = frame.isObject ? 'key-after-comma' : 'element-after-comma';
}

function readColon(cursor: Cursor): void {
  const frame = topFrame(cursor);
  if (frame.phase === 'colon') {
    takeToken(cursor);
    frame.phase = 'value';
    cursor.inStep = true;
  } else {
    skipUnexpected(cursor);
  }
}

function typeOfFrame(frame: Frame): JsonType {
  return frame.isObject ? 'object' : 'array';
}
