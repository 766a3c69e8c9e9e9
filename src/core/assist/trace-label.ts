import { findFailureText } from '../explain/parts/rating-text';
import { isMeaningful } from '../record/already-masked';
import { hasFailed } from '../record/outcome';
import type { ReadTime } from '../record/times';
import type { TraceFacts } from '../record/trace-facts';
import type { UserIdentity } from '../record/user-identity';
import { maskText } from '../secrets/mask-text';
import { truncate } from '../text/display-text';
import type { Localizer } from '../text/localization';
import { type TimeZone, utc, type ZonedTime, zonedTimeOf } from '../text/zoned-time';

/** A trace in one line, for lists of many. */
export interface TraceLabel {
  /**
   * `04:02:58 ⚠ addMember db-base · ci-runner · failed · IMS`, without the parts that the trace lacks. Lists are searched
   * by this text, hence the word for what the sign means, and the service.
   */
  readonly text: string;
  /** What the text leaves out: `image · 2026-11-26 UTC`. */
  readonly detail: string;
}

/** How much of the date precedes the time: as little as tells the traces of a list apart. */
export type DatePart = 'none' | 'day' | 'year';

export interface LabelSettings {
  readonly localizer: Localizer;
  readonly timeZone: TimeZone;
  readonly datePart: DatePart;
}

export interface LabelledTrace {
  readonly facts: TraceFacts;
  /** How many traces are before it, for one that says nothing about itself. */
  readonly number: number;
  /** When the operation failed, if this is its accepted call and the result is known. */
  readonly failedAt?: ReadTime | undefined;
}

/** The label of a trace. Credentials in its values are masked. */
export function traceLabel(trace: LabelledTrace, settings: LabelSettings): TraceLabel {
  const { facts, number } = trace;
  const { localizer, timeZone } = settings;
  const mark = hasFailed(facts.outcome) ? '⚠' : '';
  const subject = shownValue(facts.resourceName, 'resource_name') || shortId(facts.resourceId);
  const head = [clockOf(facts.time, settings), mark, shownValue(facts.event, 'trace_name'), subject];
  const rest = [
    ...usersOf(facts.user, localizer),
    outcomeWord(trace, settings),
    shownValue(facts.service, 'service_type'),
  ];
  const text = joinFilled([joinFilled(head, ' '), ...rest], ' · ');
  return {
    text: text === '' ? localizer.t('trace {0}', number + 1) : text,
    detail: joinFilled(
      [shownValue(facts.resourceType, 'resource_type'), dateOf(facts.time, timeZone)],
      ' · ',
    ),
  };
}

/** How much of the date the traces of a list need. */
export function datePartOf(list: Iterable<TraceFacts>, timeZone: TimeZone): DatePart {
  const dates = new Set<string>();
  for (const { time } of list) if (time !== undefined) dates.add(zoned(time, timeZone).date);
  if (dates.size <= 1) return 'none';
  const years = new Set([...dates].map((date) => date.slice(0, -monthAndDay.length)));
  return years.size === 1 ? 'day' : 'year';
}

/** Who acted and through which agency, named as in the sentence of a notable event. */
function usersOf(user: UserIdentity | undefined, { t }: Localizer): readonly string[] {
  const name = shownValue(user?.name, 'user');
  if (user?.kind !== 'agency') return [name];
  const agency = name === '' ? t('an agency') : t('agency {0}', name);
  return [shownValue(findMeaningful(user.assumedBy), 'user'), agency];
}

function findMeaningful(name: string | undefined): string | undefined {
  return name !== undefined && isMeaningful(name) ? name : undefined;
}

/** For people to type: the same word for all failures. */
function outcomeWord({ facts: { outcome }, failedAt }: LabelledTrace, settings: LabelSettings): string {
  const { localizer } = settings;
  const failure = findFailureText(outcome.rating, localizer);
  if (failure !== undefined) return failure;
  return failedAt === undefined ? '' : localizer.t('failed at {0}', clockOf(failedAt, settings));
}

const monthAndDay = '-11-26';

/** To the second. */
function clockOf(time: ReadTime | undefined, { datePart, timeZone }: LabelSettings): string {
  if (time === undefined) return '';
  const { date, clock } = zoned(time, timeZone);
  if (datePart === 'none') return clock;
  return `${datePart === 'day' ? date.slice(1 - monthAndDay.length) : date} ${clock}`;
}

/** With the zone, unless the trace leaves it open. */
function dateOf(time: ReadTime | undefined, timeZone: TimeZone): string {
  if (time === undefined) return '';
  const { date, zone } = zoned(time, timeZone);
  return time.isExact ? `${date} ${zone}` : date;
}

/** A time without a zone is shown as it is written. */
function zoned({ epochMilliseconds, isExact }: ReadTime, timeZone: TimeZone): ZonedTime {
  return zonedTimeOf(epochMilliseconds, isExact ? timeZone : utc);
}

const maxValueLength = 80;
/** Enough to tell the resources of a file apart. */
const shortIdLength = 8;

function shortId(id: string | undefined): string {
  return truncate(shownValue(id, 'resource_id'), shortIdLength);
}

/**
 * A value on one line, shortened, with its credentials masked.
 *
 * @param field that holds it
 */
function shownValue(value: string | undefined, field: string): string {
  return value === undefined ? '' : truncate(maskText(value, field), maxValueLength).trim();
}

function joinFilled(parts: readonly string[], separator: string): string {
  return parts.filter((part) => part !== '').join(separator);
}
