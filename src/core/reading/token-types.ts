import { SyntaxKind } from 'jsonc-parser';
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
