/**
 * Maps offsets between two texts that differ in whitespace only. The texts consist of runs that are equal in both; only
 * the start of each run is kept.
 */
export interface PositionMap {
  readonly original: Uint32Array;
  readonly formatted: Uint32Array;
  readonly originalLength: number;
  readonly formattedLength: number;
}

/** The offset in the formatted text; one within whitespace maps to what follows it. */
export function toFormatted(map: PositionMap, offset: number): number {
  return mapOffset(offset, { from: map.original, to: map.formatted, limit: map.formattedLength });
}

/** The offset in the original text; one within whitespace maps to what follows it. */
export function toOriginal(map: PositionMap, offset: number): number {
  return mapOffset(offset, { from: map.formatted, to: map.original, limit: map.originalLength });
}

interface Direction {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** The length of the text mapped to. */
  readonly limit: number;
}

function mapOffset(offset: number, { from, to, limit }: Direction): number {
  const index = lastIndexUpTo(from, offset);
  if (index < 0) return Math.min(to[0] ?? 0, limit);
  const mapped = (to[index] ?? 0) + offset - (from[index] ?? 0);
  return Math.min(mapped, to[index + 1] ?? limit);
}

/** A binary search for the last index whose value is not greater; -1 if there is none. */
function lastIndexUpTo(values: Uint32Array, offset: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
