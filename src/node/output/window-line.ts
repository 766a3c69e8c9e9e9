import type { TimeRange } from '../../core/evidence/delivery-gaps';
import type { TimeWindow } from '../../core/rows/time-window';
import type { Localizer } from '../../core/text/localization';
import { utc, zonedTimeOf } from '../../core/text/zoned-time';

/**
 * What is to be said if a time window has nothing of what is here: otherwise no result would look like an answer.
 *
 * @param found the times of all that is here, in epoch milliseconds; `undefined` if nothing has one
 */
export function findWindowLine(
  window: TimeWindow,
  found: TimeRange | undefined,
  { t }: Localizer,
): string | undefined {
  const { from, until } = window;
  if (found === undefined) return undefined;
  const isBefore = from !== undefined && found.to < from;
  const isAfter = until !== undefined && found.from > until;
  if (!isBefore && !isAfter) return undefined;
  return t(
    'Nothing here is from the time asked for, {0}. What is here is from {1} to {2} UTC',
    windowText(window, t),
    timeText(found.from),
    timeText(found.to),
  );
}

function windowText({ from, until }: TimeWindow, t: Localizer['t']): string {
  if (from === undefined) return t('up to {0} UTC', timeText(until ?? 0));
  if (until === undefined) return t('from {0} UTC on', timeText(from));
  return t('from {0} to {1} UTC', timeText(from), timeText(until));
}

function timeText(at: number): string {
  const { date, clock } = zonedTimeOf(at, utc);
  return `${date} ${clock}`;
}
