import { ScanError, SyntaxKind } from 'jsonc-parser';
import { typeOfToken } from '../record/token-type';
import type { JsonValue } from '../text/json';
import { tryParse } from '../text/json';
import { endOf, type Span } from '../text/span';
import { skipUnexpected } from './error-recovery';
import {
  addField,
  consumeToken,
  type Frame,
  type ParserState,
  reportError,
  reportTokenError,
  tokenSpan,
  topFrame,
} from './parse-state';

/** Reads a key, or a value that is not an object or array. */
export function readScalar(parser: ParserState, token: SyntaxKind): void {
  const frame = topFrame(parser);
  if (isKeyExpected(frame)) {
    if (token === SyntaxKind.StringLiteral) readKey(parser, frame);
    else skipUnexpected(parser);
    return;
  }
  if (frame.phase === 'colon') reportError(parser, 'colon-missing', tokenSpan(parser));
  if (frame.phase === 'after') {
    reportError(parser, 'comma-missing', tokenSpan(parser));
    if (frame.isObject) {
      if (token === SyntaxKind.StringLiteral) readKey(parser, frame);
      else skipUnexpected(parser);
      return;
    }
  }
  readValue(parser, frame, token);
}

function readKey(parser: ParserState, frame: Frame): void {
  const span = consumeToken(parser);
  if (parser.stack.length === 1) {
    const name = parser.scanner.getTokenValue().trim();
    parser.member = { name, keySpan: span };
    parser.keys.add(name);
    parser.firstKeyEnd ??= endOf(span);
  }
  frame.phase = 'colon';
  reportTokenError(parser, span);
}

function readValue(parser: ParserState, frame: Frame, token: SyntaxKind): void {
  const span = consumeToken(parser);
  frame.phase = 'after';
  if (parser.stack.length === 1) {
    addField(parser, { span, type: typeOfToken(token), value: scalarValue(parser, token, span) });
  }
  reportTokenError(parser, span);
}

function scalarValue(parser: ParserState, token: SyntaxKind, span: Span): JsonValue | undefined {
  const raw = parser.text.slice(span.offset, endOf(span));
  if (token === SyntaxKind.StringLiteral) {
    const isUnfinished = parser.scanner.getTokenError() === ScanError.UnexpectedEndOfString;
    return isUnfinished ? undefined : stringValue(parser, raw);
  }
  if (token === SyntaxKind.NumericLiteral) {
    const isUnfinished = endOf(span) === parser.text.length;
    const value = tryParse(raw);
    return isUnfinished || typeof value !== 'number' ? undefined : value;
  }
  return raw === 'null' ? null : raw === 'true';
}

/** Prefers a string of its own: a slice of the file would keep all of it in memory. */
function stringValue(parser: ParserState, raw: string): string {
  const value = tryParse(raw);
  return typeof value === 'string' ? value : parser.scanner.getTokenValue();
}

function isKeyExpected(frame: Frame): boolean {
  return frame.phase === 'key' || frame.phase === 'key-after-comma';
}
