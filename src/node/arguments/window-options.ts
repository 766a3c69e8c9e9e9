import type { Command } from 'commander';
import {
  readTimeWindow,
  type TimeWindow,
  type WindowProblem,
  type WrittenWindow,
} from '../../core/rows/time-window';
import type { Localizer } from '../../core/text/localization';
import { UsageError } from './usage-error';

/** Adds the options of a time window. */
export function addWindowOptions(command: Command, { t }: Localizer): Command {
  return command
    .option('--from <time>', t('From this time or date on; UTC unless a time zone is given'))
    .option('--to <time>', t('Up to this time, or the end of this date; UTC unless a time zone is given'))
    .option(
      '--last <length>',
      t('Only the last weeks, days, hours or minutes up to now: 2w, 30d, 12h or 90m'),
    );
}

/**
 * @param now in epoch milliseconds
 * @returns `undefined` if no window is given
 * @throws {UsageError} if the times are invalid
 */
export function readWindow(
  { from, to, last }: WrittenWindow,
  now: number,
  localizer: Localizer,
): TimeWindow | undefined {
  const window = readTimeWindow({ from, to, last }, now);
  if ('problem' in window)
    throw new UsageError(windowProblemText(window.problem, { from, to, last }, localizer));
  return window.from === undefined && window.until === undefined ? undefined : window;
}

function windowProblemText(
  problem: WindowProblem,
  { from = '', to = '', last = '' }: WrittenWindow,
  { t }: Localizer,
): string {
  switch (problem) {
    case 'from':
    case 'to':
      return t(
        'Invalid value "{1}" for \'{0}\'; expected a date or time such as 2026-11-26 or 2026-11-26T08:00:00+08:00',
        `--${problem}`,
        problem === 'from' ? from : to,
      );
    case 'last':
      return t(
        'Invalid value "{1}" for \'{0}\'; expected a number and w, d, h or m, such as 30d',
        '--last',
        last,
      );
    case 'combined':
      return t("'--last' cannot be combined with '--from' or '--to'");
    case 'order':
      return t("'--from' is later than '--to'");
  }
}
