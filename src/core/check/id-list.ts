import { readHex } from '../record/trace-id';

/** 32-bit words of an id of 128 bits. */
export const idWords = 4;

/** The ids of traces as numbers, 16 bytes each, in the order in which they were added. */
export class IdList {
  private words = new Uint32Array(64 * idWords);
  private count = 0;

  get length(): number {
    return this.count;
  }

  /** @param key a UUID in lower case */
  add(key: string): void {
    if ((this.count + 1) * idWords > this.words.length) this.grow();
    writeUuid(key, this.words, this.count * idWords);
    this.count++;
  }

  /** The words of all ids, in memory of their own. */
  toWords(): Uint32Array {
    return this.words.slice(0, this.count * idWords);
  }

  private grow(): void {
    const grown = new Uint32Array(this.words.length * 2);
    grown.set(this.words);
    this.words = grown;
  }
}

/**
 * Writes the words of a UUID, whose digits are grouped as `8-4-4-4-12`.
 *
 * @param key in lower case
 * @param at the index of the first word
 */
export function writeUuid(key: string, words: Uint32Array, at: number): void {
  words[at] = readHex(key, 0, 8);
  words[at + 1] = readHex(key, 9, 13) * 0x10000 + readHex(key, 14, 18);
  words[at + 2] = readHex(key, 19, 23) * 0x10000 + readHex(key, 24, 28);
  words[at + 3] = readHex(key, 28, 36);
}

/** A hash of 32 bits. Ids made one after the other differ in a few bits of the first word: these have to reach all bits. */
export function hashId(words: Uint32Array, at: number): number {
  let mixed = (words[at] ?? 0) ^ Math.imul(words[at + 1] ?? 0, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15) ^ (words[at + 2] ?? 0), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12) ^ (words[at + 3] ?? 0), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** Whether the id at an index of the first words is that at an index of the others. */
export function isSameId(one: Uint32Array, at: number, other: Uint32Array, otherAt: number): boolean {
  for (let word = 0; word < idWords; word++) if (one[at + word] !== other[otherAt + word]) return false;
  return true;
}
