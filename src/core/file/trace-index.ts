import type { Trace } from '../record/trace';
import { initialState } from '../scanning/scan-state';
import type { TextSource } from '../text/text-source';
import { type IndexOwner, ItemReader, type ReadWork } from './item-reader';
import { type Chunk, type Entry, type Item, ItemList, lengthOf, makeHole } from './items';
import { isLineDelimited } from './json-lines';
import { type LocatedItem, type LocatedTrace, LocatedTraces, type TraceRange } from './located-traces';
import { headLength } from './may-hold-traces';
import { type ValueSequence, valueSequenceOf } from './value-sequence';

/** A change to the text: `removed` UTF-16 units at `offset` were replaced by `inserted` ones. */
export interface Change {
  /** In the text before all changes of the same list. */
  readonly offset: number;
  readonly removed: number;
  readonly inserted: number;
}

/**
 * The index of one file: where each record begins and ends. It is built in slices. After a change, only what the change
 * can have affected is read again, and the result equals that of reading the whole file.
 */
export class TraceIndex<Data> {
  readonly work: ReadWork = { units: 0, items: 0 };
  private readonly list: ItemList<Data>;
  private readonly located: LocatedTraces;
  private isLineDelimited: boolean;

  constructor(
    private readonly source: TextSource,
    private readonly owner: IndexOwner<Data>,
    private readonly hint: { readonly isLineDelimited: boolean },
  ) {
    this.list = new ItemList<Data>(owner);
    this.located = new LocatedTraces(source, this.list);
    this.isLineDelimited = isLineDelimited(source, hint.isLineDelimited);
    this.reset();
  }

  get isComplete(): boolean {
    return this.list.total('holes') === 0;
  }

  /** The number of traces. Damaged ones count only if the file has an intact one as well. */
  get traceCount(): number {
    const traces = this.list.total('traces');
    return traces === 0 ? 0 : traces + this.list.total('damaged');
  }

  get hasDigest(): boolean {
    return this.list.total('digests') > 0;
  }

  get valueSequence(): ValueSequence {
    return valueSequenceOf({
      source: this.source,
      chunks: this.chunks(),
      isLineDelimited: this.isLineDelimited,
    });
  }

  chunks(): readonly Chunk<Data>[] {
    return this.list.chunks();
  }

  /**
   * Continues reading.
   *
   * @param shouldContinue called after each item; reading pauses when it returns `false`
   * @returns whether the index is complete
   */
  read(shouldContinue: () => boolean): boolean {
    for (;;) {
      const hole = this.list.find(
        (sums) => sums.holes > 0,
        (item) => item.kind === 'hole',
      );
      if (hole === undefined) return true;
      if (!this.fill(hole, shouldContinue)) return this.isComplete;
    }
  }

  /** Invalidates what the changes affect. They are ordered by offset, and the source already has the new text. */
  update(changes: readonly Change[]): void {
    let shift = 0;
    for (const change of changes) {
      this.invalidate({ ...change, offset: change.offset + shift });
      shift += change.inserted - change.removed;
    }
    if (!changes.some((change) => change.offset <= headLength)) return;
    const isNowLineDelimited = isLineDelimited(this.source, this.hint.isLineDelimited);
    if (isNowLineDelimited === this.isLineDelimited) return;
    this.isLineDelimited = isNowLineDelimited;
    this.reset();
  }

  /** See {@link LocatedTraces.at}. */
  traceAt(offset: number): LocatedTrace | undefined {
    return this.located.at(offset);
  }

  /** See {@link LocatedTraces.all}. */
  records(): Iterable<LocatedTrace> {
    return this.located.all();
  }

  /** See {@link LocatedTraces.containing}. */
  recordsContaining(part: string): Iterable<LocatedTrace | undefined> {
    return this.located.containing(part);
  }

  /** See {@link LocatedTraces.in}. */
  tracesIn(range: TraceRange): Iterable<LocatedTrace> {
    return this.located.in(range);
  }

  /** See {@link LocatedTraces.read}. */
  readEntry(entry: LocatedItem): Trace {
    return this.located.read(entry);
  }

  private drop({ data }: Item<Data>): void {
    if (data !== undefined) this.owner.release(data);
  }

  private reset(): void {
    for (const { items } of this.list.chunks()) for (const item of items) this.drop(item);
    const hole = makeHole<Data>(this.source.length, initialState);
    this.list.replace(this.list.find(always, always), undefined, [hole]);
  }

  /** Replaces all items that the change can have affected by a hole. */
  private invalidate(change: Change): void {
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
    this.list.replace(first, end, [makeHole<Data>(length, first?.item.state ?? initialState)]);
  }

  /**
   * Reads from the beginning of a hole until an item ends where a known one begins in the same state.
   *
   * @returns whether the hole was filled; `false` if reading was paused
   */
  private fill(hole: Entry<Data>, shouldContinue: () => boolean): boolean {
    const fresh: Item<Data>[] = [];
    const reader = new ItemReader(
      {
        source: this.source,
        owner: this.owner,
        work: this.work,
        isLineDelimited: this.isLineDelimited,
        mayBeLaidOut: this.isLineDelimited && !this.hint.isLineDelimited,
      },
      hole.from,
      hole.item.state,
    );
    let holeEnd = hole.from + hole.item.length;
    let next = this.list.next(hole);
    for (;;) {
      const item = reader.read(holeEnd - reader.at);
      const { at, state } = reader;
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
      const isPaused = !isFilled && !shouldContinue();
      if (isPaused) fresh.push(makeHole<Data>(holeEnd - at, state));
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
