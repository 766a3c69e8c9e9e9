import { createScanner, ScanError, type SyntaxKind } from 'jsonc-parser';
import { typeOfToken } from '../record/token-type';

/** Whether a token is a complete value. */
export function isScalar(token: SyntaxKind): boolean {
  return typeOfToken(token) !== undefined;
}

/** A token other than whitespace and comments. */
export interface Token {
  readonly kind: SyntaxKind;
  /** Whether it is complete and free of errors. */
  readonly isValid: boolean;
  /** The content of a string; the source of any other token. */
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
