import { isMeaningful } from '../record/masked';
import { isPlausibleTime, type ReadTime, readTime, type TimeFormat } from '../record/times';
import { fieldOf, type Trace } from '../record/trace';
import type { Localizer } from '../text/localization';
import { type Fix, noMatches, type Report, type RuleMatch, type TraceRule } from './rule';
import { displayValue } from './wording';

const timeFields = ['time', 'record_time'] as const;

/** A time in another unit than milliseconds, in no known format, of no real day, or far from any year of CTS. */
export const suspiciousTime: TraceRule = {
  id: 'suspicious-time',
  level: 'information',
  check(trace) {
    let sightings: RuleMatch[] | undefined;
    for (const name of timeFields) {
      const value = trace.value(name);
      if (typeof value !== 'number' && typeof value !== 'string') continue;
      const doubt = findDoubt(value);
      if (doubt === undefined || (typeof value === 'string' && !isMeaningful(value))) continue;
      sightings ??= [];
      sightings.push({
        value: `${name} ${doubt.kind}`,
        report: (localizer) => report(trace, { name, ...doubt }, localizer),
      });
    }
    return sightings ?? noMatches;
  },
};

type DoubtKind = 'unit' | 'number' | 'text' | 'year';

interface Doubt {
  readonly kind: DoubtKind;
  /** The time as far as it could be read. */
  readonly read: ReadTime | undefined;
}

function findDoubt(value: string | number): Doubt | undefined {
  if (typeof value === 'number' && isPlausibleTime(value)) return undefined;
  const read = readTime(value);
  if (read === undefined) return { kind: isDigits(value) ? 'number' : 'text', read };
  if (!read.exact || read.format === 'epoch-milliseconds') return undefined;
  if (read.format.startsWith('epoch-')) return { kind: 'unit', read };
  return isPlausibleTime(read.epochMilliseconds) ? undefined : { kind: 'year', read };
}

function isDigits(value: string | number): boolean {
  return typeof value === 'number' || /^[+-]?\d+$/.test(value.trim());
}

function report(
  trace: Trace,
  { name, kind, read }: Doubt & { readonly name: string },
  localizer: Localizer,
): Report {
  const { valueSpan: span, value } = fieldOf(trace, name);
  const written = trace.text.slice(span.offset, span.offset + span.length);
  const bare = typeof value === 'string' ? value.trim() : written;
  if (kind !== 'unit' || read === undefined)
    return { message: messageOf(kind, name, displayValue(bare), localizer), span };
  const milliseconds = String((readTime(bare) ?? read).epochMilliseconds);
  const fix: Fix = {
    title: localizer.t('Convert to milliseconds: {0} (edits the record)', milliseconds),
    edits: [{ span, text: typeof value === 'string' ? `"${milliseconds}"` : milliseconds }],
  };
  const unit = unitOf(read.format, localizer);
  const message = localizer.t('{0} "{1}" is in {2}: CTS counts milliseconds', name, displayValue(bare), unit);
  return { message, span, fixes: [fix] };
}

function messageOf(kind: DoubtKind, name: string, written: string, { t }: Localizer): string {
  if (kind === 'year') return t('{0} "{1}" lies outside of 2015 to 2099: check the date', name, written);
  return kind === 'number'
    ? t(
        '{0} "{1}" is no time from 2015 to 2099 in any unit: CTS counts milliseconds since 1970',
        name,
        written,
      )
    : t(
        '{0} "{1}" has no known format or is no real day: expected milliseconds since 1970, or a date with its time zone',
        name,
        written,
      );
}

function unitOf(format: TimeFormat, { t }: Localizer): string {
  if (format === 'epoch-seconds') return t('seconds');
  return format === 'epoch-microseconds' ? t('microseconds') : t('nanoseconds');
}
