import { type Group, groupsInOrder, reasonsOf, type Summary } from '../../../core/rows/summary';
import { csvLine } from './csv';
import { timeText } from './row-columns';
import { type CountColumn, countOf } from './summary-columns';

/** A header and a line for each group. */
export function* summaryCsv(summary: Summary): Iterable<string> {
  yield csvLine([
    ...[summary.by, 'within', 'names', 'count', 'first', 'last', 'withoutTime', 'withoutZone'],
    ...['changes', 'failures', 'notable', 'reasons', 'events', 'resources', 'ips'],
  ]);
  for (const group of groupsInOrder(summary)) yield csvLine(cellsOf(group));
}

function cellsOf(group: Group): readonly string[] {
  const { key, within, names, hasMoreNames, first, last, untimed, inexact } = group;
  const count = (column: CountColumn) => countText(group, column);
  return [
    ...[key ?? '', within ?? '', [...names, ...(hasMoreNames ? ['…'] : [])].join(' ')],
    ...[count('count'), timeText(first, true) ?? '', timeText(last, true) ?? ''],
    ...[String(untimed), String(inexact), count('changes'), count('failures'), count('notable')],
    reasonsOf(group)
      .map(([id, times]) => `${id}=${times}`)
      .join(' '),
    ...[count('events'), count('resources'), count('ips')],
  ];
}

/** `>1000` if there are more. */
function countText(group: Group, column: CountColumn): string {
  const { value, isLeast } = countOf(group, column);
  return isLeast ? `>${value - 1}` : String(value);
}
