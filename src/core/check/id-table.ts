import { hashId, idWords, isSameId } from './id-list';

/** A trace whose id was seen before. Ordinals count the traces of a file that have an id, from 0. */
export interface RepeatedId {
  readonly ordinal: number;
  readonly firstFile: number;
  readonly firstOrdinal: number;
}

/** For how many ids memory is taken at a time. */
const segmentLength = 2 ** 16;
/** How full the table may get: beyond that, searching it gets slow. */
const maxLoad = 0.75;

/**
 * The ids of all traces of a run in flat memory, some 24 bytes each: 16 for the id, and on average 8 to find it. Files
 * are numbered in the order in which they are added.
 */
export class IdTable {
  private readonly segments: Uint32Array[] = [];
  private count = 0;
  /** One more than the index of an id; 0 if free. */
  private slots: Uint32Array<ArrayBuffer>;
  /** How many ids are before each file. */
  private readonly fileStarts: number[] = [];
  private isFull = false;

  /**
   * @param maxCount how many ids are compared; later ones are not
   * @param slotCount how many slots there are at first, a power of two: as the table grows, all ids are placed anew
   */
  constructor(
    private readonly maxCount: number,
    slotCount = 2 ** 10,
  ) {
    this.slots = new Uint32Array(slotCount);
  }

  /** Whether ids were passed over because there are too many. */
  get hasPassedOver(): boolean {
    return this.isFull;
  }

  /**
   * Adds the ids of the next file.
   *
   * @param words four for each id
   * @returns those that are in an earlier file, or earlier in this one, with their first place
   */
  addFile(words: Uint32Array): readonly RepeatedId[] {
    const start = this.count;
    this.fileStarts.push(start);
    const repeated: RepeatedId[] = [];
    for (let at = 0; at < words.length; at += idWords) {
      if (this.count >= this.maxCount) this.isFull = true;
      if (this.isFull) break;
      const first = this.add(words, at);
      if (first !== undefined) repeated.push({ ordinal: at / idWords, ...this.placeOf(first) });
    }
    return repeated;
  }

  /** @returns the index of the first id that is the same, if there is one */
  private add(words: Uint32Array, at: number): number | undefined {
    if (this.count + 1 > this.slots.length * maxLoad) this.grow();
    const index = this.count++;
    this.store(words, at, index);
    const slot = this.findSlot(words, at);
    const first = this.slots[slot] ?? 0;
    if (first > 0) return first - 1;
    this.slots[slot] = index + 1;
    return undefined;
  }

  private store(words: Uint32Array, at: number, index: number): void {
    const number = Math.floor(index / segmentLength);
    const segment = this.segments[number] ?? new Uint32Array(segmentLength * idWords);
    this.segments[number] = segment;
    const from = (index % segmentLength) * idWords;
    for (let word = 0; word < idWords; word++) segment[from + word] = words[at + word] ?? 0;
  }

  /** The slot of an id, or the free one in which it belongs. */
  private findSlot(words: Uint32Array, at: number): number {
    const mask = this.slots.length - 1;
    for (let slot = hashId(words, at) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.slots[slot] ?? 0;
      if (entry === 0 || this.isAt(entry - 1, words, at)) return slot;
    }
  }

  private isAt(index: number, words: Uint32Array, at: number): boolean {
    return isSameId(this.segmentOf(index), (index % segmentLength) * idWords, words, at);
  }

  private grow(): void {
    const before = this.slots;
    this.slots = new Uint32Array(before.length * 2);
    for (const entry of before) {
      if (entry === 0) continue;
      const at = ((entry - 1) % segmentLength) * idWords;
      this.slots[this.findSlot(this.segmentOf(entry - 1), at)] = entry;
    }
  }

  private segmentOf(index: number): Uint32Array {
    return this.segments[Math.floor(index / segmentLength)] ?? none;
  }

  /** By a binary search for the last file that begins at or before the index; of those without ids, the one after. */
  private placeOf(index: number): Pick<RepeatedId, 'firstFile' | 'firstOrdinal'> {
    let firstFile = 0;
    let after = this.fileStarts.length;
    while (after - firstFile > 1) {
      const middle = (firstFile + after) >>> 1;
      if ((this.fileStarts[middle] ?? 0) <= index) firstFile = middle;
      else after = middle;
    }
    return { firstFile, firstOrdinal: index - (this.fileStarts[firstFile] ?? 0) };
  }
}

const none = new Uint32Array(0);
