import { type Chunk, type Entry, type Item, ItemList, lengthOf, makeHole } from './items';
import { isLineDelimited, longestHead } from './line-delimited';
import { type PlacedItem, type PlacedTrace, PlacedTraces, type Stretch } from './placed-traces';
import { type TextSource, type View, viewFrom, viewLengthFor } from './source';
import type { Trace } from './trace';
import { type ValueOrder, valueOrderOf } from './value-order';
import { takeStep } from './walk';
import { type Ground, initialState, type State, type Step } from './walker';

/** A change to the text: `removed` units at `offset` gave way to `inserted` ones. */
export interface Change {
  /** In the text before any change of the same list. */
  readonly offset: number;
  readonly removed: number;
  readonly inserted: number;
}

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

/**
 * The index of one file: where each record begins and ends. It is read in slices, and after a change only what the
 * change can have touched is read again; the result is that of reading the whole file anew.
 */
export class TraceIndex<Note> {
  readonly work: Work = { units: 0, items: 0 };
  private readonly list: ItemList<Note>;
  private readonly placed: PlacedTraces;
  private isByLine: boolean;

  constructor(
    private readonly source: TextSource,
    private readonly reader: ItemReader<Note>,
    private readonly hint: { readonly isLineDelimited: boolean },
  ) {
    this.list = new ItemList<Note>(reader);
    this.placed = new PlacedTraces(source, this.list);
    this.isByLine = isLineDelimited(source, hint.isLineDelimited);
    this.startAnew();
  }

  get isComplete(): boolean {
    return this.list.total('holes') === 0;
  }

  /** Traces, damaged ones included where a real one stands beside them. */
  get traceCount(): number {
    const traces = this.list.total('traces');
    return traces === 0 ? 0 : traces + this.list.total('damaged');
  }

  get hasDigest(): boolean {
    return this.list.total('digests') > 0;
  }

  get order(): ValueOrder {
    return valueOrderOf({ source: this.source, chunks: this.chunks(), isByLine: this.isByLine });
  }

  chunks(): readonly Chunk<Note>[] {
    return this.list.chunks();
  }

  /**
   * Reads on.
   *
   * @param mayGoOn asked after each item
   * @returns whether everything is read
   */
  read(mayGoOn: () => boolean): boolean {
    for (;;) {
      const hole = this.list.find(
        (sums) => sums.holes > 0,
        (item) => item.kind === 'hole',
      );
      if (hole === undefined) return true;
      if (!this.fill(hole, mayGoOn)) return this.isComplete;
    }
  }

  /** Takes note of changes, in ascending order of their offsets; the source already holds the new text. */
  update(changes: readonly Change[]): void {
    let shift = 0;
    for (const change of changes) {
      this.dig({ ...change, offset: change.offset + shift });
      shift += change.inserted - change.removed;
    }
    if (!changes.some((change) => change.offset <= longestHead)) return;
    const isByLine = isLineDelimited(this.source, this.hint.isLineDelimited);
    if (isByLine === this.isByLine) return;
    this.isByLine = isByLine;
    this.startAnew();
  }

  /** See {@link PlacedTraces.at}. */
  traceAt(offset: number): PlacedTrace | undefined {
    return this.placed.at(offset);
  }

  /** See {@link PlacedTraces.all}. */
  records(): Iterable<PlacedTrace> {
    return this.placed.all();
  }

  /** See {@link PlacedTraces.in}. */
  tracesIn(stretch: Stretch): Iterable<PlacedTrace> {
    return this.placed.in(stretch);
  }

  /** See {@link PlacedTraces.read}. */
  readEntry(entry: PlacedItem): Trace {
    return this.placed.read(entry);
  }

  private drop({ note }: Item<Note>): void {
    if (note !== undefined) this.reader.drop(note);
  }

  private startAnew(): void {
    for (const { items } of this.list.chunks()) for (const item of items) this.drop(item);
    const hole = makeHole<Note>(this.source.length, initialState);
    this.list.replace(this.list.find(always, always), undefined, [hole]);
  }

  /** Puts a hole in the place of all items that a change can have touched. */
  private dig(change: Change): void {
    const { offset, removed, inserted } = change;
    const first = this.list.find(
      (sums, from) => from + sums.length + sums.reach > offset,
      (item, from) => from + lengthOf(item) + item.reach > offset || item.kind === 'end',
    );
    let end = first;
    let length = inserted - removed;
    while (end && end.from < offset + removed) {
      length += lengthOf(end.item);
      this.drop(end.item);
      end = this.list.next(end);
    }
    if (length === 0 && end === first) return;
    this.list.replace(first, end, [makeHole<Note>(length, first?.item.state ?? initialState)]);
  }

  /** Reads from the beginning of a hole until what is read meets what is known. */
  private fill(hole: Entry<Note>, mayGoOn: () => boolean): boolean {
    const fresh: Item<Note>[] = [];
    let at = hole.from;
    let state = hole.item.state;
    let holeEnd = hole.from + hole.item.length;
    let next = this.list.next(hole);
    let view: View = { base: at, text: '', isLast: false };
    for (;;) {
      const taken = this.take(view, at, state, holeEnd - at);
      view = taken.view;
      fresh.push(taken.item);
      at += lengthOf(taken.item);
      state = taken.state;
      while (
        next &&
        (taken.item.kind === 'end' ||
          next.item.kind === 'hole' ||
          at > holeEnd ||
          (at === holeEnd && next.item.state !== state))
      ) {
        holeEnd += lengthOf(next.item);
        this.drop(next.item);
        next = this.list.next(next);
      }
      const isFilled = at === holeEnd && (next !== undefined || taken.item.kind === 'end');
      const isPaused = !isFilled && !mayGoOn();
      if (isPaused) fresh.push(makeHole<Note>(holeEnd - at, state));
      if (isFilled || isPaused) {
        this.list.replace(hole, next, fresh);
        return isFilled;
      }
    }
  }

  /** @param left how much of the hole there is to read: more is cut only where a record needs it */
  private take(view: View, at: number, state: State, left: number): Taken<Note> {
    let held = view;
    for (let length = viewLengthFor(left); ; length *= 2) {
      const ground: Ground = { text: held.text, isLast: held.isLast, isLineDelimited: this.isByLine };
      const step = takeStep(ground, at - held.base, state);
      if (step) {
        this.work.items++;
        return { view: held, item: this.toItem(step, state, at - held.base), state: step.state };
      }
      held = viewFrom(this.source, at, length);
      this.work.units += held.text.length;
    }
  }

  private toItem(step: Step, state: State, from: number): Item<Note> {
    const { kind, problem, isBroken } = step;
    const note = this.reader.note(step);
    const lead = step.start - from;
    return {
      kind,
      state,
      lead,
      length: step.end - step.start,
      reach: step.reach - step.end,
      problem,
      isBroken,
      note,
    };
  }
}

interface Taken<Note> {
  readonly view: View;
  readonly item: Item<Note>;
  readonly state: State;
}

function always(): boolean {
  return true;
}
