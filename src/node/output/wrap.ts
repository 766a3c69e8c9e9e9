import { widthOf } from './table';

/** A word with the blanks before it; a Chinese character is a word with the marks that may not be parted from it. */
const words = /\s*(?:[（《“‘]*\p{Script=Han}[，。；：、！？）》”’]*|(?:(?!\p{Script=Han})\S)+)/gu;

/**
 * Breaks lines that are wider than a terminal. What follows stands below the text of the first line, behind the mark of
 * a list. A word that is wider, such as an address, stays whole.
 */
export function wrap(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, columns))
    .join('\n');
}

function wrapLine(line: string, columns: number): readonly string[] {
  const start = /^ *(?:- )?/.exec(line)?.[0] ?? '';
  const rows: string[] = [];
  let row = start;
  let width = widthOf(row);
  for (const word of line.slice(start.length).match(words) ?? []) {
    if (width + widthOf(word) > columns && width > start.length) {
      rows.push(row);
      row = ' '.repeat(start.length) + word.trimStart();
      width = widthOf(row);
    } else {
      row += word;
      width += widthOf(word);
    }
  }
  return [...rows, row];
}
