import type { TextSource } from '../text/text-source';
import { type Chunk, type Item, lengthOf } from './items';
import { canBeReadAsJsonLines } from './json-lines';
import { countOpenArrays, initialState, type PackedState } from './scan-state';

/**
 * How the values of a file stand: a single one, one a line, several in a row that may as well be called JSON Lines, or
 * several that may not.
 */
export type ValueSequence = 'single' | 'lines' | 'sequence' | 'other';

export interface ReadFile {
  readonly source: TextSource;
  readonly chunks: readonly Chunk<unknown>[];
  /** Whether each line was read for itself. */
  readonly isLineDelimited: boolean;
}

export function valueSequenceOf(file: ReadFile): ValueSequence {
  if (file.isLineDelimited) return 'lines';
  if (!hasSeveralValues(file)) return 'single';
  return canBeReadAsJsonLines(file.source) ? 'sequence' : 'other';
}

/**
 * Whether a second value begins where nothing is open. Between two records of one array stands the same again and again;
 * only where something else does, the text is looked at.
 */
function hasSeveralValues({ chunks, source }: ReadFile): boolean {
  let from = 0;
  let before: Item<unknown> | undefined;
  for (const { items } of chunks) {
    for (const item of items) {
      const isAtTop =
        before !== undefined &&
        isValue(item) &&
        (item.state === initialState ||
          (item.lead !== before.lead && closesAll(item.state, source.slice(from, from + item.lead))));
      if (isAtTop) return true;
      if (isValue(item)) before = item;
      from += lengthOf(item);
    }
  }
  return false;
}

function isValue({ kind }: Item<unknown>): boolean {
  return kind === 'wrapper-open' || kind === 'trace' || kind === 'damaged';
}

/** Whether the blanks and brackets before a record close every array that was open. */
function closesAll(state: PackedState, lead: string): boolean {
  const open = countOpenArrays(state);
  return open !== undefined && lead.split(']').length > open;
}
