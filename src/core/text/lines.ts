/** A place as people name it. Both count from 0; what is shown to people counts from 1. */
export interface Position {
  readonly line: number;
  /** In UTF-16 units. */
  readonly column: number;
}

/** Where each line of a text begins: its first offset, by line. A line ends with `\n` or `\r\n`. */
export type LineStarts = Uint32Array;

/** Goes through the text once. */
export function findLineStarts(text: string): LineStarts {
  const starts = new Uint32Array(countLineBreaks(text) + 1);
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts[++line] = at + 1;
  return starts;
}

/** The place of an offset, found in as many steps as the number of lines has bits. */
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

/** Counted first: an array that grows would need several times the memory for a file of nothing but line breaks. */
function countLineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
