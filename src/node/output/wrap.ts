import { widthOf } from './table';

/** A word with its leading whitespace; a Chinese character is a word of its own, with adjacent punctuation. */
const wordPattern = /\s*(?:[（《“‘]*\p{Script=Han}[，。；：、！？）》”’]*|(?:(?!\p{Script=Han})\S)+)/gu;

/**
 * Wraps lines to a number of terminal cells. Continuation lines are indented to the text of the first line, after its
 * list marker. A word that is too wide, such as a URL, is not broken.
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
  for (const word of line.slice(start.length).match(wordPattern) ?? []) {
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
