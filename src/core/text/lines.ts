/** Both numbers count from 0; what people see counts from 1. */
export interface Position {
  readonly line: number;
  /** In UTF-16 units. */
  readonly column: number;
}

/** The first offset of each line. A line ends with `\n` or `\r\n`. */
export type LineStarts = Uint32Array;

/** Linear in the length of the text. */
export function lineStartsOf(text: string): LineStarts {
  const starts = new Uint32Array(countLineBreaks(text) + 1);
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts[++line] = at + 1;
  return starts;
}

/** A binary search: logarithmic in the number of lines. */
export function positionOf(starts: LineStarts, offset: number): Position {
  let line = 0;
  let after = starts.length;
  while (after - line > 1) {
    const middle = (line + after) >>> 1;
    if ((starts[middle] ?? 0) <= offset) line = middle;
    else after = middle;
  }
  return { line, column: offset - (starts[line] ?? 0) };
}

/**
 * Allows an array of the right size: a growing one takes several times the memory for a file of nothing but line
 * breaks.
 */
function countLineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
