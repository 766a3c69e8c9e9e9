import { isPlausibleTime, readTime } from '../record/times';
import { fieldOf, findString, type Trace } from '../record/trace';
import { clockTolerance, readTraceClock } from '../record/trace-id';
import type { Localizer } from '../text/localization';
import { noMatches, type Report, type TraceRule } from './rule';
import { displayValue } from './wording';

/** The clock in the `trace_id` is far from the time of the record: one of the two was changed, or misread. */
export const traceIdClock: TraceRule = {
  id: 'trace-id-clock',
  level: 'information',
  check(trace) {
    const traceId = findString(trace, 'trace_id');
    const clock = traceId === undefined ? undefined : readTraceClock(traceId);
    if (clock === undefined) return noMatches;
    const reference = findReference(trace);
    if (reference === undefined || Math.abs(clock - reference.time) <= clockTolerance) return noMatches;
    return [
      { value: reference.name, report: (localizer) => report(trace, { clock, ...reference }, localizer) },
    ];
  },
};

/** A moment that the clock is compared with, in epoch milliseconds. */
interface Reference {
  readonly name: string;
  readonly time: number;
}

/**
 * The clock is that of recording; without it the time of the event must do, which is seconds before. Where a record is
 * cut off, its `record_time` may stand in what is missing.
 */
function findReference(trace: Trace): Reference | undefined {
  const recorded = findMoment(trace, 'record_time');
  return recorded !== undefined || !trace.isWellFormed ? recorded : findMoment(trace, 'time');
}

function findMoment(trace: Trace, name: string): Reference | undefined {
  const value = trace.value(name);
  const read = typeof value === 'number' || typeof value === 'string' ? readTime(value) : undefined;
  if (!read?.exact || !isPlausibleTime(read.epochMilliseconds)) return undefined;
  return { name, time: read.epochMilliseconds };
}

function report(
  trace: Trace,
  { clock, time, name }: Reference & { readonly clock: number },
  localizer: Localizer,
): Report {
  const { valueSpan, value } = fieldOf(trace, 'trace_id');
  const message = localizer.t(
    'the clock in trace_id "{0}" says {1}, {2} says {3}: look for an edited record or a slip of unit or time zone',
    displayValue(String(value)),
    toText(clock),
    name,
    toText(time),
  );
  return { message, span: valueSpan };
}

/** To the second, in UTC. */
function toText(epochMilliseconds: number): string {
  return new Date(epochMilliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
