import type { CheckedFile } from '../check/checked-file';
import { endOf, type Span } from '../text/span';

/** The most that is read without scrolling sideways again and again, in UTF-16 units. */
export const maxReadableLength = 1000;

/** Whether a trace begins in a line: one that only holds a long string of a trace is laid out already. */
export function beginsTrace(file: CheckedFile, line: Span): boolean {
  const range = { start: line.offset, end: endOf(line), maxLength: Number.POSITIVE_INFINITY };
  for (const { start } of file.tracesIn(range)) if (start >= line.offset) return true;
  return false;
}
