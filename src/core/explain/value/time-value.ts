import { isMeaningful } from '../../record/already-masked';
import { type ReadTime, readTime, type TimeFormat } from '../../record/times';
import type { Trace } from '../../record/trace';
import type { JsonValue } from '../../text/json';
import type { Localizer } from '../../text/localization';
import { code, type Document, fill, type Line, lines, strong, text } from '../../text/markdown';
import { type TimeZone, utc, zonedTimeOf } from '../../text/zoned-time';
import type { ExplainSettings, ExplainValue } from '../parts/explanation';
import { ageText, durationText, momentText, retention } from '../parts/moments';
import { heading, joinParts, labelled, sentence } from '../parts/phrases';

/** Explains `time` or `record_time`. */
export function explainTime(field: 'time' | 'record_time'): ExplainValue {
  return (value, trace, settings) => {
    if (!isPresent(value)) return undefined;
    const read = readTime(value);
    if (read === undefined) return unreadableDocument(field, settings.localizer);
    if (!read.isExact) return zonelessDocument(field, value, read, settings.localizer);
    return [
      lines(
        heading(field, text(momentText(read.epochMilliseconds, settings.timeZone))),
        ...otherZoneLines(read, settings),
        ageLine(read, settings),
        formatLine(read, settings.localizer),
        delayLine(trace, settings.localizer),
      ),
    ];
  };
}

/** The moment of a time field in epoch milliseconds; `undefined` if absent, unreadable or without a time zone. */
export function findMoment(trace: Trace, field: 'time' | 'record_time'): number | undefined {
  const value = trace.value(field);
  const read = isPresent(value) ? readTime(value) : undefined;
  return read?.isExact === true ? read.epochMilliseconds : undefined;
}

function isPresent(value: JsonValue | undefined): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && isMeaningful(value));
}

/** Does not repeat the value, which may be anything. */
function unreadableDocument(field: string, { t }: Localizer): Document {
  return [lines(heading(field, text(t('Not a recognised or plausible time'))))];
}

function zonelessDocument(
  field: string,
  value: string | number,
  read: ReadTime,
  localizer: Localizer,
): Document {
  return [
    lines(heading(field, code(String(value))), formatLine(read, localizer), [
      text(localizer.t('No time zone given, so the exact time is unknown')),
    ]),
  ];
}

/** The time in UTC and in the user's own zone, unless the clocks there show the same. */
function otherZoneLines({ epochMilliseconds }: ReadTime, settings: ExplainSettings): readonly Line[] {
  const { timeZone = utc, ownTimeZone = timeZone, localizer } = settings;
  const zones = [timeZone, utc, ownTimeZone];
  const clocks = zones.map((zone) => clockText(epochMilliseconds, zone));
  const lineOf = (index: number, label: string): Line =>
    clocks.indexOf(clocks[index] ?? '') < index
      ? []
      : labelled(label, [text(momentText(epochMilliseconds, zones[index]))]);
  return [lineOf(1, localizer.t('UTC:')), lineOf(2, localizer.t('Local:'))];
}

function clockText(epochMilliseconds: number, timeZone: TimeZone): string {
  const { date, clock } = zonedTimeOf(epochMilliseconds, timeZone);
  return `${date} ${clock}`;
}

function ageLine({ epochMilliseconds }: ReadTime, settings: ExplainSettings): Line {
  const isExpired = settings.now - epochMilliseconds > retention;
  const { t } = settings.localizer;
  return joinParts(
    sentence(ageText(epochMilliseconds, settings)),
    sentence(
      isExpired
        ? t(
            'older than seven days: no longer in the CTS console, only in OBS or LTS if a tracker transferred it',
          )
        : undefined,
    ),
  );
}

function formatLine({ format, zone }: ReadTime, { t }: Localizer): Line {
  const written = fill(formatText(format, t), strong(t('month first')));
  return zone === undefined ? written : fill(t('{0}, time zone {1}'), written, code(zone));
}

function formatText(format: TimeFormat, t: (message: string) => string): string {
  switch (format) {
    case 'epoch-milliseconds':
      return t('Unix time in milliseconds');
    case 'epoch-seconds':
      return t('Unix time in seconds; CTS documents milliseconds');
    case 'epoch-microseconds':
      return t('Unix time in microseconds; CTS documents milliseconds');
    case 'epoch-nanoseconds':
      return t('Unix time in nanoseconds; CTS documents milliseconds');
    case 'year-month-day':
      return t('Read as year/month/day');
    case 'month-day-year':
      return t('Read as month/day/year ({0}), as the trace IDs of such records confirm');
    case 'month-name':
      return t('Read as month name, day, year');
    case 'iso-8601':
      return t('ISO 8601');
  }
}

/** The time from the event to its recording. It may be negative: published traces have both orders. */
function delayLine(trace: Trace, { language, t }: Localizer): Line {
  const happened = findMoment(trace, 'time');
  const recorded = findMoment(trace, 'record_time');
  if (happened === undefined || recorded === undefined) return [];
  const delay = recorded - happened;
  if (delay === 0) return [text(t('Recorded at the same time as the event'))];
  const duration = durationText(delay, { language, t });
  return [
    text(
      delay > 0
        ? t('Recorded {0} after the event', duration)
        : t('Recorded {0} before the event; the order is not guaranteed', duration),
    ),
  ];
}
