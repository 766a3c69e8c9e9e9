import type { Trace } from '../record/trace';
import { type TextSource, type View, viewFrom, viewLengthFor } from '../text/text-source';
import { type Chunk, type Item, lengthOf } from './items';
import type { ScanInput, ScannedItem } from './record-scanner';
import type { PackedState } from './scan-state';
import { scanItem } from './scanner';

/** What the owner of an index does with each item that is read. */
export interface IndexOwner<Data> {
  /** Called once an item is read; what it returns is kept with the item. */
  dataOf(item: ReadItem): Data | undefined;
  /** Called with what was kept of an item that is no more. */
  release(data: Data): void;
  /** Called with each item of which something is kept, whenever it comes to lie in another chunk. */
  moved?(item: Item<Data>, chunk: Chunk<Data>): void;
}

export interface ReadItem {
  readonly kind: Item<unknown>['kind'];
  readonly isBroken: boolean;
  readonly error: ScannedItem['error'];
  /** The record, where the item is one. */
  readonly trace: (() => Trace) | undefined;
}

/** How much was read since the index was opened: what speed is measured by without a clock. */
export interface ReadWork {
  /** In UTF-16 units. */
  units: number;
  items: number;
}

/** What items are read from, and for whom. */
export interface ReadContext<Data> {
  readonly source: TextSource;
  readonly owner: IndexOwner<Data>;
  readonly work: ReadWork;
  readonly isLineDelimited: boolean;
}

/** Reads items one after another. */
export class ItemReader<Data> {
  private view: View;
  private input: ScanInput;

  /**
   * @param at where the lead of the next item begins
   * @param state the state it is read from
   */
  constructor(
    private readonly context: ReadContext<Data>,
    public at: number,
    public state: PackedState,
  ) {
    this.view = { base: at, text: '', isLast: false };
    this.input = this.inputOf(this.view);
  }

  /** @param left how much there is to read: more is cut from the source only where a record needs it */
  read(left: number): Item<Data> {
    for (let length = viewLengthFor(left); ; length *= 2) {
      const from = this.at - this.view.base;
      const scanned = scanItem(this.input, from, this.state);
      if (scanned) return this.toItem(scanned, from);
      this.view = viewFrom(this.context.source, this.at, length);
      this.input = this.inputOf(this.view);
      this.context.work.units += this.view.text.length;
    }
  }

  private inputOf({ text, isLast }: View): ScanInput {
    return { text, isLast, isLineDelimited: this.context.isLineDelimited };
  }

  private toItem(scanned: ScannedItem, from: number): Item<Data> {
    const item: Item<Data> = {
      kind: scanned.kind,
      state: this.state,
      lead: scanned.start - from,
      length: scanned.end - scanned.start,
      reach: scanned.reach - scanned.end,
      error: scanned.error,
      isBroken: scanned.isBroken,
      data: this.context.owner.dataOf(scanned),
    };
    this.context.work.items++;
    this.at += lengthOf(item);
    this.state = scanned.state;
    return item;
  }
}
