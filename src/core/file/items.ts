import type { ParseErrorKind } from '../record/trace';
import type { ItemKind } from './record-scanner';
import type { PackedState } from './scan-state';

/**
 * What the index keeps of one item: lengths, not offsets, so that an edit elsewhere leaves it as it is. A `hole` is a
 * stretch that is not read yet.
 */
export interface Item<Data> {
  readonly kind: ItemKind | 'hole';
  /** The state the item was read from. */
  readonly state: PackedState;
  /** From the end of the item before to the item itself: blanks, commas, brackets, keys of a wrapper. */
  readonly lead: number;
  readonly length: number;
  /** How far behind its end the item depends on the text. */
  readonly reach: number;
  readonly error: ParseErrorKind | undefined;
  readonly isBroken: boolean;
  /** What the owner of the index wants to keep of the item. */
  readonly data: Data | undefined;
}

/** What is added up over neighbouring items. */
export interface Sums {
  readonly length: number;
  readonly traces: number;
  readonly damaged: number;
  readonly digests: number;
  readonly holes: number;
  /** How far behind the last item the furthest-looking one depends on the text. */
  readonly reach: number;
}

/** A run of neighbouring items. It never changes: a changed one is a new one, so its identity can be a key. */
export interface Chunk<Data> {
  readonly items: readonly Item<Data>[];
  readonly sums: Sums;
}

/** An item with its place: its chunk, its index there, and the offset at which its lead begins. */
export interface Entry<Data> {
  readonly item: Item<Data>;
  readonly chunk: number;
  readonly index: number;
  readonly from: number;
}

const chunkSize = 256;

/** The items of a file in their order, in chunks: finding and replacing one touches its chunk and no other item. */
export class ItemList<Data> {
  private parts: readonly Chunk<Data>[] = [];

  /** @param owner told of each item with a note when it comes to lie in a chunk */
  constructor(private readonly owner: { moved?(item: Item<Data>, chunk: Chunk<Data>): void }) {}

  chunks(): readonly Chunk<Data>[] {
    return this.parts;
  }

  total(key: Exclude<keyof Sums, 'reach'>): number {
    return this.parts.reduce((sum, chunk) => sum + chunk.sums[key], 0);
  }

  /**
   * The first item that is wanted.
   *
   * @param mayHold whether a chunk, which begins at `from`, may hold one
   * @param isWanted whether an item, whose lead begins at `from`, is one
   */
  find(
    mayHold: (sums: Sums, from: number) => boolean,
    isWanted: (item: Item<Data>, from: number) => boolean,
  ): Entry<Data> | undefined {
    let from = 0;
    let chunk = 0;
    for (const { items, sums } of this.parts) {
      if (mayHold(sums, from)) {
        let at = from;
        let index = 0;
        for (const item of items) {
          if (isWanted(item, at)) return { item, chunk, index, from: at };
          at += lengthOf(item);
          index++;
        }
      }
      from += sums.length;
      chunk++;
    }
    return undefined;
  }

  /** The item behind an entry. */
  next(entry: Entry<Data>): Entry<Data> | undefined {
    const from = entry.from + lengthOf(entry.item);
    const sibling = this.parts[entry.chunk]?.items[entry.index + 1];
    if (sibling) return { item: sibling, chunk: entry.chunk, index: entry.index + 1, from };
    const first = this.parts[entry.chunk + 1]?.items[0];
    return first && { item: first, chunk: entry.chunk + 1, index: 0, from };
  }

  /** Puts `items` in the place of all from `first` up to, but not including, `end`; without an end, of all the rest. */
  replace(first: Entry<Data> | undefined, end: Entry<Data> | undefined, items: readonly Item<Data>[]): void {
    const firstChunk = first?.chunk ?? this.parts.length;
    const endChunk = end?.chunk ?? this.parts.length - 1;
    const before = this.parts[firstChunk]?.items.slice(0, first?.index) ?? [];
    const after = end ? (this.parts[end.chunk]?.items.slice(end.index) ?? []) : [];
    const fresh = [...before, ...items, ...after];
    const rest = this.parts.slice(Math.max(endChunk, firstChunk - 1) + 1);
    this.parts = [...this.parts.slice(0, firstChunk), ...this.inChunks(fresh), ...rest];
  }

  private inChunks(items: readonly Item<Data>[]): Chunk<Data>[] {
    const count =
      items.length <= 2 * chunkSize ? Math.min(1, items.length) : Math.ceil(items.length / chunkSize);
    const size = Math.ceil(items.length / Math.max(1, count));
    return Array.from({ length: count }, (_, index) => {
      const chunk = toChunk(items.slice(index * size, (index + 1) * size));
      for (const item of chunk.items) if (item.data !== undefined) this.owner.moved?.(item, chunk);
      return chunk;
    });
  }
}

export function lengthOf(item: Item<unknown>): number {
  return item.lead + item.length;
}

/** Whether an item is a trace, damaged ones included. */
export function isRecord(item: Item<unknown>): boolean {
  return item.kind === 'trace' || item.kind === 'damaged';
}

/** A stretch that is not read yet. */
export function makeHole<Data>(length: number, state: PackedState): Item<Data> {
  return {
    kind: 'hole',
    state,
    lead: 0,
    length,
    reach: 0,
    error: undefined,
    isBroken: false,
    data: undefined,
  };
}

function toChunk<Data>(items: readonly Item<Data>[]): Chunk<Data> {
  let length = 0;
  let furthest = 0;
  const counts = { traces: 0, damaged: 0, digests: 0, holes: 0 };
  for (const item of items) {
    length += lengthOf(item);
    furthest = Math.max(furthest, length + item.reach);
    if (item.kind === 'trace') counts.traces++;
    else if (item.kind === 'damaged') counts.damaged++;
    else if (item.kind === 'digest') counts.digests++;
    else if (item.kind === 'hole') counts.holes++;
  }
  return { items, sums: { ...counts, length, reach: furthest - length } };
}
