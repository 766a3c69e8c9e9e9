import assert from 'node:assert/strict';
import { DuplicateGroups } from '../../../src/core/check/duplicates';
import { ItemState, noMarks } from '../../../src/core/check/item-state';

/** Notes of one key at the places given, and what became of them. */
function repeatsAt(places: readonly number[]) {
  const notes = places.map(() => new ItemState(noMarks, 'key', undefined));
  const marks = new Map<ItemState, boolean>();
  let looks = 0;
  const repeats = new DuplicateGroups({
    offsetOf(note) {
      looks++;
      return places[notes.indexOf(note)] ?? Number.NaN;
    },
    compareWith: () => () => true,
    mark: (note, isSame) => (isSame === undefined ? marks.delete(note) : marks.set(note, isSame)),
  });
  for (const note of notes) repeats.add(note, 'key');
  return { notes, marks, repeats, looks: () => looks };
}

describe('traces of one key', () => {
  it('repeat the one that stands first, wherever that is found', () => {
    const { notes, marks, repeats } = repeatsAt([30, 10, 20]);
    assert.equal(
      repeats.settle(() => true),
      true,
    );
    assert.equal(repeats.findFirst('key'), notes[1]);
    assert.deepEqual(new Set(marks.keys()), new Set([notes[0], notes[2]]));
  });

  it('are settled a little at a time, without a look at all of them each time', () => {
    const count = 500;
    const { notes, marks, repeats, looks } = repeatsAt(
      Array.from({ length: count }, (_, index) => count - index),
    );
    let slices = 1;
    while (!repeats.settle(() => false)) slices++;
    assert.equal(marks.size, count - 1);
    assert.equal(repeats.findFirst('key'), notes.at(-1));
    assert.ok(slices <= 2 * count, `${slices} slices`);
    assert.ok(looks() <= 4 * count, `${looks()} looks at places`);
  });

  it('have another first one when theirs goes', () => {
    const { notes, marks, repeats } = repeatsAt([10, 20, 30]);
    repeats.settle(() => true);
    repeats.remove(notes[0] as ItemState, 'key');
    assert.equal(repeats.isSettled, false);
    repeats.settle(() => true);
    assert.equal(repeats.findFirst('key'), notes[1]);
    assert.deepEqual([...marks.keys()], [notes[2]]);
  });
});
