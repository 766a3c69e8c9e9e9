import { ScanError, SyntaxKind } from 'jsonc-parser';
import type { JsonValue } from '../text/json';
import { tryParse } from '../text/json';
import { endOf, type Span } from '../text/span';
import { skipUnexpected } from './error-recovery';
import {
  addField,
  type Cursor,
  type Frame,
  noteTokenError,
  reportProblem,
  takeToken,
  tokenSpan,
  topFrame,
} from './parse-state';
import { typeOfToken } from './token-types';

/** Reads a key, or a value that is no object or array. */
export function readScalar(cursor: Cursor, token: SyntaxKind): void {
  const frame = topFrame(cursor);
  if (isKeyDue(frame)) {
    if (token === SyntaxKind.StringLiteral) readKey(cursor, frame);
    else skipUnexpected(cursor);
    return;
  }
  if (frame.phase === 'colon') reportProblem(cursor, 'colon-missing', tokenSpan(cursor));
  if (frame.phase === 'after') {
    reportProblem(cursor, 'comma-missing', tokenSpan(cursor));
    if (frame.isObject) {
      if (token === SyntaxKind.StringLiteral) readKey(cursor, frame);
      else skipUnexpected(cursor);
      return;
    }
  }
  readValue(cursor, frame, token);
}

function readKey(cursor: Cursor, frame: Frame): void {
  const span = takeToken(cursor);
  if (cursor.stack.length === 1) {
    const name = cursor.scanner.getTokenValue().trim();
    cursor.member = { name, keySpan: span };
    cursor.keys.add(name);
    cursor.firstKeyEnd ??= endOf(span);
  }
  frame.phase = 'colon';
  noteTokenError(cursor, span);
}

function readValue(cursor: Cursor, frame: Frame, token: SyntaxKind): void {
  const span = takeToken(cursor);
  frame.phase = 'after';
  if (cursor.stack.length === 1) {
    addField(cursor, { span, type: typeOfToken(token), value: scalarValue(cursor, token, span) });
  }
  noteTokenError(cursor, span);
}

function scalarValue(cursor: Cursor, token: SyntaxKind, span: Span): JsonValue | undefined {
  const raw = cursor.text.slice(span.offset, endOf(span));
  if (token === SyntaxKind.StringLiteral) {
    const unfinished = cursor.scanner.getTokenError() === ScanError.UnexpectedEndOfString;
    return unfinished ? undefined : textValue(cursor, raw);
  }
  if (token === SyntaxKind.NumericLiteral) {
    const unfinished = endOf(span) === cursor.text.length;
    const value = tryParse(raw);
    return unfinished || typeof value !== 'number' ? undefined : value;
  }
  return raw === 'null' ? null : raw === 'true';
}

/** A text of its own where that is possible: one that is a part of the file would keep the file in memory. */
function textValue(cursor: Cursor, raw: string): string {
  const value = tryParse(raw);
  return typeof value === 'string' ? value : cursor.scanner.getTokenValue();
}

function isKeyDue(frame: Frame): boolean {
  return frame.phase === 'key' || frame.phase === 'key-after-comma';
}
