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
  let lastString = '';
  let before = '';
  let at = 0;
  while (at < offset) {
    const character = text.charAt(at);
    const end = tokenEnd(text, at);
    if (isWithin({ text, start: at, end }, offset)) break;
    if (character === '{' || character === '[')
      open.push({ kind: character, offset: at, key: before === ':' ? lastString : undefined });
    else if (character === '}' || character === ']') open.pop();
    else if (character === '"') lastString = text.slice(at + 1, end - 1);
    if (!/\s/.test(character)) before = character;
    at = end;
  }
  const isInString = at < offset && text.charAt(at) === '"';
  const isAtKey = open.at(-1)?.kind === '{' && (before === '{' || before === ',');
  return { open, wordStart: at, isInString, isAtKey, before };
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Whether the cursor is in the token, or right behind a word or a string that is not finished. */
function isWithin({ text, start, end }: Token, offset: number): boolean {
  const isString = text.charAt(start) === '"';
  if (!isString && !wordPart.test(text.charAt(start))) return false;
  const isFinished = isString && end - start > 1 && text.charAt(end - 1) === '"';
  return end > offset || (end === offset && !isFinished);
}

const wordPart = /[\w-]/;

/** The first offset after the string, word or character at `start`. An unfinished string ends with its line. */
function tokenEnd(text: string, start: number): number {
  if (text.charAt(start) === '"') return stringEnd(text, start);
  let end = start + 1;
  if (!wordPart.test(text.charAt(start))) return end;
  while (end < text.length && wordPart.test(text.charAt(end))) end++;
  return end;
}

/** Escaped characters are skipped. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '"') return at + 1;
    else if (character === '\n') return at;
  }
  return text.length;
}
