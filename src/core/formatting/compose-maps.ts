import { addRun, createRuns, finishRuns, type PositionMap } from './position-map';

/** Takes a fraction of a millisecond. */
const runsPerStep = 10_000;

/**
 * The map from the original of the first to the formatted text of the second, which was made from the formatted text of
 * the first and has its order. Yields now and then, so that the caller can check the clock.
 */
export function* composeMaps(first: PositionMap, second: PositionMap): Generator<undefined, PositionMap> {
  const runs = createRuns();
  let next = 0;
  for (let index = 0; index < second.formatted.length; index++) {
    const start = second.original[index] ?? 0;
    const end = start + (second.lengths[index] ?? 0);
    const shift = (second.formatted[index] ?? 0) - start;
    while (next < first.formatted.length && endOfRun(first, next) <= start && startOfRun(first, next) < start)
      next++;
    for (let run = next; run < first.formatted.length && startOfRun(first, run) < end; run++) {
      const from = Math.max(start, startOfRun(first, run));
      const to = Math.min(end, endOfRun(first, run));
      const original = (first.original[run] ?? 0) + from - startOfRun(first, run);
      if (to >= from) addRun(runs, original, from + shift, to - from);
    }
    if (index % runsPerStep === runsPerStep - 1) yield;
  }
  return yield* finishRuns(runs, {
    originalLength: first.originalLength,
    formattedLength: second.formattedLength,
  });
}

function startOfRun({ formatted }: PositionMap, run: number): number {
  return formatted[run] ?? 0;
}

function endOfRun(map: PositionMap, run: number): number {
  return startOfRun(map, run) + (map.lengths[run] ?? 0);
}
