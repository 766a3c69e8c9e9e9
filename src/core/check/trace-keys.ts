import type { Chunk } from '../file/items';
import { CountedIds } from './counted-ids';
import type { DuplicateGroups } from './duplicate-groups';
import { noMarks } from './finding-marks';
import { type ItemData, ItemState } from './item-state';

/** What else is kept of a trace; see {@link ItemState}. */
type Kept = Pick<ItemState, 'marks' | 'declaredCount'>;

/**
 * Keeps apart the ids that one trace of a file has, as almost all are, from those of several: only the traces of these
 * are grouped, and only then get a state if they had none.
 */
export class TraceKeys {
  private readonly ids = new CountedIds();
  /** The states of traces whose id no other has. */
  private readonly single = new Map<number, ItemState>();
  /** States that an item does not have yet in the place of the number, by that number. */
  private readonly unplaced = new Map<number, ItemState>();

  constructor(private readonly duplicates: DuplicateGroups) {}

  /** Whether each trace that is grouped has its state. */
  get isPlaced(): boolean {
    return this.unplaced.size === 0;
  }

  /**
   * Adds a trace.
   *
   * @returns what to keep of it
   */
  add(uuid: string, { marks, declaredCount }: Kept): ItemData {
    const key = this.ids.add(uuid);
    const isSingle = this.ids.countOf(key) === 1;
    if (isSingle && marks.length === 0) return key;
    const state = new ItemState(marks, key, declaredCount);
    if (isSingle) this.single.set(key, state);
    else this.group(state, key);
    return state;
  }

  remove(data: ItemData): void {
    const key = typeof data === 'number' ? data : data.key;
    if (key === undefined) return;
    this.ids.remove(key);
    const state = typeof data === 'number' ? this.unplaced.get(key) : data;
    if (typeof data === 'number') this.unplaced.delete(key);
    if (state === undefined) return;
    if (this.single.get(key) === state) this.single.delete(key);
    else this.duplicates.remove(state, key);
  }

  /** Gives the items of traces that were grouped later their states. */
  place(chunks: readonly Chunk<ItemData>[]): void {
    if (this.isPlaced) return;
    for (const chunk of chunks)
      for (const item of chunk.items) {
        const state = typeof item.data === 'number' ? this.unplaced.get(item.data) : undefined;
        if (state === undefined) continue;
        item.data = state;
        state.item = item;
        state.chunk = chunk;
      }
    this.unplaced.clear();
  }

  private group(state: ItemState, key: number): void {
    if (!this.duplicates.has(key)) this.duplicates.add(this.takeSingle(key), key);
    this.duplicates.add(state, key);
  }

  private takeSingle(key: number): ItemState {
    const known = this.single.get(key);
    this.single.delete(key);
    if (known !== undefined) return known;
    const state = new ItemState(noMarks, key, undefined);
    this.unplaced.set(key, state);
    return state;
  }
}
