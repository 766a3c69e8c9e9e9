import { createOffsetList, type OffsetList, pushOffset, toOffsets } from '../text/offset-list';
import { ascendingOrder } from './ascending-order';

/**
 * Maps offsets between two texts that have runs of characters in common. Between the runs are whitespace, and quotation
 * marks and backslashes of strings that were opened. A run without characters maps a place that only the original has.
 */
export interface PositionMap {
  /** Where each run starts in the original, in the order of the formatted text. */
  readonly original: Uint32Array;
  /** Where each run starts in the formatted text; ascending. */
  readonly formatted: Uint32Array;
  readonly lengths: Uint32Array;
  /** The runs in the order of the original; `undefined` if that is their order in the formatted text. */
  readonly inOriginalOrder: Uint32Array | undefined;
  readonly originalLength: number;
  readonly formattedLength: number;
}

/** The offset in the formatted text; one between runs maps to what follows it in the original. */
export function toFormatted(map: PositionMap, offset: number): number {
  const { original, formatted, inOriginalOrder, formattedLength } = map;
  return mapOffset(offset, {
    map,
    from: original,
    to: formatted,
    order: inOriginalOrder,
    limit: formattedLength,
  });
}

/** The offset in the original text; one between runs maps to what follows it in the formatted text. */
export function toOriginal(map: PositionMap, offset: number): number {
  const { original, formatted, originalLength } = map;
  return mapOffset(offset, { map, from: formatted, to: original, order: undefined, limit: originalLength });
}

interface Direction {
  readonly map: PositionMap;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** The runs in ascending order of `from`; `undefined` if they are in that order. */
  readonly order: Uint32Array | undefined;
  /** The length of the text mapped to. */
  readonly limit: number;
}

function mapOffset(offset: number, { map, from, to, order, limit }: Direction): number {
  const place = lastPlaceUpTo(offset, from, order);
  const run = runAt(place, order);
  const past = place < 0 ? Number.POSITIVE_INFINITY : offset - (from[run] ?? 0);
  if (past <= (map.lengths[run] ?? 0)) return (to[run] ?? 0) + past;
  return place + 1 < from.length ? (to[runAt(place + 1, order)] ?? limit) : limit;
}

function runAt(place: number, order: Uint32Array | undefined): number {
  return order === undefined ? place : (order[place] ?? -1);
}

/** A binary search for the last place in the order whose run does not start after the offset; -1 if there is none. */
function lastPlaceUpTo(offset: number, from: Uint32Array, order: Uint32Array | undefined): number {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((from[runAt(middle, order)] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The runs of a map that is being made, in the order of the formatted text. */
export interface Runs {
  readonly original: OffsetList;
  readonly formatted: OffsetList;
  readonly lengths: OffsetList;
  isInOriginalOrder: boolean;
}

export function createRuns(): Runs {
  return {
    original: createOffsetList(),
    formatted: createOffsetList(),
    lengths: createOffsetList(),
    isInOriginalOrder: true,
  };
}

/** Adds a run, or continues the last one if it goes on in both texts. */
export function addRun(runs: Runs, original: number, formatted: number, length: number): void {
  const last = runs.original.length - 1;
  const lastOriginal = runs.original.values[last] ?? 0;
  const lastLength = runs.lengths.values[last] ?? 0;
  if (last >= 0) {
    const isNext =
      lastOriginal + lastLength === original &&
      (runs.formatted.values[last] ?? 0) + lastLength === formatted &&
      lastLength > 0 &&
      length > 0;
    if (isNext) {
      runs.lengths.values[last] = lastLength + length;
      return;
    }
    if (original < lastOriginal) runs.isInOriginalOrder = false;
  }
  pushOffset(runs.original, original);
  pushOffset(runs.formatted, formatted);
  pushOffset(runs.lengths, length);
}

/** Yields now and then, so that the caller can check the clock. */
export function* finishRuns(
  runs: Runs,
  textLengths: Pick<PositionMap, 'originalLength' | 'formattedLength'>,
): Generator<undefined, PositionMap> {
  const original = toOffsets(runs.original);
  yield;
  const formatted = toOffsets(runs.formatted);
  yield;
  const lengths = toOffsets(runs.lengths);
  yield;
  const inOriginalOrder = runs.isInOriginalOrder ? undefined : yield* ascendingOrder(original);
  return { original, formatted, lengths, inOriginalOrder, ...textLengths };
}
