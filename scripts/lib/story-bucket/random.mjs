/**
 * A source of numbers that is the same for the same seed.
 *
 * @typedef {object} Random
 * @property {() => number} next in [0, 1)
 * @property {(from: number, until: number) => number} integer from `from` (inclusive) to `until` (exclusive)
 * @property {<Value>(values: readonly Value[]) => Value} pick
 * @property {(digits: number) => string} hex
 */

/**
 * mulberry32
 *
 * @param {number} seed
 * @returns {Random}
 */
export function createRandom(seed) {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  /** @type {Random['integer']} */
  const integer = (from, until) => from + Math.floor(next() * (until - from));
  return {
    next,
    integer,
    pick: (values) => {
      const picked = values[integer(0, values.length)];
      if (picked === undefined) throw new Error('Nothing to pick from');
      return picked;
    },
    hex: (digits) => Array.from({ length: digits }, () => integer(0, 16).toString(16)).join(''),
  };
}
