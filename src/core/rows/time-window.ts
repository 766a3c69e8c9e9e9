import { readTime } from '../record/times';
import { isMomentExact, momentOf, type Row } from './row';

/** A range of time in epoch milliseconds, both ends included; `undefined` is unlimited. */
export interface TimeWindow {
  readonly from: number | undefined;
  readonly until: number | undefined;
}

/** The ends of a window as a user writes them. */
export interface WrittenWindow {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** A length of time up to now: `30d`. */
  readonly last?: string | undefined;
}

/**
 * Why a window cannot be used: `combined` if a length comes with ends, `order` if it ends before it begins, otherwise
 * which part cannot be read.
 */
export type WindowProblem = 'from' | 'to' | 'last' | 'combined' | 'order';

/**
 * Reads a window. Nothing written is a window without ends.
 *
 * @param now in epoch milliseconds
 */
export function readTimeWindow(
  { from, to, last }: WrittenWindow,
  now: number,
): TimeWindow | { readonly problem: WindowProblem } {
  if (last !== undefined) {
    const length = readLength(last);
    if (from !== undefined || to !== undefined) return { problem: 'combined' };
    return length === undefined ? { problem: 'last' } : { from: now - length, until: undefined };
  }
  const start = from === undefined ? undefined : readInstant(from)?.first;
  const end = to === undefined ? undefined : readInstant(to)?.last;
  if (from !== undefined && start === undefined) return { problem: 'from' };
  if (to !== undefined && end === undefined) return { problem: 'to' };
  if (start !== undefined && end !== undefined && start > end) return { problem: 'order' };
  return { from: start, until: end };
}

/** The first and the last millisecond of what is written; a date is a whole day. */
interface Instant {
  readonly first: number;
  readonly last: number;
}

const day = 24 * 60 * 60_000;
const dateOnly = /^\d{4}-\d\d-\d\d$/;

/** RFC 3339 and the formats of traces, but for the ambiguous month/day/year. Without a zone UTC is meant. */
function readInstant(written: string): Instant | undefined {
  const text = written.trim().toUpperCase();
  if (!/^\d/.test(text)) return undefined;
  const isDate = dateOnly.test(text);
  const time = readTime(isDate ? `${text}T00:00:00Z` : text);
  if (time === undefined || time.format === 'month-day-year') return undefined;
  const first = time.epochMilliseconds;
  return { first, last: isDate ? first + day - 1 : first };
}

/** In milliseconds. */
const units: Readonly<Record<string, number>> = { w: 7 * day, d: day, h: day / 24, m: day / (24 * 60) };

function readLength(written: string): number | undefined {
  const [, digits, unit = ''] = /^(\d{1,6})([wdhm])$/i.exec(written.trim()) ?? [];
  const length = Number(digits) * (units[unit.toLowerCase()] ?? 0);
  return length > 0 ? length : undefined;
}

/** The largest offsets of time zones in use, in milliseconds. */
const maxEast = 14 * 60 * 60_000;
const maxWest = 12 * 60 * 60_000;

/** Whether a trace may be of the window: a time without a zone may be any moment that it means somewhere. */
export function mayBeIn({ from, until }: TimeWindow, row: Row): boolean {
  const moment = momentOf(row);
  return moment !== undefined && mayBeAround({ from, until }, moment, isMomentExact(row));
}

/** The same for a moment in epoch milliseconds, whose time zone is known or not. */
export function mayBeAround({ from, until }: TimeWindow, moment: number, isExact: boolean): boolean {
  const earliest = isExact ? moment : moment - maxEast;
  const latest = isExact ? moment : moment + maxWest;
  return (from === undefined || latest >= from) && (until === undefined || earliest <= until);
}
