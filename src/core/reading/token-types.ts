import { createScanner, ScanError, SyntaxKind } from 'jsonc-parser';
import type { JsonType } from '../text/json';

/** Whether a token is a value by itself. */
export function isScalar(token: SyntaxKind): boolean {
  return typeOfToken(token) !== undefined;
}

/** The type of the value that a token is; `undefined` where it is none. */
export function typeOfToken(token: SyntaxKind): JsonType | undefined {
  switch (token) {
    case SyntaxKind.StringLiteral:
      return 'string';
    case SyntaxKind.NumericLiteral:
      return 'number';
    case SyntaxKind.TrueKeyword:
    case SyntaxKind.FalseKeyword:
      return 'boolean';
    case SyntaxKind.NullKeyword:
      return 'null';
    default:
      return undefined;
  }
}

/** A token of JSON, comments and whitespace skipped. */
export interface Token {
  readonly kind: SyntaxKind;
  /** Whether it is complete and free of errors. */
  readonly isValid: boolean;
  /** What a string says; for any other token, the token as it is written. */
  readonly value: string;
  /** The first offset after it. */
  readonly end: number;
}

/** Reads the token at or after an offset. */
export function readToken(text: string, at: number): Token {
  const scanner = createScanner(text, true);
  scanner.setPosition(at);
  const kind = scanner.scan();
  const isValid = scanner.getTokenError() === ScanError.None;
  return { kind, isValid, value: scanner.getTokenValue(), end: scanner.getPosition() };
}
