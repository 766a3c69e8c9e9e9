import assert from 'node:assert/strict';
import { DuplicateGroups } from '../../../src/core/check/duplicate-groups';
import { noMarks } from '../../../src/core/check/finding-marks';
import { ItemState } from '../../../src/core/check/item-state';

const key = 7;

/** Traces with the same key at the given offsets, and how they were marked. */
function groupsAt(places: readonly number[]) {
  const states = places.map(() => new ItemState(noMarks, key, undefined));
  const marks = new Map<ItemState, boolean>();
  let lookUps = 0;
  const groups = new DuplicateGroups({
    offsetOf(state) {
      lookUps++;
      return places[states.indexOf(state)] ?? Number.NaN;
    },
    compareWith: () => () => true,
    mark: (state, isSame) => (isSame === undefined ? marks.delete(state) : marks.set(state, isSame)),
  });
  for (const state of states) groups.add(state, key);
  return { states, marks, groups, lookUps: () => lookUps };
}

describe('traces with the same key', () => {
  it('are compared with the first in the file, in whatever order they are read', () => {
    const { states, marks, groups } = groupsAt([30, 10, 20]);
    assert.equal(
      groups.settle(() => true),
      true,
    );
    assert.equal(groups.findFirst(key), states[1]);
    assert.deepEqual(new Set(marks.keys()), new Set([states[0], states[2]]));
  });

  it('are settled in slices, without going through all of them each time', () => {
    const count = 500;
    const { states, marks, groups, lookUps } = groupsAt(
      Array.from({ length: count }, (_, index) => count - index),
    );
    let slices = 1;
    while (!groups.settle(() => false)) slices++;
    assert.equal(marks.size, count - 1);
    assert.equal(groups.findFirst(key), states.at(-1));
    assert.ok(slices <= 2 * count, `${slices} slices`);
    assert.ok(lookUps() <= 4 * count, `${lookUps()} look-ups of offsets`);
  });

  it('get a new first one when theirs is removed', () => {
    const { states, marks, groups } = groupsAt([10, 20, 30]);
    groups.settle(() => true);
    groups.remove(states[0] as ItemState, key);
    assert.equal(groups.isSettled, false);
    groups.settle(() => true);
    assert.equal(groups.findFirst(key), states[1]);
    assert.deepEqual([...marks.keys()], [states[2]]);
  });
});
