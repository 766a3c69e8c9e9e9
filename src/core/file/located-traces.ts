import { markIncomplete, readTrace } from '../reading/read-trace';
import type { Trace } from '../record/trace';
import type { TextSource } from '../text/text-source';
import { type Entry, type Item, type ItemList, isRecord, lengthOf } from './items';

/** A record in its place. */
export interface LocatedTrace {
  readonly trace: Trace;
  /** The offset of its opening brace in the file. */
  readonly start: number;
  /** How many traces stand before it. */
  readonly number: number;
}

/** A stretch of a file that records are asked for. */
export interface TraceRange {
  readonly start: number;
  readonly end: number;
  /** How long a record may be to be read, in UTF-16 units. */
  readonly longest: number;
}

/** An item, and where its lead begins. */
export type LocatedItem = Pick<Entry<unknown>, 'item' | 'from'>;

/** Looks up the records of a file by its items; nothing of them is kept, each is read again from the text. */
export class LocatedTraces {
  constructor(
    private readonly source: TextSource,
    private readonly list: ItemList<unknown>,
  ) {}

  /** The record that the offset lies in. */
  at(offset: number): LocatedTrace | undefined {
    const entry = this.firstFrom(offset);
    if (entry === undefined || !isRecord(entry.item) || offset < startOf(entry)) return undefined;
    return this.locate(entry, this.numberOf(entry));
  }

  /** The records in their order, each read when it is its turn. */
  *all(): Iterable<LocatedTrace> {
    let from = 0;
    let number = 0;
    for (const { items } of this.list.chunks()) {
      for (const item of items) {
        if (isRecord(item)) yield this.locate({ item, from }, number++);
        from += lengthOf(item);
      }
    }
  }

  /**
   * The records that touch a stretch, in their order. What is not read yet, or is longer than asked for, is left out.
   * Ask for no more of them once the text has changed.
   */
  *in({ start, end, longest }: TraceRange): Iterable<LocatedTrace> {
    let entry = this.firstFrom(start);
    let number = entry ? this.numberOf(entry) : 0;
    for (; entry && startOf(entry) <= end; entry = this.list.next(entry)) {
      if (!isRecord(entry.item)) continue;
      if (entry.item.length <= longest) yield this.locate(entry, number);
      number++;
    }
  }

  /** Reads the record of an item again. */
  read(placed: LocatedItem): Trace {
    const start = startOf(placed);
    const trace = readTrace(this.source.slice(start, start + placed.item.length));
    return placed.item.isBroken ? markIncomplete(trace) : trace;
  }

  private locate(placed: LocatedItem, number: number): LocatedTrace {
    return { trace: this.read(placed), start: startOf(placed), number };
  }

  /** The first item that ends at the offset or behind it. */
  private firstFrom(offset: number): Entry<unknown> | undefined {
    return this.list.find(
      (sums, from) => from + sums.length >= offset,
      (item: Item<unknown>, from) => from + lengthOf(item) >= offset,
    );
  }

  private numberOf(entry: Entry<unknown>): number {
    const before = this.list.chunks().slice(0, entry.chunk);
    const inChunk = this.list.chunks()[entry.chunk]?.items.slice(0, entry.index) ?? [];
    const sum = before.reduce((count, { sums }) => count + sums.traces + sums.damaged, 0);
    return sum + inChunk.filter(isRecord).length;
  }
}

function startOf({ item, from }: LocatedItem): number {
  return from + item.lead;
}
