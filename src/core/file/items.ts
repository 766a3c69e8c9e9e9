import type { ParseErrorKind } from '../record/trace';
import type { ItemKind } from '../scanning/record-scanner';
import type { PackedState } from '../scanning/scan-state';

/**
 * An item in the index. It has lengths, not offsets, so an edit elsewhere leaves it unchanged. A `hole` is a range that
 * has not been read yet.
 */
export interface Item<Data> {
  readonly kind: ItemKind | 'hole';
  /** Scanner state before the item. */
  readonly state: PackedState;
  /** Length from the end of the previous item: whitespace, punctuation, keys of a wrapper, values that are no records. */
  readonly lead: number;
  readonly length: number;
  /** How far past its end the item depends on the text. */
  readonly reach: number;
  readonly error: ParseErrorKind | undefined;
  readonly isBroken: boolean;
  /** Stored for the owner of the index, which may replace it. */
  data: Data | undefined;
}

/** Totals over the items of a chunk. */
export interface Sums {
  readonly length: number;
  readonly traces: number;
  readonly damaged: number;
  readonly digests: number;
  readonly holes: number;
  /** How far past the last item any of the items depends on the text. */
  readonly reach: number;
}

/** A run of consecutive items. Chunks are immutable, so their identity can serve as a cache key. */
export interface Chunk<Data> {
  readonly items: readonly Item<Data>[];
  readonly sums: Sums;
}

/** An item with the index of its chunk, its index in the chunk, and the offset of its lead in the file. */
export interface Entry<Data> {
  readonly item: Item<Data>;
  readonly chunk: number;
  readonly index: number;
  readonly from: number;
}

const chunkSize = 256;

/** The items of a file in order, split into chunks so that finding or replacing an item touches only its chunk. */
export class ItemList<Data> {
  private parts: readonly Chunk<Data>[] = [];

  constructor(private readonly owner: { moved?(item: Item<Data>, chunk: Chunk<Data>): void }) {}

  chunks(): readonly Chunk<Data>[] {
    return this.parts;
  }

  total(key: Exclude<keyof Sums, 'reach'>): number {
    return this.parts.reduce((sum, chunk) => sum + chunk.sums[key], 0);
  }

  /**
   * The first item that matches.
   *
   * @param mayContain whether a chunk that begins at `from` may contain a match
   * @param isMatch whether an item whose lead begins at `from` matches
   */
  find(
    mayContain: (sums: Sums, from: number) => boolean,
    isMatch: (item: Item<Data>, from: number) => boolean,
  ): Entry<Data> | undefined {
    let from = 0;
    let chunk = 0;
    for (const { items, sums } of this.parts) {
      if (mayContain(sums, from)) {
        let at = from;
        let index = 0;
        for (const item of items) {
          if (isMatch(item, at)) return { item, chunk, index, from: at };
          at += lengthOf(item);
          index++;
        }
      }
      from += sums.length;
      chunk++;
    }
    return undefined;
  }

  next(entry: Entry<Data>): Entry<Data> | undefined {
    const from = entry.from + lengthOf(entry.item);
    const sibling = this.parts[entry.chunk]?.items[entry.index + 1];
    if (sibling) return { item: sibling, chunk: entry.chunk, index: entry.index + 1, from };
    const first = this.parts[entry.chunk + 1]?.items[0];
    return first && { item: first, chunk: entry.chunk + 1, index: 0, from };
  }

  /**
   * Replaces the items from `first` up to but not including `end`. Without `first`, `items` are appended; without
   * `end`, all the rest is replaced.
   */
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

/** Whether the item is a trace, possibly a damaged one. */
export function isRecord({ kind }: Pick<Item<unknown>, 'kind'>): boolean {
  return kind === 'trace' || kind === 'damaged';
}

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
