import { hashId, idWords, isSameId, writeUuid } from './id-list';

/** Ids of a new table. */
const initialCapacity = 16;
const emptySlot = 0;
const removedSlot = -1;

/**
 * The different ids of a file's traces, each with a number and how many traces have it. They can be removed, after which
 * their number is given again. Flat memory, some 30 bytes each: strings in a map would be copied and visited by every
 * garbage collection.
 */
export class CountedIds {
  private words = new Uint32Array(idWords * initialCapacity);
  private counts = new Uint32Array(initialCapacity);
  /** By hash, the number of the id and 1; up to half of the slots are taken. */
  private slots = new Int32Array(2 * initialCapacity);
  private takenSlots = 0;
  private idCount = 0;
  private readonly freed: number[] = [];

  /**
   * Counts a trace.
   *
   * @param uuid in lower case
   * @returns the number of its id
   */
  add(uuid: string): number {
    if (2 * this.takenSlots >= this.slots.length) this.rebuild();
    const id = this.freed.at(-1) ?? this.idCount;
    writeUuid(uuid, this.words, idWords * id);
    const slot = this.findSlot(id);
    const known = this.slots[slot] ?? emptySlot;
    if (known !== emptySlot) return this.count(known - 1);
    this.slots[slot] = id + 1;
    this.takenSlots++;
    if (this.freed.pop() === undefined) this.idCount++;
    return this.count(id);
  }

  /** How many traces have an id. */
  countOf(id: number): number {
    return this.counts[id] ?? 0;
  }

  /** Reverts one {@link add}. */
  remove(id: number): void {
    const count = this.countOf(id) - 1;
    this.counts[id] = count;
    if (count > 0) return;
    this.slots[this.findSlot(id)] = removedSlot;
    this.freed.push(id);
  }

  private count(id: number): number {
    this.counts[id] = this.countOf(id) + 1;
    return id;
  }

  /** The slot of an equal id, or the empty one where it would be. */
  private findSlot(id: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    for (let slot = hashId(this.words, idWords * id) & mask; ; slot = (slot + 1) & mask) {
      const known = slots[slot] ?? emptySlot;
      if (known === emptySlot || (known !== removedSlot && this.isSame(known - 1, id))) return slot;
    }
  }

  private isSame(one: number, other: number): boolean {
    return one === other || isSameId(this.words, idWords * one, this.words, idWords * other);
  }

  /** Makes room for twice as many ids, unless many were removed. */
  private rebuild(): void {
    const capacity = Math.max(initialCapacity, 2 * (this.idCount - this.freed.length));
    const size = 2 ** Math.ceil(Math.log2(Math.max(capacity, this.idCount + 1)));
    this.words = resized(this.words, new Uint32Array(idWords * size));
    this.counts = resized(this.counts, new Uint32Array(size));
    this.slots = new Int32Array(2 * size);
    this.takenSlots = 0;
    for (let id = 0; id < this.idCount; id++) {
      if (this.countOf(id) === 0) continue;
      this.slots[this.findSlot(id)] = id + 1;
      this.takenSlots++;
    }
  }
}

function resized(old: Uint32Array<ArrayBuffer>, larger: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  larger.set(old.subarray(0, larger.length));
  return larger;
}
