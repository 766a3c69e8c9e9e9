import type { Localizer } from '../../text/localization';
import type { ExplainSetting } from './explanation';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** CTS keeps traces for seven days; older ones are only where they were transferred to. */
export const retention = 7 * day;

/** `2020-10-21 03:40:19.204 UTC`, without the fraction where it is nought. */
export function utcText(epochMilliseconds: number): string {
  const iso = new Date(epochMilliseconds).toISOString();
  return `${iso.replace('T', ' ').replace(/(?:\.000)?Z$/, '')} UTC`;
}

/** `2020-10-21 11:40:19 GMT+08:00` in the user's zone; `undefined` where the zone is unknown. */
export function findLocalText(epochMilliseconds: number, { timeZone }: ExplainSetting): string | undefined {
  const parts = formatInZone(epochMilliseconds, timeZone);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts?.find((found) => found.type === type)?.value;
  if (parts === undefined) return undefined;
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return `${date} ${part('hour')}:${part('minute')}:${part('second')} ${part('timeZoneName')}`;
}

function formatInZone(epochMilliseconds: number, timeZone: string | undefined) {
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...(timeZone === undefined ? {} : { timeZone }),
      ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
        timeZoneName: 'longOffset',
      },
    }).formatToParts(epochMilliseconds);
  } catch {
    return undefined; // a zone that this machine does not know
  }
}

/** A length of time in the largest unit that leaves at least two of it: `90 s`, `36 h`, `12 days`. */
export function durationText(milliseconds: number, { t }: Localizer): string {
  const length = Math.abs(milliseconds);
  if (length < second) return t('{0} ms', Math.round(length));
  if (length < 2 * minute) return t('{0} s', Math.floor(length / second));
  if (length < 2 * hour) return t('{0} min', Math.floor(length / minute));
  if (length < 2 * day) return t('{0} h', Math.floor(length / hour));
  if (length < 2 * 365 * day) return t('{0} days', Math.floor(length / day));
  return t('{0} years', Math.floor(length / (365.25 * day)));
}

/** How long ago, or how far ahead. */
export function ageText(epochMilliseconds: number, { now, localizer }: ExplainSetting): string {
  const age = now - epochMilliseconds;
  if (Math.abs(age) < second) return localizer.t('just now');
  const length = durationText(age, localizer);
  return age < 0 ? localizer.t('{0} in the future', length) : localizer.t('{0} ago', length);
}
