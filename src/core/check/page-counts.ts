import type { Chunk, Item } from '../file/items';
import { type ItemData, type ItemState, stateOf } from './item-state';
import { PageReducer, type PageToken, type RecordCountListener, takeItem } from './page-reducer';

/**
 * Counts the records in each page of a file. Pages within one chunk are counted once, as chunks are immutable; for
 * those that span several chunks, only the remaining tokens of each chunk are processed again.
 */
export class PageCounts {
  private readonly remaining = new WeakMap<Chunk<ItemData>, readonly PageToken<ItemState>[]>();

  constructor(private readonly onRecordCount: RecordCountListener<ItemState>) {}

  settle(chunks: readonly Chunk<ItemData>[]): void {
    const reducer = new PageReducer(this.onRecordCount);
    reducer.take('top');
    for (const chunk of chunks) for (const token of this.remainingOf(chunk)) reducer.take(token);
    reducer.take('top');
  }

  private remainingOf(chunk: Chunk<ItemData>): readonly PageToken<ItemState>[] {
    const known = this.remaining.get(chunk);
    if (known !== undefined) return known;
    const reducer = new PageReducer(this.onRecordCount);
    for (const item of chunk.items) takeItem(item, countOf(item), reducer);
    this.remaining.set(chunk, reducer.tokens);
    return reducer.tokens;
  }
}

/** The state of an item that declares a count. */
function countOf(item: Item<ItemData>): ItemState | undefined {
  const state = stateOf(item);
  return state?.declaredCount === undefined ? undefined : state;
}
