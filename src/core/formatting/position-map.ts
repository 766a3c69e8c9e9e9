/**
 * Which places of two texts belong together, where one is the other with other blanks. The texts are cut into stretches
 * that are the same in both; only where those begin is kept.
 */
export interface PositionMap {
  readonly original: Uint32Array;
  readonly formatted: Uint32Array;
  readonly originalLength: number;
  readonly formattedLength: number;
}

/** The place in the formatted text; a place among blanks goes to what follows them. */
export function toFormatted(map: PositionMap, offset: number): number {
  return mapOffset(offset, { from: map.original, to: map.formatted, limit: map.formattedLength });
}

/** The place in the original text; a place among blanks goes to what follows them. */
export function toOriginal(map: PositionMap, offset: number): number {
  return mapOffset(offset, { from: map.formatted, to: map.original, limit: map.originalLength });
}

interface Direction {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** The length of the text that is mapped to. */
  readonly limit: number;
}

function mapOffset(offset: number, { from, to, limit }: Direction): number {
  const index = lastNotAfter(from, offset);
  if (index < 0) return Math.min(to[0] ?? 0, limit);
  const mapped = (to[index] ?? 0) + offset - (from[index] ?? 0);
  return Math.min(mapped, to[index + 1] ?? limit);
}

/** The last index whose value is not greater, found by halving; -1 where there is none. */
function lastNotAfter(values: Uint32Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
