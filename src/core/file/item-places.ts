import type { Position } from '../text/lines';
import type { StreamedItem } from './record-stream';

export function isAfter(one: Position, other: Position): boolean {
  return one.line > other.line || (one.line === other.line && one.column > other.column);
}

/** The offset of a place in an item; the nearest one if it is outside of it. */
export function offsetWithin(
  { text, position, length }: Pick<StreamedItem, 'text' | 'position' | 'length'>,
  { line, column }: Position,
): number {
  if (isAfter(position, { line, column })) return 0;
  let from = 0;
  for (let left = line - position.line; left > 0; left--) {
    const at = text.indexOf('\n', from);
    if (at < 0) return length;
    from = at + 1;
  }
  const start = line === position.line ? position.column : 0;
  return Math.min(length, from + column - start);
}
