import { countOpenArrays, initialState, type PackedState } from '../scanning/scan-state';
import type { TextSource } from '../text/text-source';
import { type Chunk, type Item, lengthOf } from './items';
import { canBeReadAsJsonLines } from './json-lines';

/**
 * How the top-level values of a file are arranged: a single value, one per line, several that can be read as JSON Lines
 * as well, or several that cannot.
 */
export type ValueSequence = 'single' | 'lines' | 'sequence' | 'other';

export interface ReadFile {
  readonly source: TextSource;
  readonly chunks: readonly Chunk<unknown>[];
  readonly isLineDelimited: boolean;
}

export function valueSequenceOf(file: ReadFile): ValueSequence {
  if (file.isLineDelimited) return 'lines';
  if (!hasSeveralValues(file)) return 'single';
  return canBeReadAsJsonLines(file.source) ? 'sequence' : 'other';
}

/**
 * Whether there is a second top-level value. Leads between records of one array usually have the same length, so only
 * those that differ are inspected.
 */
function hasSeveralValues({ chunks, source }: ReadFile): boolean {
  let from = 0;
  let previous: Item<unknown> | undefined;
  for (const { items } of chunks) {
    for (const item of items) {
      const isSecondValue =
        previous !== undefined &&
        isValue(item) &&
        (item.state === initialState ||
          (item.lead !== previous.lead && closesAll(item.state, source.slice(from, from + item.lead))));
      if (isSecondValue) return true;
      if (isValue(item)) previous = item;
      from += lengthOf(item);
    }
  }
  return false;
}

function isValue({ kind }: Item<unknown>): boolean {
  return kind === 'wrapper-open' || kind === 'trace' || kind === 'damaged';
}

/** Whether the lead of a record closes every open array. */
function closesAll(state: PackedState, lead: string): boolean {
  const open = countOpenArrays(state);
  return open !== undefined && lead.split(']').length > open;
}
