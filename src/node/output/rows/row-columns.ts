import type { Row } from '../../../core/rows/row';

export type ColumnName = keyof Row;

/** The columns of a row in the order of all formats. */
export const columnNames: readonly ColumnName[] = [
  ...(['time', 'isTimeExact', 'service', 'event', 'operation', 'access', 'outcome', 'reason'] as const),
  ...(['user', 'userId', 'account', 'accountId', 'userType', 'assumedBy', 'mfa', 'accessKey'] as const),
  ...(['sourceIp', 'agent', 'resourceType', 'resourceId', 'resourceName', 'rating', 'code'] as const),
  ...(['notable', 'findings', 'traceId', 'requestId', 'recordTime', 'isRecordTimeExact'] as const),
  ...(['path', 'line', 'column', 'offset'] as const),
];

/** A value of a row as formats show it: times as {@link timeText}. */
export function columnValue(row: Row, column: ColumnName): Row[ColumnName] {
  if (column === 'time') return timeText(row.time, row.isTimeExact);
  if (column === 'recordTime') return timeText(row.recordTime, row.isRecordTimeExact);
  return row[column];
}

/** RFC 3339 in UTC; without the zone if the trace does not give one. */
export function timeText(
  epochMilliseconds: number | undefined,
  isExact: boolean | undefined,
): string | undefined {
  if (epochMilliseconds === undefined) return undefined;
  const iso = new Date(epochMilliseconds).toISOString();
  return isExact === true ? iso : iso.slice(0, -1);
}

/** The value of a column as the text of a cell. */
export function cellText(row: Row, column: ColumnName): string {
  const value = columnValue(row, column);
  if (value === undefined) return '';
  return typeof value === 'object' ? value.join(' ') : String(value);
}
