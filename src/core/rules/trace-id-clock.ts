import { isPlausibleTime, readTime } from '../record/times';
import { fieldOf, findText, type Trace } from '../record/trace';
import { clockTolerance, readTraceClock } from '../record/trace-id';
import type { Voice } from '../text/localization';
import { none, type Report, type TraceRule } from './rule';
import { shown } from './wording';

/** The clock in the `trace_id` is far from the time of the record: one of the two was changed, or misread. */
export const traceIdClock: TraceRule = {
  id: 'trace-id-clock',
  level: 'information',
  check(trace) {
    const traceId = findText(trace, 'trace_id');
    const clock = traceId === undefined ? undefined : readTraceClock(traceId);
    if (clock === undefined) return none;
    const reference = findReference(trace);
    if (reference === undefined || Math.abs(clock - reference.time) <= clockTolerance) return none;
    return [{ value: reference.name, report: (voice) => report(trace, { clock, ...reference }, voice) }];
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
  return recorded !== undefined || !trace.whole ? recorded : findMoment(trace, 'time');
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
  voice: Voice,
): Report {
  const { valueSpan, value } = fieldOf(trace, 'trace_id');
  const message = voice.t(
    'the clock in trace_id "{0}" says {1}, {2} says {3}: look for an edited record or a slip of unit or time zone',
    shown(String(value)),
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
