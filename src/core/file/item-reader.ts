import type { Trace } from '../record/trace';
import type { ScanInput, ScannedItem } from '../scanning/record-scanner';
import { scanItem } from '../scanning/scan-item';
import type { PackedState } from '../scanning/scan-state';
import { type TextSource, type View, viewFrom, viewLengthFor } from '../text/text-source';
import { type Chunk, type Item, lengthOf } from './items';

/** Callbacks by which the owner of an index attaches data to its items. */
export interface IndexOwner<Data> {
  /** Called when an item has been read; the result is stored with the item. */
  dataOf(item: ReadItem): Data | undefined;
  /** Called with the data of an item that is removed from the index. */
  release(data: Data): void;
  /** Called when an item that has data is put into a chunk. */
  moved?(item: Item<Data>, chunk: Chunk<Data>): void;
}

/** An item that was just read and is not in the index yet. */
export interface ReadItem {
  readonly kind: Item<unknown>['kind'];
  readonly isBroken: boolean;
  readonly error: ScannedItem['error'];
  /** Reads the record; `undefined` if the item has none. */
  readonly trace: (() => Trace) | undefined;
}

/** How much was read since the index was created: a measure of cost that needs no clock. */
export interface ReadWork {
  /** In UTF-16 units. */
  units: number;
  items: number;
}

export interface ReadContext<Data> {
  readonly source: TextSource;
  readonly owner: IndexOwner<Data>;
  readonly work: ReadWork;
  readonly isLineDelimited: boolean;
  readonly mayBeLaidOut: boolean;
}

/** Reads consecutive items. */
export class ItemReader<Data> {
  private view: View;
  private input: ScanInput;

  /**
   * @param at offset in the file of the next item's lead
   * @param state scanner state at that offset
   */
  constructor(
    private readonly context: ReadContext<Data>,
    public at: number,
    public state: PackedState,
  ) {
    this.view = { base: at, text: '', isLast: false };
    this.input = this.inputOf(this.view);
  }

  /** @param left length that is expected to be read; more of the source is taken only if a record needs it */
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
    const { isLineDelimited, mayBeLaidOut } = this.context;
    return { text, isLast, isLineDelimited, mayBeLaidOut };
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
