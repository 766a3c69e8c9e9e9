import type { ScanInput, ScannedItem } from '../scanning/record-scanner';
import { scanItem } from '../scanning/scan-item';
import { initialState, type PackedState } from '../scanning/scan-state';
import { lazy } from '../text/lazy';
import type { Position } from '../text/lines';
import { textSource } from '../text/text-source';
import type { ReadItem } from './item-reader';
import { isLineDelimited } from './json-lines';
import { LineTracker } from './line-tracker';
import { headLength } from './may-hold-traces';

/** An item of a text that is read from its beginning to its end. */
export interface StreamedItem extends ReadItem {
  /** Scanner state before the item. */
  readonly state: PackedState;
  /** Offset from the start of the text, in UTF-16 units, and line and column of the item. */
  readonly start: number;
  readonly position: Position;
  readonly length: number;
  /** Its source; of an item without a length, the character that it is before. */
  readonly text: string;
  /** How many traces are before it. */
  readonly number: number;
  /** Whether it begins where the text ends, and the position of the character before it. */
  readonly isAtEnd: boolean;
  readonly positionBefore: Position;
}

/** Longer values are not read, so that memory stays bounded; in UTF-16 units. */
export const maxValueLength = 64 * 1024 * 1024;

/**
 * Finds the items of a text of any length that arrives in pieces. They are the same for any division into pieces: an
 * item is found once the text reaches as far as it depends on. Memory is bounded by the pieces and the longest item.
 */
export class RecordStream {
  private buffer = '';
  /** Offset of the buffer in the text. */
  private base = 0;
  /** Where the next item begins in the buffer. */
  private at = 0;
  private state: PackedState = initialState;
  private isLast = false;
  private isTooLong = false;
  private format: Pick<ScanInput, 'isLineDelimited' | 'mayBeLaidOut'> | undefined;
  /** The buffer is not scanned before it is this long: text is added to a long item until there is twice as much. */
  private awaitedLength = headLength;
  private readonly lines = new LineTracker();
  private readonly counts = { trace: 0, damaged: 0, digest: 0 };

  constructor(
    private readonly hint: { readonly isLineDelimited: boolean },
    private readonly maxLength = maxValueLength,
  ) {}

  /** The number of intact traces so far. */
  get intactCount(): number {
    return this.counts.trace;
  }

  /** The number of traces so far. Damaged ones count only if there is an intact one as well. */
  get traceCount(): number {
    return this.counts.trace === 0 ? 0 : this.counts.trace + this.counts.damaged;
  }

  get hasDigest(): boolean {
    return this.counts.digest > 0;
  }

  /** Where a value begins that is longer than what is read; nothing is read from there on. */
  get tooLongAt(): Position | undefined {
    return this.isTooLong ? this.lines.positionOf(this.base) : undefined;
  }

  /** The position of an offset in the text that has been added but not read. */
  positionOf(offset: number): Position {
    let line = 0;
    let lineStart = this.base + this.at;
    const from = this.lines.positionOf(lineStart);
    let column = from.column;
    for (let at = this.buffer.indexOf('\n', this.at); at >= 0; at = this.buffer.indexOf('\n', at + 1)) {
      if (this.base + at >= offset) break;
      line++;
      lineStart = this.base + at + 1;
      column = 0;
    }
    return { line: from.line + line, column: column + offset - lineStart };
  }

  add(text: string): void {
    this.buffer += text;
  }

  /** Says that nothing will be added. */
  end(): void {
    this.isLast = true;
  }

  /** The items that are complete. */
  *items(): Generator<StreamedItem> {
    if (this.isWaiting || this.isTooLong) return;
    this.format ??= this.sniffFormat();
    const input = { text: this.buffer, isLast: this.isLast, ...this.format };
    for (;;) {
      const scanned = scanItem(input, this.at, this.state);
      if (scanned === undefined) break;
      yield this.toItem(scanned);
      if (scanned.kind === 'end') break;
    }
    this.forget();
  }

  private get isWaiting(): boolean {
    return !this.isLast && this.buffer.length < this.awaitedLength;
  }

  private sniffFormat(): Pick<ScanInput, 'isLineDelimited' | 'mayBeLaidOut'> {
    const isDelimited = isLineDelimited(textSource(this.buffer), this.hint.isLineDelimited);
    return { isLineDelimited: isDelimited, mayBeLaidOut: isDelimited && !this.hint.isLineDelimited };
  }

  private toItem(scanned: ScannedItem): StreamedItem {
    const start = this.base + scanned.start;
    this.lines.advance(this.buffer, this.base, start);
    const item: StreamedItem = {
      kind: scanned.kind,
      isBroken: scanned.isBroken,
      error: scanned.error,
      trace: scanned.trace && lazy(scanned.trace),
      state: this.state,
      start,
      position: this.lines.positionOf(start),
      isAtEnd: this.isLast && scanned.start === this.buffer.length,
      positionBefore: this.lines.positionOf(start - 1),
      length: scanned.end - scanned.start,
      text: this.buffer.slice(scanned.start, Math.max(scanned.end, scanned.start + 1)),
      number: this.counts.trace + this.counts.damaged,
    };
    this.count(scanned.kind);
    this.at = scanned.end;
    this.state = scanned.state;
    return item;
  }

  private count(kind: StreamedItem['kind']): void {
    if (kind === 'trace' || kind === 'damaged' || kind === 'digest') this.counts[kind]++;
  }

  /** Drops what has been read. */
  private forget(): void {
    this.lines.advance(this.buffer, this.base, this.base + this.at);
    this.base += this.at;
    this.buffer = this.buffer.slice(this.at);
    this.at = 0;
    this.isTooLong = !this.isLast && this.buffer.length > this.maxLength;
    this.awaitedLength = Math.min(2 * this.buffer.length, this.maxLength + 1);
  }
}
