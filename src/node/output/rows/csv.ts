import { stringify } from 'csv-stringify/sync';
import { replaceControlCharacters } from '../../../core/text/display-text';

/**
 * A line of CSV (RFC 4180, but for the line break of Unix). A cell that a spreadsheet would take for a formula begins
 * with a single quote, as it begins with `=`, `+`, `-` or `@`; control characters and line breaks become U+FFFD.
 */
export function csvLine(cells: readonly string[]): string {
  return stringify([cells.map(replaceControlCharacters)], { escape_formulas: true });
}
