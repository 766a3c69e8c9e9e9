import type { CheckedFile } from '../check/checked-file';
import type { LocatedTrace } from '../file/located-traces';
import { readTime } from '../record/times';
import { findField, findString, type Trace } from '../record/trace';
import { truncate } from '../text/display-text';
import type { Localizer } from '../text/localization';
import { type Span, shiftSpan } from '../text/span';

/** How many traces an outline shows: more than anyone scrolls through, few enough to be drawn at once. */
export const maxOutlined = 5000;

/** A trace as a line of the outline. Spans count from the beginning of the file. */
export interface OutlineEntry {
  /** For example `createImage · ims · normal · 2020-10-21 03:40:19Z`; what the trace lacks is left out. */
  readonly label: string;
  readonly span: Span;
  /** The value of the event name, or the opening brace where there is none. */
  readonly nameSpan: Span;
}

/** What the outlines of trace files are called, beside those of others. */
export function outlineTitle({ t }: Localizer): string {
  return t('CTS traces');
}

/** The outline of a file, trace by trace, so that whoever shows it can pause between two. */
export function* outline(file: CheckedFile, localizer: Localizer): Generator<OutlineEntry, void> {
  for (const placed of file.traces()) {
    if (placed.number === maxOutlined) return;
    yield toEntry(placed, localizer);
  }
}

function toEntry({ trace, start, number }: LocatedTrace, { t }: Localizer): OutlineEntry {
  const parts = [nameOf(trace), typeOf(trace), ratingOf(trace), timeOf(trace)];
  const shown = parts.filter((part) => part !== '');
  const label = shown.length > 0 ? shown.join(' · ') : t('trace {0}', number + 1);
  const name = findField(trace, 'trace_name');
  const nameSpan = name && name.valueSpan.length > 0 ? name.valueSpan : { offset: 0, length: 1 };
  return {
    label,
    span: { offset: start, length: trace.text.length },
    nameSpan: shiftSpan(nameSpan, start),
  };
}

function nameOf(trace: Trace): string {
  return onOneLine(findString(trace, 'trace_name') ?? '');
}

/** The resource type, with the service before it where that is not the one most traces here are of. */
function typeOf(trace: Trace): string {
  const type = onOneLine(findString(trace, 'resource_type') ?? '');
  const service = onOneLine(findString(trace, 'service_type') ?? '');
  if (service.toUpperCase() === 'IMS') return type === '' ? service : type;
  return [service, type].filter((part) => part !== '').join('/');
}

/** Failed operations are seen at a glance. */
function ratingOf(trace: Trace): string {
  const rating = onOneLine(findString(trace, 'trace_rating') ?? findString(trace, 'trace_status') ?? '');
  return rating === 'warning' || rating === 'incident' ? `⚠ ${rating}` : rating;
}

/** The time in UTC, to the second; as it is written where no zone tells the moment. */
function timeOf(trace: Trace): string {
  const value = trace.value('time');
  const time = typeof value === 'number' || typeof value === 'string' ? readTime(value) : undefined;
  if (time === undefined) return '';
  const text = new Date(time.epochMilliseconds).toISOString().slice(0, 19).replace('T', ' ');
  return time.exact ? `${text}Z` : text;
}

const longestPart = 80;

/** A text of a trace, short enough for a line. */
function onOneLine(text: string): string {
  return truncate(text, longestPart).trim();
}
