/** How a time is written. The date formats are those of consoles and guides over several years. */
export type TimeFormat =
  | 'epoch-milliseconds'
  | 'epoch-seconds'
  | 'epoch-microseconds'
  | 'epoch-nanoseconds'
  | 'year-month-day'
  | 'month-day-year'
  | 'month-name'
  | 'iso-8601';

export interface ReadTime {
  /** UTC. If not {@link isExact}, the wall-clock time taken as UTC: right to a day, not to the hour. */
  readonly epochMilliseconds: number;
  readonly format: TimeFormat;
  /** As written (`GMT+08:00`); absent for epoch numbers and for dates without one. */
  readonly zone?: string;
  /** Whether the moment is known; false for a date without a zone. */
  readonly isExact: boolean;
}

/** 2015-01-01 (inclusive) to 2100-01-01 (exclusive) UTC, in epoch milliseconds: traces lie between them. */
export const plausibleTimes = { from: 1_420_070_400_000, until: 4_102_444_800_000 } as const;

export function isPlausibleTime(epochMilliseconds: number): boolean {
  return epochMilliseconds >= plausibleTimes.from && epochMilliseconds < plausibleTimes.until;
}

/**
 * Reads `time` or `record_time`.
 * @returns `undefined` for a number that is plausible in no unit, an unknown format, or a day that does not exist. A
 * date may lie outside {@link plausibleTimes}.
 */
export function readTime(value: string | number): ReadTime | undefined {
  if (typeof value === 'number') return readEpochNumber(value);
  const trimmed = value.length > maxTimeLength ? '' : value.trim();
  return /^\d+$/.test(trimmed) ? readEpochDigits(trimmed) : readDate(trimmed);
}

/** Every known format is shorter. */
const maxTimeLength = 64;

/** The units of epoch numbers. Their plausible ranges do not overlap, so at most one fits. */
const epochUnits = [
  { format: 'epoch-milliseconds', digitsBelowMillisecond: 0 },
  { format: 'epoch-seconds', digitsBelowMillisecond: -3 },
  { format: 'epoch-microseconds', digitsBelowMillisecond: 3 },
  { format: 'epoch-nanoseconds', digitsBelowMillisecond: 6 },
] as const;

/** Goes by the decimal digits: in binary, 1763632800.123 × 1000 is less than 1763632800123. */
function readEpochNumber(value: number): ReadTime | undefined {
  if (Number.isInteger(value) && isPlausibleTime(value))
    return { epochMilliseconds: value, format: 'epoch-milliseconds', isExact: true };
  // A plausible number is never written with an exponent
  const [digits = '', fraction] = String(value).split('.');
  return /^\d+$/.test(digits) ? readEpochDigits(digits, fraction) : undefined;
}

/**
 * Moves the decimal point instead of multiplying or dividing, which would be inexact: nineteen digits exceed the
 * precision of a number. What is finer than a millisecond is cut off.
 */
function readEpochDigits(digits: string, fraction = ''): ReadTime | undefined {
  for (const { format, digitsBelowMillisecond } of epochUnits) {
    const more = -digitsBelowMillisecond;
    const moved = more < 0 ? digits.slice(0, more) : digits + fraction.slice(0, more).padEnd(more, '0');
    const epochMilliseconds = Number(moved);
    if (isPlausibleTime(epochMilliseconds)) return { epochMilliseconds, format, isExact: true };
  }
  return undefined;
}

const clock = '(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)(?<fraction>\\.\\d{1,9})?';
const isoClock = '(?<hour>\\d\\d):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?<fraction>[.,]\\d{1,9})?)?';
const zone =
  '(?: ?(?<zone>(?:GMT|UTC)?(?<sign>[+-])(?<zoneHours>\\d\\d):?(?<zoneMinutes>\\d\\d)|GMT|UTC|Z))?';

const datePatterns: readonly { readonly format: TimeFormat; readonly pattern: RegExp }[] = [
  {
    format: 'year-month-day',
    pattern: dateThenClock('(?<year>\\d{4})(?<separator>[/-])(?<month>\\d\\d)\\k<separator>(?<day>\\d\\d)'),
  },
  { format: 'month-day-year', pattern: dateThenClock('(?<month>\\d\\d)/(?<day>\\d\\d)/(?<year>\\d{4})') },
  {
    format: 'month-name',
    pattern: dateThenClock('(?<monthName>[A-Z][a-z]{2}) (?<day>\\d{1,2}), (?<year>\\d{4})'),
  },
  {
    format: 'iso-8601',
    pattern: new RegExp(`^(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)T${isoClock}${zone}$`),
  },
];

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dateThenClock(date: string): RegExp {
  return new RegExp(`^${date} ${clock}${zone}$`);
}

function readDate(trimmed: string): ReadTime | undefined {
  for (const { format, pattern } of datePatterns) {
    const parts = pattern.exec(trimmed)?.groups;
    if (parts !== undefined) return toReadTime(parts, format);
  }
  return undefined;
}

type DateParts = Readonly<Record<string, string | undefined>>;

function toReadTime(parts: DateParts, format: TimeFormat): ReadTime | undefined {
  const wallClock = findWallClock(parts);
  const offset = findZoneOffset(parts);
  if (wallClock === undefined || offset === undefined) return undefined;
  const epochMilliseconds = wallClock - offset;
  if (parts['zone'] === undefined) return { epochMilliseconds, format, isExact: false };
  return { epochMilliseconds, format, zone: parts['zone'], isExact: true };
}

/** The wall-clock time as if it were UTC; `undefined` if the day or the time of day does not exist. */
function findWallClock(parts: DateParts): number | undefined {
  const year = Number(parts['year']);
  const month =
    parts['monthName'] === undefined ? Number(parts['month']) : monthNames.indexOf(parts['monthName']) + 1;
  const day = Number(parts['day']);
  const [hour, minute, second] = [
    Number(parts['hour']),
    Number(parts['minute']),
    Number(parts['second'] ?? 0),
  ];
  const isValid = day >= 1 && day <= daysInMonth(year, month) && hour <= 23 && minute <= 59 && second <= 59;
  if (!isValid) return undefined;
  const milliseconds = Number((parts['fraction'] ?? '').slice(1, 4).padEnd(3, '0'));
  return utc(year, month, day) + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
}

/** Midnight UTC in epoch milliseconds. Unlike `Date.UTC`, takes the years 0 to 99 literally. */
function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** 0 if there is no such month. */
function daysInMonth(year: number, month: number): number {
  return month < 1 || month > 12 ? 0 : new Date(utc(year, month + 1, 0)).getUTCDate();
}

/** Milliseconds east of Greenwich, 0 without a zone; `undefined` beyond 14 hours, the largest offset in use. */
function findZoneOffset(parts: DateParts): number | undefined {
  const minutes = Number(parts['zoneHours'] ?? 0) * 60 + Number(parts['zoneMinutes'] ?? 0);
  if (minutes > 14 * 60 || Number(parts['zoneMinutes'] ?? 0) > 59) return undefined;
  return (parts['sign'] === '-' ? -minutes : minutes) * 60_000;
}
