import { createScanner, type JSONScanner, ScanError, SyntaxKind } from 'jsonc-parser';

/** An open bracket before the cursor. */
export interface OpenBracket {
  readonly kind: '{' | '[';
  readonly offset: number;
  /** The key of the member whose value it opens; `undefined` in an array or outside of everything. */
  readonly key: string | undefined;
}

/** What a cursor in JSON is in. */
export interface Cursor {
  /** The outermost first. Those that open before the text are not known. */
  readonly open: readonly OpenBracket[];
  /** Where the string or word begins that the cursor is in or right behind; the cursor itself if there is none. */
  readonly wordStart: number;
  readonly isInString: boolean;
  /** Whether a key may stand here: directly after the brace or a comma of an object. */
  readonly isAtKey: boolean;
  /** The first character of the last string, word or sign before it; empty if there is none. */
  readonly before: string;
}

/** Walks through JSON that may be unfinished, from the beginning of `text` to `offset`. */
export function readCursor(text: string, offset: number): Cursor {
  const open: OpenBracket[] = [];
  const scanner = createScanner(text, true);
  let lastString = '';
  let before = '';
  for (let kind = scanner.scan(); isBefore(scanner, kind, offset); kind = scanner.scan()) {
    const start = scanner.getTokenOffset();
    const character = text.charAt(start);
    const isString = kind === SyntaxKind.StringLiteral;
    if (isWithin(scanner, kind, offset))
      return { open, wordStart: start, isInString: isString, isAtKey: mayBeKey(open, before), before };
    if (character === '{' || character === '[')
      open.push({ kind: character, offset: start, key: before === ':' ? lastString : undefined });
    else if (character === '}' || character === ']') open.pop();
    else if (isString) lastString = scanner.getTokenValue();
    before = character;
  }
  return { open, wordStart: offset, isInString: false, isAtKey: mayBeKey(open, before), before };
}

function isBefore(scanner: JSONScanner, kind: SyntaxKind, offset: number): boolean {
  return kind !== SyntaxKind.EOF && scanner.getTokenOffset() < offset;
}

const signs: readonly SyntaxKind[] = [
  SyntaxKind.OpenBraceToken,
  SyntaxKind.CloseBraceToken,
  SyntaxKind.OpenBracketToken,
  SyntaxKind.CloseBracketToken,
  SyntaxKind.CommaToken,
  SyntaxKind.ColonToken,
];

/** Whether the cursor is in the token, or right behind a word or a string that is not finished. */
function isWithin(scanner: JSONScanner, kind: SyntaxKind, offset: number): boolean {
  if (signs.includes(kind)) return false;
  const end = scanner.getTokenOffset() + scanner.getTokenLength();
  const isFinished =
    kind === SyntaxKind.StringLiteral && scanner.getTokenError() !== ScanError.UnexpectedEndOfString;
  return end > offset || (end === offset && !isFinished);
}

function mayBeKey(open: readonly OpenBracket[], before: string): boolean {
  return open.at(-1)?.kind === '{' && (before === '{' || before === ',');
}
