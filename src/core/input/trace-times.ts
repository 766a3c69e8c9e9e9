import { type TimeSpan, unionOf } from '../record/time-span';
import type { Trace } from '../record/trace';
import { findTime } from '../record/trace-facts';

/** The first and the last time of traces. */
export class TraceTimes {
  /** `undefined` if no trace has a time. */
  range: TimeSpan | undefined;
  /** How many traces have no time that can be read. */
  untimed = 0;

  add(trace: Trace): void {
    const time = findTime(trace, 'time');
    if (time === undefined) this.untimed++;
    else this.range = unionOf(this.range, { first: time.epochMilliseconds, last: time.epochMilliseconds });
  }
}
