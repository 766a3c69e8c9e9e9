/** From `from` to `to`, in epoch milliseconds, UTC. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

export const hour = 60 * 60_000;

/** @param time in epoch milliseconds */
export function startOfHour(time: number): number {
  return Math.floor(time / hour) * hour;
}

/** How many hours on each side of a gap are looked at, at least. */
const minWindow = 24;
/** How many hours with files there have to be around a gap for each hour without. */
const hoursPerMissingHour = 4;
/** The share of the hours around a gap that have files. */
const minDensity = 0.9;

/**
 * Hours without a file although the hours around them have one. CTS delivers nothing for a service without traces, so an
 * empty hour means something only where files come hour by hour, day and night: at least nine in ten of the hours around
 * it have one – a day on each side, or four times the gap if that is more, as far as the files go –, and there are at
 * least four such hours for each one that is missing. Nights and weekends of people at work are no such gaps.
 *
 * @param times of delivery of the files of a series, in epoch milliseconds, in any order
 */
export function findEmptyHours(times: Iterable<number>): readonly TimeRange[] {
  const hours = [...new Set([...times].map((time) => startOfHour(time) / hour))].sort((a, b) => a - b);
  return hours.flatMap((after, index) => {
    const before = hours[index - 1];
    if (before === undefined || after - before < 2 || !isDenseAround(hours, index)) return [];
    return [{ from: (before + 1) * hour, to: after * hour }];
  });
}

/** @param index of the first hour after the gap */
function isDenseAround(hours: readonly number[], index: number): boolean {
  const before = hours[index - 1] ?? 0;
  const after = hours[index] ?? 0;
  const missing = after - before - 1;
  const reach = Math.max(minWindow, hoursPerMissingHour * missing);
  const first = Math.max(hours[0] ?? 0, before - reach + 1);
  const last = Math.min(hours.at(-1) ?? 0, after + reach - 1);
  const counted = before - first + 1 + (last - after + 1);
  const filled = countFrom(hours, first) - countFrom(hours, last + 1);
  return filled >= hoursPerMissingHour * missing && filled >= minDensity * counted;
}

/** How many of the sorted numbers are not below the limit. */
function countFrom(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return sorted.length - low;
}

/** A digest comes each hour; this much later is still the same hour's. */
const maxDigestInterval = 1.5 * hour;

/**
 * The time for which there is no digest. CTS writes one each hour, also if there was nothing to list, so each interval of
 * more than an hour between two of them is a gap.
 *
 * @param times at which digests were delivered, which is the end of the hour that each lists, in epoch milliseconds
 */
export function findHoursWithoutDigest(times: Iterable<number>): readonly TimeRange[] {
  const sorted = [...new Set(times)].sort((a, b) => a - b);
  return sorted.flatMap((time, index) => {
    const before = sorted[index - 1];
    return before === undefined || time - before <= maxDigestInterval
      ? []
      : [{ from: before, to: time - hour }];
  });
}
