import { isMeaningful } from '../record/already-masked';
import { isPlausibleTime, type ReadTime, readTime, type TimeFormat } from '../record/times';
import { fieldOf, type Trace } from '../record/trace';
import type { Localizer } from '../text/localization';
import { type Fix, noMatches, type Report, type RuleMatch, type TraceRule } from './rule';
import { displayValue } from './wording';

const timeFields = ['time', 'record_time'] as const;

/**
 * A time that is not in milliseconds, has no known format, is not a real date, or is outside of the plausible years.
 */
export const suspiciousTime: TraceRule = {
  id: 'suspicious-time',
  level: 'information',
  check(trace) {
    let matches: RuleMatch[] | undefined;
    for (const name of timeFields) {
      const value = trace.value(name);
      if (typeof value !== 'number' && typeof value !== 'string') continue;
      const problem = findProblem(value);
      if (problem === undefined || (typeof value === 'string' && !isMeaningful(value))) continue;
      matches ??= [];
      matches.push({
        value: `${name} ${problem.kind}`,
        report: (localizer) => report(trace, { name, ...problem }, localizer),
      });
    }
    return matches ?? noMatches;
  },
};

type ProblemKind = 'unit' | 'number' | 'text' | 'year';

interface Problem {
  readonly kind: ProblemKind;
  /** `undefined` if the value could not be parsed. */
  readonly read: ReadTime | undefined;
}

function findProblem(value: string | number): Problem | undefined {
  if (typeof value === 'number' && isPlausibleTime(value)) return undefined;
  const read = readTime(value);
  if (read === undefined) return { kind: isDigits(value) ? 'number' : 'text', read };
  if (!read.isExact || read.format === 'epoch-milliseconds') return undefined;
  if (read.format.startsWith('epoch-')) return { kind: 'unit', read };
  return isPlausibleTime(read.epochMilliseconds) ? undefined : { kind: 'year', read };
}

function isDigits(value: string | number): boolean {
  return typeof value === 'number' || /^[+-]?\d+$/.test(value.trim());
}

function report(
  trace: Trace,
  { name, kind, read }: Problem & { readonly name: string },
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
  const message = localizer.t('{0} "{1}" is in {2}; CTS uses milliseconds', name, displayValue(bare), unit);
  return { message, span, fixes: [fix] };
}

function messageOf(kind: ProblemKind, name: string, written: string, { t }: Localizer): string {
  if (kind === 'year') return t('{0} "{1}" is outside 2015–2099. Check the date', name, written);
  return kind === 'number'
    ? t(
        '{0} "{1}" is not a time from 2015 to 2099 in any unit. Expected milliseconds since 1970',
        name,
        written,
      )
    : t(
        '{0} "{1}" has an unknown format or is not a real date. Expected milliseconds since 1970 or a date with a time zone',
        name,
        written,
      );
}

function unitOf(format: TimeFormat, { t }: Localizer): string {
  if (format === 'epoch-seconds') return t('seconds');
  return format === 'epoch-microseconds' ? t('microseconds') : t('nanoseconds');
}
