import { skipBrackets } from '../text/brackets';
import { tryParse } from '../text/json';
import type { TextSource } from '../text/text-source';
import { skipWhitespace } from '../text/whitespace';
import { headOf } from './may-hold-traces';

/**
 * Whether each line of a file is a value of its own, so that a truncated value ends at its line break. Both of the
 * first two lines must open a non-empty value, and either the first is complete, or the second is and begins with the
 * same key, or neither is and they begin with the same two keys.
 *
 * @param isHinted whether the file type is JSON Lines: then the first line alone decides
 */
export function isLineDelimited(source: TextSource, isHinted: boolean): boolean {
  const head = headOf(source);
  const first = nextLine(head, 0);
  if (first === undefined || !opensValue(first.text)) return false;
  if (isHinted) return true;
  const second = first.end < head.length ? nextLine(head, first.end) : undefined;
  if (second === undefined || !opensValue(second.text)) return false;
  if (isWhole(first.text)) return true;
  if (isWhole(second.text)) return openingOf(first.text) === openingOf(second.text);
  // A bracket at the end of a line is how a value goes on over several
  if (/[{[]\s*$/.test(first.text) || /[{[]\s*$/.test(second.text)) return false;
  const keys = firstKeysOf(first.text);
  return keys !== undefined && keys === firstKeysOf(second.text);
}

/** Whether the file is read the same way when its type is JSON Lines, so that it can be given that type. */
export function canBeReadAsJsonLines(source: TextSource): boolean {
  const head = headOf(source);
  return isLineDelimited(source, false) || !isLineDelimited(source, true) || !head.trimEnd().includes('\n');
}

interface Line {
  readonly text: string;
  readonly end: number;
}

/** The next line that is not blank; `undefined` at the end of the text. */
function nextLine(text: string, from: number): Line | undefined {
  const start = skipWhitespace(text, from, text.length);
  if (start === text.length) return undefined;
  const lineBreak = text.indexOf('\n', start);
  const end = lineBreak < 0 ? text.length : lineBreak;
  return { text: text.slice(start, end), end };
}

function opensValue(line: string): boolean {
  if (line[0] !== '{' && line[0] !== '[') return false;
  const character = line[skipWhitespace(line, 1, line.length)];
  return character === '"' || character === '{' || character === '[';
}

function isWhole(line: string): boolean {
  const skipped = skipBrackets(line, 0, line.length);
  return skipped !== undefined && tryParse(line) !== undefined;
}

/** The line up to and including its first colon. */
function openingOf(line: string): string {
  return line.slice(0, line.indexOf(':') + 1);
}

/** The first two keys of an object, or of one in it; `undefined` if a line has fewer or begins otherwise. */
function firstKeysOf(line: string): string | undefined {
  const match = firstKeys.exec(line.slice(0, maxFirstKeysLength));
  return match === null ? undefined : `${match[1]} ${match[2]}`;
}

const maxFirstKeysLength = 512;
const firstKeys =
  /^\{\s{0,8}("[\w-]{1,64}")\s{0,8}:\s{0,8}(?:\{|"[^"\\]{0,200}",|-?\d{1,20},)\s{0,8}("[\w-]{1,64}")\s{0,8}:/;
