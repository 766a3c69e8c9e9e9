import { isMomentExact, momentOf, type Row } from '../../../core/rows/row';
import type { Localizer } from '../../../core/text/localization';
import { painter } from '../colours';
import { csvLine } from './csv';
import { cellText, columnNames } from './row-columns';
import { rowSentence } from './row-line';

/** The columns that Timesketch requires of CSV, before those of the row. Its documentation names them. */
const requiredColumns = ['message', 'datetime', 'timestamp_desc'] as const;

export function timesketchHeader(): string {
  return csvLine([...requiredColumns, ...columnNames]);
}

/** `undefined` for a trace without a time, which has no place on a timeline. */
export function timesketchLine(row: Row, localizer: Localizer): string | undefined {
  const moment = momentOf(row);
  if (moment === undefined) return undefined;
  const message = rowSentence(row, localizer, painter(false));
  const datetime = new Date(moment).toISOString().replace('Z', '+00:00');
  const cells = columnNames.map((column) => cellText(row, column));
  return csvLine([message, datetime, descriptionOf(row), ...cells]);
}

/** In English, as Timesketch groups by it. */
function descriptionOf(row: Row): string {
  const kind = row.time === undefined ? 'Record Time' : 'Event Time';
  return isMomentExact(row) ? kind : `${kind} (time zone unknown)`;
}
