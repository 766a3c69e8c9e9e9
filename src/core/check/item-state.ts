import { type Chunk, type Item, isRecord, lengthOf } from '../file/items';
import type { Report } from '../rules/rule';
import { type Mark, noMarks } from './finding-marks';

/**
 * What a check keeps of an item. Most items are traces without findings, with an id that no other trace in the file has:
 * of these only the number of the id is kept.
 */
export type ItemData = ItemState | number;

/** The marks of an item's own rules, and the input of the file-wide rules. */
export class ItemState {
  item: Item<ItemData> | undefined;
  chunk: Chunk<ItemData> | undefined;
  fileWideMark: Mark | undefined;
  /** Cached on first request. */
  fileWideReport: Report | undefined;
  /** How many records the page has; `undefined` if it is incomplete or broken. */
  recordCount: number | undefined;

  /**
   * @param key the number of the trace's id; `undefined` if it has no usable one
   * @param declaredCount how many records the page claims to have
   */
  constructor(
    readonly marks: readonly Mark[],
    readonly key: number | undefined,
    readonly declaredCount: number | undefined,
  ) {}
}

/** An item with findings, and its position in the file. */
export interface MarkedItem {
  readonly item: Item<ItemData>;
  /** Offset of the item's lead. */
  readonly from: number;
  /** Number of records before it. */
  readonly traceNumber: number;
}

export function stateOf({ data }: Item<ItemData>): ItemState | undefined {
  return typeof data === 'object' ? data : undefined;
}

/** The state of an item that is no trace; `undefined` if there is nothing to keep. */
export function stateWith(marks: readonly Mark[]): ItemState | undefined {
  return marks.length === 0 ? undefined : new ItemState(marks, undefined, undefined);
}

/** Notes where an item is, if it has a state. */
export function placeState(item: Item<ItemData>, chunk: Chunk<ItemData>): void {
  const state = stateOf(item);
  if (state === undefined) return;
  state.item = item;
  state.chunk = chunk;
}

/** All marks of an item, the file-wide one last. */
export function marksOf(item: Item<ItemData>): readonly Mark[] {
  const state = stateOf(item);
  if (state === undefined) return noMarks;
  return state.fileWideMark === undefined ? state.marks : [...state.marks, state.fileWideMark];
}

/** The items that touch an offset and have marks: two if one begins where the other ends. */
export function* markedItemsAt(chunks: readonly Chunk<ItemData>[], offset: number): Iterable<MarkedItem> {
  let from = 0;
  let traceNumber = 0;
  for (const chunk of chunks) {
    const { length, traces, damaged } = chunk.sums;
    if (from > offset) return;
    if (from + length >= offset)
      for (const marked of markedItemsIn([chunk])) {
        const start = from + marked.from;
        if (start <= offset && offset <= start + lengthOf(marked.item))
          yield { ...marked, from: start, traceNumber: traceNumber + marked.traceNumber };
      }
    from += length;
    traceNumber += traces + damaged;
  }
}

/** The items that have marks, in order. Positions count from the first of the chunks. */
export function* markedItemsIn(chunks: readonly Chunk<ItemData>[]): Iterable<MarkedItem> {
  let from = 0;
  let traceNumber = 0;
  for (const { items } of chunks) {
    for (const item of items) {
      if (marksOf(item).length > 0) yield { item, from, traceNumber };
      from += lengthOf(item);
      if (isRecord(item)) traceNumber++;
    }
  }
}
