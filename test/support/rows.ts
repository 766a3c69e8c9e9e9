import { readTrace } from '../../src/core/reading/read-trace';
import type { Row } from '../../src/core/rows/row';
import { RowReader, type RowSettings } from '../../src/core/rows/row-reader';
import { builtInCatalog } from './harness';

export const rowSettings: RowSettings = { catalog: builtInCatalog, language: 'en' };

const place = { path: 'a.json', line: 3, column: 5, offset: 40 };

/** The row of a record, which may be broken. */
export function rowOfText(text: string, settings: Partial<RowSettings> = {}): Row {
  return new RowReader({ ...rowSettings, ...settings }).rowOf(readTrace(text), place);
}

export function rowOfRecord(record: Readonly<Record<string, unknown>>): Row {
  return rowOfText(JSON.stringify(record));
}

/** What a row says: its columns without the place, those that are not known and empty lists. */
export function columnsOf(row: Row): Readonly<Record<string, unknown>> {
  const told = Object.entries(row).filter(
    ([name, value]) =>
      !(name in place) && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(told);
}
