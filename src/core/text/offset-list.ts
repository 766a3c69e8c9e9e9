/** A list of offsets that grows, four bytes each: a large file has millions of them. */
export interface OffsetList {
  values: Uint32Array;
  length: number;
}

export function createOffsetList(): OffsetList {
  return { values: new Uint32Array(256), length: 0 };
}

export function pushOffset(list: OffsetList, offset: number): void {
  if (list.length === list.values.length) {
    const larger = new Uint32Array(2 * list.length);
    larger.set(list.values);
    list.values = larger;
  }
  list.values[list.length++] = offset;
}

/** The offsets in an array of their number. */
export function toOffsets({ values, length }: OffsetList): Uint32Array {
  return values.slice(0, length);
}

/** A binary search in ascending offsets for the index of the first that is not less; their number if there is none. */
export function firstIndexFrom(offsets: Uint32Array, least: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
