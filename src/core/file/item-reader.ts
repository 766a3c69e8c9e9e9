import type { Trace } from '../record/trace';
import { type TextSource, type View, viewFrom, viewLengthFor } from '../text/text-source';
import { type Chunk, type Item, lengthOf } from './items';
import type { Ground, State, Step } from './scan-state';
import { takeStep } from './scanner';

/** What the owner of an index does with each item that is read. */
export interface ItemReader<Note> {
  /** Called once an item is read; what it returns is kept with the item. */
  note(item: ReadItem): Note | undefined;
  /** Called with what was kept of an item that is no more. */
  drop(note: Note): void;
  /** Called with each item of which something is kept, whenever it comes to lie in another chunk. */
  place?(item: Item<Note>, chunk: Chunk<Note>): void;
}

export interface ReadItem {
  readonly kind: Item<unknown>['kind'];
  readonly isBroken: boolean;
  readonly problem: Step['problem'];
  /** The record, where the item is one. */
  readonly trace: (() => Trace) | undefined;
}

/** How much was read since the index was opened: what speed is measured by without a clock. */
export interface Work {
  /** In UTF-16 units. */
  units: number;
  items: number;
}

/** What items are read from, and for whom. */
export interface ItemGround<Note> {
  readonly source: TextSource;
  readonly reader: ItemReader<Note>;
  readonly work: Work;
  readonly isLineDelimited: boolean;
}

/** Reads items one after another. */
export class ItemCursor<Note> {
  private view: View;
  private stepGround: Ground;

  /**
   * @param at where the lead of the next item begins
   * @param state the state it is read from
   */
  constructor(
    private readonly ground: ItemGround<Note>,
    public at: number,
    public state: State,
  ) {
    this.view = { base: at, text: '', isLast: false };
    this.stepGround = this.groundOf(this.view);
  }

  /** @param left how much there is to read: more is cut from the source only where a record needs it */
  take(left: number): Item<Note> {
    for (let length = viewLengthFor(left); ; length *= 2) {
      const from = this.at - this.view.base;
      const step = takeStep(this.stepGround, from, this.state);
      if (step) return this.toItem(step, from);
      this.view = viewFrom(this.ground.source, this.at, length);
      this.stepGround = this.groundOf(this.view);
      this.ground.work.units += this.view.text.length;
    }
  }

  private groundOf({ text, isLast }: View): Ground {
    return { text, isLast, isLineDelimited: this.ground.isLineDelimited };
  }

  private toItem(step: Step, from: number): Item<Note> {
    const { kind, problem, isBroken } = step;
    const { state } = this;
    const note = this.ground.reader.note(step);
    const lead = step.start - from;
    const length = step.end - step.start;
    const item: Item<Note> = {
      kind,
      state,
      lead,
      length,
      reach: step.reach - step.end,
      problem,
      isBroken,
      note,
    };
    this.ground.work.items++;
    this.at += lengthOf(item);
    this.state = step.state;
    return item;
  }
}
