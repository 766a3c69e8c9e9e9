/**
 * A text that is read piece by piece. An editor's document can be one without ever being joined into a single string.
 */
export interface TextSource {
  /** In UTF-16 units. */
  readonly length: number;
  /** The text from `start` up to, but not including, `end`; both lie inside the text. */
  slice(start: number, end: number): string;
}

/** A whole text as a source. */
export function textSource(text: string): TextSource {
  return { length: text.length, slice: (start, end) => text.slice(start, end) };
}

/** A stretch of a source that holds the place asked for. */
export interface View {
  /** The offset of the first character of `text` in the source. */
  readonly base: number;
  readonly text: string;
  /** Whether the text ends where the source ends. */
  readonly isLast: boolean;
}

/** How much of a source is held as one string at a time at the most, unless a record is longer, in UTF-16 units. */
const longestView = 256 * 1024;
/** How much is held at the least: a few records and what they look ahead. */
const shortestView = 8 * 1024;

/** Cuts a view that begins at `from` and is `length` units long where the source goes so far. */
export function viewFrom(source: TextSource, from: number, length: number): View {
  const end = Math.min(source.length, from + length);
  return { base: from, text: source.slice(from, end), isLast: end === source.length };
}

/** How long a view to cut first where `left` units are to be read. */
export function viewLengthFor(left: number): number {
  return Math.min(longestView, left + shortestView);
}
