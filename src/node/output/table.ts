import { stripVTControlCharacters } from 'node:util';
import { eastAsianWidth } from 'get-east-asian-width';

/** Aligns columns by their width on a terminal, where a Chinese character takes two cells. */
export function layOutTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => widestOf(rows.map((row) => row[column] ?? '')));
  return rows.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** In terminal cells. There may be too many lines for the arguments of a function. */
export function widestOf(texts: readonly string[]): number {
  return texts.reduce((widest, text) => Math.max(widest, widthOf(text)), 0);
}

/** Cuts what is wider than a number of terminal cells, between characters as readers see them. */
export function cutToWidth(text: string, cells: number): string {
  if (widthOf(text) <= cells) return text;
  let cut = '';
  let left = cells - 1;
  for (const { segment } of graphemes.segment(text)) {
    left -= widthOf(segment);
    if (left < 0) break;
    cut += segment;
  }
  return `${cut}…`;
}

const graphemes = new Intl.Segmenter();

function pad(cell: string, width: number): string {
  return cell + ' '.repeat(width - widthOf(cell));
}

/** Width of a string in terminal cells, not counting escape sequences. */
export function widthOf(text: string): number {
  if (plain.test(text)) return text.length;
  return [...stripVTControlCharacters(text)].reduce(
    (sum, character) => sum + eastAsianWidth(character.codePointAt(0) ?? 0),
    0,
  );
}

/** Letters and signs of ASCII, each of which takes a cell. */
const plain = /^[ -~]*$/;
