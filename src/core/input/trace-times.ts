import { type ReadTime, readTime } from '../record/times';
import type { Trace } from '../record/trace';

/** In epoch milliseconds. */
export interface TimeRange {
  readonly first: number;
  readonly last: number;
}

/** The first and the last time of traces. */
export class TraceTimes {
  /** `undefined` if no trace has a time. */
  range: TimeRange | undefined;
  /** How many traces have no time that can be read. */
  untimed = 0;

  add(trace: Trace): void {
    const time = findTime(trace, 'time');
    if (time === undefined) this.untimed++;
    else this.range = unionOf(this.range, { first: time.epochMilliseconds, last: time.epochMilliseconds });
  }
}

/** @param name of the field, `time` or `record_time` */
export function findTime(trace: Trace, name: string): ReadTime | undefined {
  const value = trace.value(name);
  return typeof value === 'string' || typeof value === 'number' ? readTime(value) : undefined;
}

/** The range that covers both. */
export function unionOf(one: TimeRange | undefined, other: TimeRange | undefined): TimeRange | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) };
}
