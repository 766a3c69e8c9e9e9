import { markIncomplete, readBrokenTrace, readTrace } from '../reading/read-trace';
import type { Trace } from '../record/trace';
import type { TextSource } from '../text/text-source';
import { type Entry, type Item, type ItemList, isRecord, lengthOf } from './items';

/** A record with its position in the file. */
export interface LocatedTrace {
  readonly trace: Trace;
  /** Offset of its opening brace in the file. */
  readonly start: number;
  /** Number of records before it. */
  readonly number: number;
}

export interface TraceRange {
  readonly start: number;
  readonly end: number;
  /** Longer records are skipped; in UTF-16 units. */
  readonly maxLength: number;
}

/** An item and the offset of its lead in the file. */
export type LocatedItem = Pick<Entry<unknown>, 'item' | 'from'>;

/** Looks up the records of a file by its items. Records are not cached: each is read from the text again. */
export class LocatedTraces {
  constructor(
    private readonly source: TextSource,
    private readonly list: ItemList<unknown>,
  ) {}

  /** The record that contains the offset; `undefined` if there is none or it has not been read yet. */
  at(offset: number): LocatedTrace | undefined {
    const entry = this.findFrom(offset);
    if (entry === undefined || !isRecord(entry.item) || offset < startOf(entry)) return undefined;
    return this.locate(entry, this.numberOf(entry));
  }

  /** All records in order, read lazily. */
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

  /** All records in order, read lazily: only those with the part in their text, `undefined` for each of the others. */
  *containing(part: string): Iterable<LocatedTrace | undefined> {
    let from = 0;
    let number = 0;
    for (const { items } of this.list.chunks()) {
      for (const item of items) {
        const located = { item, from };
        if (isRecord(item)) {
          yield this.textOf(located).includes(part) ? this.locate(located, number) : undefined;
          number++;
        }
        from += lengthOf(item);
      }
    }
  }

  /**
   * The records that touch the range, in order and read lazily, without those that are not read yet or too long. The
   * iteration must not be continued after the text has changed.
   */
  *in({ start, end, maxLength }: TraceRange): Iterable<LocatedTrace> {
    let entry = this.findFrom(start);
    let number = entry ? this.numberOf(entry) : 0;
    for (; entry && startOf(entry) <= end; entry = this.list.next(entry)) {
      if (!isRecord(entry.item)) continue;
      if (entry.item.length <= maxLength) yield this.locate(entry, number);
      number++;
    }
  }

  read(located: LocatedItem): Trace {
    const text = this.textOf(located);
    return located.item.isBroken ? markIncomplete(readBrokenTrace(text)) : readTrace(text);
  }

  private textOf(located: LocatedItem): string {
    const start = startOf(located);
    return this.source.slice(start, start + located.item.length);
  }

  private locate(located: LocatedItem, number: number): LocatedTrace {
    return { trace: this.read(located), start: startOf(located), number };
  }

  /** The first item that ends at or after the offset. */
  private findFrom(offset: number): Entry<unknown> | undefined {
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
