/** From the earliest to the latest time, in epoch milliseconds. */
export interface TimeSpan {
  readonly first: number;
  readonly last: number;
}

/** The range that covers both. */
export function unionOf(one: TimeSpan | undefined, other: TimeSpan | undefined): TimeSpan | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) };
}
