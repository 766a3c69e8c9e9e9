import type { CheckedFile } from '../check/checked-file';
import type { LocatedTrace } from '../file/located-traces';
import { readTime } from '../record/times';
import { findField, findString, type Trace } from '../record/trace';
import { truncate } from '../text/display-text';
import type { Localizer } from '../text/localization';
import { type Span, shiftSpan } from '../text/span';

/** More than anyone scrolls through, and few enough to render at once. */
export const maxOutlined = 5000;

/** A trace in the outline. Spans count from the start of the file. */
export interface OutlineEntry {
  /** `createImage · ims · normal · 2020-10-21 03:40:19Z`, without the parts that the trace lacks. */
  readonly label: string;
  readonly span: Span;
  /** The value of `trace_name`, else the opening brace. */
  readonly nameSpan: Span;
}

/** Names this outline among those of other extensions. */
export function outlineTitle({ t }: Localizer): string {
  return t('CTS traces');
}

/** The outline of a file, one trace at a time so that the caller can pause in between. */
export function* outline(file: CheckedFile, localizer: Localizer): Generator<OutlineEntry, void> {
  for (const located of file.traces()) {
    if (located.number === maxOutlined) return;
    yield toEntry(located, localizer);
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

/** The resource type, after the service unless that is IMS. */
function typeOf(trace: Trace): string {
  const type = onOneLine(findString(trace, 'resource_type') ?? '');
  const service = onOneLine(findString(trace, 'service_type') ?? '');
  if (service.toUpperCase() === 'IMS') return type === '' ? service : type;
  return [service, type].filter((part) => part !== '').join('/');
}

/** Failed operations are made to stand out. */
function ratingOf(trace: Trace): string {
  const rating = onOneLine(findString(trace, 'trace_rating') ?? findString(trace, 'trace_status') ?? '');
  return rating === 'warning' || rating === 'incident' ? `⚠ ${rating}` : rating;
}

/** The time in UTC to the second; without a `Z` if the trace gives no time zone. */
function timeOf(trace: Trace): string {
  const value = trace.value('time');
  const time = typeof value === 'number' || typeof value === 'string' ? readTime(value) : undefined;
  if (time === undefined) return '';
  const text = new Date(time.epochMilliseconds).toISOString().slice(0, 19).replace('T', ' ');
  return time.isExact ? `${text}Z` : text;
}

const maxPartLength = 80;

function onOneLine(text: string): string {
  return truncate(text, maxPartLength).trim();
}
