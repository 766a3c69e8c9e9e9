import type { Trace } from '../record/trace';
import type { TextSource } from '../text/text-source';
import { ItemCursor, type ItemReader, type Work } from './item-reader';
import { type Chunk, type Entry, type Item, ItemList, lengthOf, makeHole } from './items';
import { isLineDelimited, longestHead } from './json-lines';
import { type PlacedItem, type PlacedTrace, PlacedTraces, type Stretch } from './located-traces';
import { initialState } from './scan-state';
import { type ValueOrder, valueOrderOf } from './value-sequence';

/** A change to the text: `removed` units at `offset` gave way to `inserted` ones. */
export interface Change {
  /** In the text before any change of the same list. */
  readonly offset: number;
  readonly removed: number;
  readonly inserted: number;
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
    const cursor = new ItemCursor(
      { source: this.source, reader: this.reader, work: this.work, isLineDelimited: this.isByLine },
      hole.from,
      hole.item.state,
    );
    let holeEnd = hole.from + hole.item.length;
    let next = this.list.next(hole);
    for (;;) {
      const item = cursor.take(holeEnd - cursor.at);
      const { at, state } = cursor;
      fresh.push(item);
      while (
        next &&
        (item.kind === 'end' ||
          next.item.kind === 'hole' ||
          at > holeEnd ||
          (at === holeEnd && next.item.state !== state))
      ) {
        holeEnd += lengthOf(next.item);
        this.drop(next.item);
        next = this.list.next(next);
      }
      const isFilled = at === holeEnd && (next !== undefined || item.kind === 'end');
      const isPaused = !isFilled && !mayGoOn();
      if (isPaused) fresh.push(makeHole<Note>(holeEnd - at, state));
      if (isFilled || isPaused) {
        this.list.replace(hole, next, fresh);
        return isFilled;
      }
    }
  }
}

function always(): boolean {
  return true;
}
