import { SyntaxKind } from 'jsonc-parser';
import type { JsonType } from '../text/json';

/** `undefined` if the token is not a complete value. */
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
