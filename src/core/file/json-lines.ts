import { skipBrackets } from '../text/brackets';
import { tryParse } from '../text/json';
import type { TextSource } from '../text/text-source';
import { isWhitespace, skipWhitespace } from '../text/whitespace';

/** How much of a file is looked at to tell whether each line stands for itself, in UTF-16 units. */
export const longestHead = 64 * 1024;

/**
 * Whether each line of a file is a value for itself, so that a line which is cut off ends with the line. Told by the
 * first two lines: both open a value and hold something of it, and the first is whole, or the second is and begins with
 * the same key.
 *
 * @param isHinted whether the file says so by its kind (JSON Lines): then its first line alone decides
 */
export function isLineDelimited(source: TextSource, isHinted: boolean): boolean {
  const head = source.slice(0, Math.min(source.length, longestHead));
  const first = nextLine(head, 0);
  if (first === undefined || !opensValue(first.text)) return false;
  if (isHinted) return true;
  const second = first.end < head.length ? nextLine(head, first.end) : undefined;
  if (second === undefined || !opensValue(second.text)) return false;
  return isWhole(first.text) || (isWhole(second.text) && openingOf(first.text) === openingOf(second.text));
}

/** Whether a file is read the same when it is called JSON Lines: then that name does it no harm. */
export function canBeReadAsJsonLines(source: TextSource): boolean {
  const head = source.slice(0, Math.min(source.length, longestHead));
  return isLineDelimited(source, false) || !isLineDelimited(source, true) || !head.trimEnd().includes('\n');
}

interface Line {
  readonly text: string;
  readonly end: number;
}

/** The next line that is not blank. */
function nextLine(text: string, from: number): Line | undefined {
  const start = skipWhitespace(text, from, text.length);
  if (start === text.length) return undefined;
  const lineBreak = text.indexOf('\n', start);
  const end = lineBreak < 0 ? text.length : lineBreak;
  return { text: text.slice(start, end), end };
}

function opensValue(line: string): boolean {
  if (line[0] !== '{' && line[0] !== '[') return false;
  let at = 1;
  while (at < line.length && isWhitespace(line.charCodeAt(at))) at++;
  const mark = line[at];
  return mark === '"' || mark === '{' || mark === '[';
}

function isWhole(line: string): boolean {
  const skipped = skipBrackets(line, 0, line.length);
  return skipped !== undefined && tryParse(line) !== undefined;
}

/** A line up to its first colon. */
function openingOf(line: string): string {
  return line.slice(0, line.indexOf(':') + 1);
}
