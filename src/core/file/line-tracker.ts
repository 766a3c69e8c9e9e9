import { lineStartsOf, type Position, positionOf } from '../text/lines';

/** Keeps track of lines along a text that is read from its beginning to its end, piece by piece. */
export class LineTracker {
  /** Of the place that was reached; counts from 0. */
  private line = 0;
  /** Offsets of the first characters of this line and of the one before. */
  private lineStart = 0;
  private previousLineStart = 0;
  /** The next line break at or after the place, if it is known. */
  private nextBreak: number | undefined;
  /** Up to where there is no line break other than those counted. */
  private searchedTo = 0;

  /**
   * Moves on to an offset.
   *
   * @param text a part of the file that reaches from the current place to the offset
   * @param base offset in the file of that part
   */
  advance(text: string, base: number, offset: number): void {
    for (;;) {
      this.nextBreak ??= findBreak(text, base, this.searchedTo);
      if (this.nextBreak === undefined) this.searchedTo = base + text.length;
      if (this.nextBreak === undefined || this.nextBreak >= offset) return;
      this.line++;
      this.previousLineStart = this.lineStart;
      this.lineStart = this.nextBreak + 1;
      this.searchedTo = this.lineStart;
      this.nextBreak = undefined;
    }
  }

  /** @param offset of the place that was reached, or one before it */
  positionOf(offset: number): Position {
    return offset >= this.lineStart
      ? { line: this.line, column: offset - this.lineStart }
      : { line: this.line - 1, column: offset - this.previousLineStart };
  }
}

function findBreak(text: string, base: number, from: number): number | undefined {
  const at = text.indexOf('\n', Math.max(0, from - base));
  return at < 0 ? undefined : base + at;
}

/** The position of an offset in a text that itself begins at a position. */
export function positionWithin(text: string, start: Position, offset: number): Position {
  let line = start.line;
  let lineStart = -start.column;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart };
}

/** From so many on, lines are looked up. */
const manyOffsets = 8;

/**
 * What finds positions as {@link positionWithin} does.
 *
 * @param count how many offsets there are: of many, the text is not read for each
 */
export function positionFinder(text: string, start: Position, count: number): (offset: number) => Position {
  if (count < manyOffsets) return (offset) => positionWithin(text, start, offset);
  const starts = lineStartsOf(text);
  return (offset) => {
    const { line, column } = positionOf(starts, offset);
    return { line: start.line + line, column: line === 0 ? start.column + column : column };
  };
}
