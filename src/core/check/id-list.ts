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
