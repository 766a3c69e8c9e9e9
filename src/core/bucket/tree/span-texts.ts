import type { Localizer } from '../../text/localization';
import { type TimeZone, zonedTimeOf } from '../../text/zoned-time';

/**
 * From when to when, without seconds, and with what both times share only once: the view is narrow.
 *
 * @param first in epoch milliseconds, as `last`
 */
export function spanTexts(
  first: number,
  last: number,
  timeZone: TimeZone,
  { t }: Localizer,
): { readonly label: string; readonly description: string } {
  const [from, to] = [zonedTimeOf(first, timeZone), zonedTimeOf(last, timeZone)];
  const [start, end] = [from.clock.slice(0, 5), to.clock.slice(0, 5)];
  const [startYear, endYear] = [from.date.slice(0, 4), to.date.slice(0, 4)];
  if (from.date === to.date) {
    const label = `${from.date} ${start}`;
    return { label: start === end ? label : t('{0} to {1}', label, end), description: to.zone };
  }
  if (startYear !== endYear)
    return { label: t('{0} to {1}', `${from.date} ${start}`, `${to.date} ${end}`), description: to.zone };
  const [startDay, endDay] = [from.date.slice(5), to.date.slice(5)];
  return {
    label: t('{0} to {1}', `${startDay} ${start}`, `${endDay} ${end}`),
    description: `${endYear} · ${to.zone}`,
  };
}
