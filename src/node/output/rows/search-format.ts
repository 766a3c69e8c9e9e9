import type { Trace } from '../../../core/record/trace';
import type { Row } from '../../../core/rows/row';
import type { Localizer } from '../../../core/text/localization';
import type { Paint } from '../colours';
import { toJsonText } from '../json-text';
import { csvLine } from './csv';
import { rawRecord } from './raw-record';
import { cellText, columnNames, columnValue } from './row-columns';
import { rowLine, rowLines } from './row-line';
import { timesketchHeader, timesketchLine } from './timesketch';

export type SearchFormatName = 'pretty' | 'ndjson' | 'raw' | 'csv' | 'timesketch';

export const searchFormatNames: readonly SearchFormatName[] = [
  'pretty',
  'ndjson',
  'raw',
  'csv',
  'timesketch',
];

/** How traces that were found are written, as pieces of text. */
export interface SearchFormat {
  /** Whether the records themselves are written, credentials included. */
  readonly isUnmasked: boolean;
  /** Whether it says what rules found in a trace. */
  readonly hasFindings: boolean;
  /** What precedes the traces, also if there are none. */
  readonly head: string;
  /** The line of a trace with its line break; `undefined` if the format has no place for it. */
  line(row: Row, record: Pick<Trace, 'text' | 'isWellFormed'>): string | undefined;
}

/** Where the output goes. */
export interface SearchOutput {
  readonly paint: Paint;
  readonly isTerminal: boolean;
}

export function searchFormat(
  name: SearchFormatName,
  localizer: Localizer,
  { paint, isTerminal }: SearchOutput,
): SearchFormat {
  switch (name) {
    case 'pretty':
      return {
        isUnmasked: false,
        hasFindings: false,
        head: '',
        line: (row) => `${(isTerminal ? rowLines : rowLine)(row, localizer, paint)}\n`,
      };
    case 'ndjson':
      return {
        isUnmasked: false,
        hasFindings: true,
        head: '',
        line: (row) => `${toJsonText(toPlain(row))}\n`,
      };
    case 'raw':
      return {
        isUnmasked: true,
        hasFindings: false,
        head: '',
        line: (_, record) => `${rawRecord(record)}\n`,
      };
    case 'csv':
      return {
        isUnmasked: false,
        hasFindings: true,
        head: csvLine(columnNames),
        line: (row) => csvLine(columnNames.map((column) => cellText(row, column))),
      };
    case 'timesketch':
      return {
        isUnmasked: false,
        hasFindings: true,
        head: timesketchHeader(),
        line: (row) => timesketchLine(row, localizer),
      };
  }
}

/** A row as JSON has it, where columns that are not known are missing. */
function toPlain(row: Row): object {
  return { ...row, time: columnValue(row, 'time'), recordTime: columnValue(row, 'recordTime') };
}
