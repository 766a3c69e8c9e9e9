import { isPlausibleTime, readTime } from '../record/times';
import { fieldOf, findString, type Trace } from '../record/trace';
import { clockTolerance, readTraceClock } from '../record/trace-id';
import type { Localizer } from '../text/localization';
import { utc, zonedTimeOf } from '../text/zoned-time';
import { noMatches, type Report, type TraceRule } from './rule';
import { displayValue } from './wording';

/** The clock in the `trace_id` is far from the time of the record: one of them was changed or converted wrongly. */
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

/** A time of the record that the clock is compared with. */
interface Reference {
  readonly name: string;
  /** Epoch milliseconds. */
  readonly time: number;
}

/**
 * The clock shows when the record was made, that is `record_time`. Without that field, `time` is used, which is a few
 * seconds earlier; but not in a truncated record, where `record_time` may be in the missing part.
 */
function findReference(trace: Trace): Reference | undefined {
  const recorded = findReferenceIn(trace, 'record_time');
  return recorded !== undefined || !trace.isWellFormed ? recorded : findReferenceIn(trace, 'time');
}

function findReferenceIn(trace: Trace, name: string): Reference | undefined {
  const value = trace.value(name);
  // As most times are written
  if (typeof value === 'number' && Number.isInteger(value) && isPlausibleTime(value))
    return { name, time: value };
  const read = typeof value === 'number' || typeof value === 'string' ? readTime(value) : undefined;
  if (!read?.isExact || !isPlausibleTime(read.epochMilliseconds)) return undefined;
  return { name, time: read.epochMilliseconds };
}

function report(
  trace: Trace,
  { clock, time, name }: Reference & { readonly clock: number },
  localizer: Localizer,
): Report {
  const { valueSpan, value } = fieldOf(trace, 'trace_id');
  const message = localizer.t(
    'The clock in trace_id "{0}" says {1}, but {2} is {3}: an edited record, or a wrong unit or time zone',
    displayValue(String(value)),
    toText(clock),
    name,
    toText(time),
  );
  return { message, span: valueSpan };
}

/** To the second, in UTC. */
function toText(epochMilliseconds: number): string {
  const { date, clock, zone } = zonedTimeOf(epochMilliseconds, utc);
  return `${date} ${clock} ${zone}`;
}
