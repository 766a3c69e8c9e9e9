import type { FilePlace } from '../check/damage';
import type { FileSummary } from '../check/file-summary';
import type { TimeSpan } from '../record/time-span';
import type { Severity } from '../rules/severity';
import { type Localizer, numberText } from '../text/localization';
import { type TimeZone, utc, type ZonedTime, zonedTimeOf } from '../text/zoned-time';
import { countsText, damageText } from './language-status';

export interface SummaryFacts {
  /** `undefined` if the summary is turned off. */
  readonly summary: FileSummary | undefined;
  readonly traceCount: number;
  /** The number of findings, folded ones included. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Whether traces are on a line that is too long to read. */
  readonly hasLongLine: boolean;
  placeOf(offset: number): FilePlace;
}

/** What a part of the summary line leads to. */
export type SummaryAction =
  | { readonly kind: 'open-formatted' }
  | { readonly kind: 'traces' }
  | { readonly kind: 'next-failure' }
  | { readonly kind: 'findings' }
  /** Hints, which the Problems panel does not list. */
  | { readonly kind: 'hints' }
  | { readonly kind: 'place'; readonly offset: number };

export interface SummaryPart {
  readonly title: string;
  readonly tooltip: string;
  readonly action: SummaryAction;
}

/**
 * The line on top of a trace file: what it holds, each part with what it leads to. What needs attention comes before the
 * times, since a narrow window cuts the line.
 */
export function summaryLine(
  facts: SummaryFacts,
  localizer: Localizer,
  timeZone: TimeZone = utc,
): readonly SummaryPart[] {
  const { summary } = facts;
  const parts = [openPart(facts, localizer)];
  if (summary)
    parts.push(
      tracesPart(summary.traceCount, localizer),
      damagePart(facts, summary, localizer),
      failuresPart(summary, localizer),
      findingsPart(facts, summary, localizer),
      timesPart(summary, localizer, timeZone),
    );
  return parts.filter((part) => part !== undefined);
}

function openPart(
  { hasLongLine, summary, traceCount }: SummaryFacts,
  localizer: Localizer,
): SummaryPart | undefined {
  if (!hasLongLine) return undefined;
  const { t } = localizer;
  const title = t('Open Formatted');
  return {
    title: summary ? title : [title, tracesText(traceCount, localizer)].join(separator),
    tooltip: t('Open a read-only view with one field per line'),
    action: { kind: 'open-formatted' },
  };
}

function tracesPart(traceCount: number, localizer: Localizer): SummaryPart {
  return leadToTraces(tracesText(traceCount, localizer), localizer);
}

function timesPart(
  { times }: FileSummary,
  localizer: Localizer,
  timeZone: TimeZone,
): SummaryPart | undefined {
  return times && leadToTraces(spanText(times, timeZone), localizer);
}

function leadToTraces(title: string, { t }: Localizer): SummaryPart {
  return { title, tooltip: t('Go to a trace by name, user or resource'), action: { kind: 'traces' } };
}

function failuresPart({ failedCount }: FileSummary, { t }: Localizer): SummaryPart | undefined {
  if (failedCount === 0) return undefined;
  return {
    title: failedCount === 1 ? t('1 failed trace') : t('{0} failed traces', numberText(failedCount)),
    tooltip: t('Go to the next failed trace'),
    action: { kind: 'next-failure' },
  };
}

function damagePart(
  { placeOf }: SummaryFacts,
  { damage }: FileSummary,
  localizer: Localizer,
): SummaryPart | undefined {
  if (damage === undefined) return undefined;
  return {
    title: damageText({ kind: damage.kind, place: placeOf(damage.offset) }, localizer),
    tooltip: localizer.t('Go to the place'),
    action: { kind: 'place', offset: damage.offset },
  };
}

/** A damaged file is never said to have no findings: the editor may report what is broken itself. */
function findingsPart(
  facts: SummaryFacts,
  { damage }: FileSummary,
  localizer: Localizer,
): SummaryPart | undefined {
  const { error, warning, information, hint } = facts.counts;
  const isListed = error + warning + information > 0;
  if (!isListed && hint === 0 && damage) return undefined;
  const title = countsText(facts, localizer);
  const { t } = localizer;
  return isListed || hint === 0
    ? { title, tooltip: t('Show the Problems panel'), action: { kind: 'findings' } }
    : {
        title,
        tooltip: t('Show the hints, which the Problems panel does not list'),
        action: { kind: 'hints' },
      };
}

const separator = ' · ';

/** `1 trace`, `1,234 traces` */
export function tracesText(count: number, { t }: Localizer): string {
  return count === 1 ? t('1 trace') : t('{0} traces', numberText(count));
}

/** `2026-11-20 04:02 – 2026-11-21 03:12 UTC`; one date if both are of the same day, one time if they are equal. */
function spanText({ first, last }: TimeSpan, timeZone: TimeZone): string {
  const [from, to] = [zonedTimeOf(first, timeZone), zonedTimeOf(last, timeZone)];
  const start = minuteOf(from);
  if (from.zone !== to.zone) return `${start} ${from.zone} – ${minuteOf(to)} ${to.zone}`;
  if (start === minuteOf(to)) return `${start} ${to.zone}`;
  return `${start} – ${from.date === to.date ? to.clock.slice(0, 5) : minuteOf(to)} ${to.zone}`;
}

function minuteOf({ date, clock }: ZonedTime): string {
  return `${date} ${clock.slice(0, 5)}`;
}
