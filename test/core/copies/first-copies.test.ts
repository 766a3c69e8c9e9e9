import assert from 'node:assert/strict';
import { FirstCopies } from '../../../src/core/copies/first-copies';

const position = { line: 0, column: 0 };
const places = [
  { firstFile: 2, firstOrdinal: 7 },
  { firstFile: 2, firstOrdinal: 9 },
  { firstFile: 3, firstOrdinal: 0 },
];

/** The texts that are held of copies with the given texts, and whether there was no room. */
function held(maxLength: number, ...texts: readonly string[]) {
  const copies = new FirstCopies(maxLength);
  for (const [index, place] of places.entries()) copies.hold(place, { text: texts[index] ?? '', position });
  return places.map((place) => (copies.isLeft(place) ? 'left' : copies.find(place)?.text));
}

describe('first copies', () => {
  it('are held up to a length, and none after the first that is left', () => {
    assert.deepEqual(held(6, 'aa', 'bb', 'cc'), ['aa', 'bb', 'cc']);
    assert.deepEqual(held(5, 'aa', 'bb', 'cc'), ['aa', 'bb', 'left']);
    assert.deepEqual(held(5, 'aa', 'bbbb', 'c'), ['aa', 'left', 'left']);
  });

  it('are held one at a time if they are long', () => {
    assert.deepEqual(held(5, 'aaaaaa', 'b', 'c'), ['aaaaaa', 'left', 'left']);
  });

  it('that were not there are not left', () => {
    const copies = new FirstCopies(5);
    assert.deepEqual([copies.isFull, copies.isLeft({ firstFile: 2, firstOrdinal: 7 })], [false, false]);
  });
});
