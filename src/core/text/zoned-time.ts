/** A moment as a clock in a time zone shows it. */
export interface ZonedTime {
  /** `2026-11-26` */
  readonly date: string;
  /** `02:13:05` */
  readonly clock: string;
  /** `UTC` or `GMT+08:00` */
  readonly zone: string;
}

/** `UTC` or an IANA name such as `Asia/Shanghai`. */
export type TimeZone = string;

export const utc: TimeZone = 'UTC';

/** A moment in a time zone; in UTC if the engine does not know the zone. */
export function zonedTimeOf(epochMilliseconds: number, timeZone: TimeZone): ZonedTime {
  const format = timeZone === utc ? undefined : findFormat(timeZone);
  if (format === undefined) return utcTimeOf(epochMilliseconds);
  const parts = new Map(format.formatToParts(epochMilliseconds).map(({ type, value }) => [type, value]));
  const zone = parts.get('timeZoneName') ?? '';
  return {
    date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    clock: `${parts.get('hour')}:${parts.get('minute')}:${parts.get('second')}`,
    zone: zone === 'GMT' ? 'GMT+00:00' : zone,
  };
}

/** Whether the engine knows the zone. */
export function isTimeZone(timeZone: string): boolean {
  return timeZone === utc || findFormat(timeZone) !== undefined;
}

/** Whether two ways of writing a zone mean the same offset: `GMT`, `UTC`, `Z`, `GMT+08:00`, `+0800`. */
export function isSameOffset(zone: string, other: string): boolean {
  return offsetOf(zone) === offsetOf(other);
}

function offsetOf(zone: string): string {
  const digits = zone.replace(/^(?:GMT|UTC|Z)|:/g, '');
  return /^(?:[+-]0000)?$/.test(digits) ? '+0000' : digits;
}

function utcTimeOf(epochMilliseconds: number): ZonedTime {
  const iso = new Date(epochMilliseconds).toISOString();
  const dateEnd = iso.indexOf('T');
  return { date: iso.slice(0, dateEnd), clock: iso.slice(dateEnd + 1, dateEnd + 9), zone: 'UTC' };
}

function findFormat(timeZone: TimeZone): Intl.DateTimeFormat | undefined {
  if (!formats.has(timeZone)) formats.set(timeZone, makeFormat(timeZone));
  return formats.get(timeZone);
}

/** Making a format takes far longer than using it. */
const formats = new Map<TimeZone, Intl.DateTimeFormat | undefined>();

function makeFormat(timeZone: TimeZone): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'longOffset',
    });
  } catch {
    return undefined; // unknown to the engine
  }
}
