/** Text that is read in pieces, so that an editor's document need not be joined into a single string. */
export interface TextSource {
  /** In UTF-16 units. */
  readonly length: number;
  /** The text from `start` to `end` (exclusive); both lie inside the text. */
  slice(start: number, end: number): string;
}

export function textSource(text: string): TextSource {
  return { length: text.length, slice: (start, end) => text.slice(start, end) };
}

/** A section of a source, held as one string. */
export interface View {
  /** The offset of `text` in the source. */
  readonly base: number;
  readonly text: string;
  /** Whether the text ends where the source ends. */
  readonly isLast: boolean;
}

/** The most of a source that is held as one string, in UTF-16 units, unless a record is longer. */
const maxViewLength = 256 * 1024;
/** The least that is held: a few records and what they look ahead. */
const minViewLength = 8 * 1024;

/** Cuts a view of `length` units from `from` on, shorter if the source ends before. */
export function viewFrom(source: TextSource, from: number, length: number): View {
  const end = Math.min(source.length, from + length);
  return { base: from, text: source.slice(from, end), isLast: end === source.length };
}

/** How long the first view should be if `remaining` units are to be read. */
export function viewLengthFor(remaining: number): number {
  return Math.min(maxViewLength, remaining + minViewLength);
}
