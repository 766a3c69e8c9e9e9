import type { Localizer } from '../../text/localization';
import { type TimeZone, utc, zonedTimeOf } from '../../text/zoned-time';
import type { ExplainSettings } from './explanation';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** In milliseconds. CTS keeps traces for seven days; older ones exist only where a tracker transferred them. */
export const retention = 7 * day;

/** `2020-10-21 11:40:19.204 GMT+08:00`, without the fraction if it is zero. */
export function momentText(epochMilliseconds: number, timeZone: TimeZone = utc): string {
  const { date, clock, zone } = zonedTimeOf(epochMilliseconds, timeZone);
  return `${date} ${clock}${fractionText(epochMilliseconds)} ${zone}`;
}

/** Zones differ by whole seconds, so the fraction is the same in all. */
function fractionText(epochMilliseconds: number): string {
  const fraction = ((epochMilliseconds % second) + second) % second;
  return fraction === 0 ? '' : `.${String(fraction).padStart(3, '0')}`;
}

/** A duration in the largest unit of which there are at least two: `90 s`, `36 h`, `12 days`. */
export function durationText(milliseconds: number, { t }: Localizer): string {
  const duration = Math.abs(milliseconds);
  if (duration < second) return t('{0} ms', Math.round(duration));
  if (duration < 2 * minute) return t('{0} s', Math.floor(duration / second));
  if (duration < 2 * hour) return t('{0} min', Math.floor(duration / minute));
  if (duration < 2 * day) return t('{0} h', Math.floor(duration / hour));
  if (duration < 2 * 365 * day) return t('{0} days', Math.floor(duration / day));
  return t('{0} years', Math.floor(duration / (365.25 * day)));
}

/** How long ago, or how far in the future. */
export function ageText(epochMilliseconds: number, { now, localizer }: ExplainSettings): string {
  const age = now - epochMilliseconds;
  if (Math.abs(age) < second) return localizer.t('just now');
  const duration = durationText(age, localizer);
  return age < 0 ? localizer.t('{0} in the future', duration) : localizer.t('{0} ago', duration);
}
