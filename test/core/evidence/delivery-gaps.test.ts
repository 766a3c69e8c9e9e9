import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  findEmptyHours,
  findHoursWithoutDigest,
  hour,
  type TimeRange,
} from '../../../src/core/evidence/delivery-gaps';
import { runs } from '../../support/runs';

const start = Date.parse('2026-05-18T00:00:00Z');

/** Files in some hours since the start, fifteen minutes past each. */
function at(...hours: readonly number[]): readonly number[] {
  return hours.map((one) => start + one * hour + 15 * 60_000);
}

/** The hours between two, the last one excluded. */
function range(from: number, until: number): readonly number[] {
  return Array.from({ length: until - from }, (_, index) => from + index);
}

/** Ranges as hours since the start: `2–4`. */
function shown(ranges: readonly TimeRange[]): readonly string[] {
  return ranges.map(({ from, to }) => `${(from - start) / hour}–${(to - start) / hour}`);
}

describe('hours without a file', () => {
  const cases: Readonly<Record<string, readonly [hours: readonly number[], gaps: readonly string[]]>> = {
    'one among hours that all have one': [[0, 2, 3, 4, 5], ['1–2']],
    'several in a row if there are enough around them': [[...range(0, 12), ...range(15, 30)], ['12–15']],
    'days in a row, if months around them are full': [[...range(0, 500), ...range(548, 1_000)], ['500–548']],
    'more than once': [
      [...range(0, 20), ...range(21, 40), ...range(41, 60)],
      ['20–21', '40–41'],
    ],
    'none where every hour has one': [range(0, 50), []],
    'none with too few hours around': [[0, 2, 3], []],
    'none where every third hour is empty': [range(0, 90).filter((one) => one % 3 !== 0), []],
    'none at night': [range(0, 240).filter((one) => one % 24 >= 8 && one % 24 < 18), []],
    'none in two days of work': [[...range(8, 18), ...range(32, 42)], []],
    'none between two files': [[0, 40], []],
    'none in a single file': [[7], []],
    'none without any': [[], []],
  };
  for (const [title, [hours, gaps]] of Object.entries(cases))
    it(title, () => assert.deepEqual(shown(findEmptyHours(at(...hours))), gaps));

  it('are the same in any order, with any number of files in an hour, and hold no file', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 200 });
    fc.assert(
      fc.property(hours, (some) => {
        const gaps = findEmptyHours(at(...some));
        assert.deepEqual(findEmptyHours(at(...some.toReversed(), ...some)), gaps);
        for (const time of at(...some)) assert.ok(gaps.every(({ from, to }) => time < from || time >= to));
      }),
      runs.parameters(200),
    );
  });
});

describe('hours without a digest', () => {
  const ends = (...hours: readonly number[]) => hours.map((one) => start + one * hour);

  it('are those between two that are more than an hour apart', () => {
    assert.deepEqual(shown(findHoursWithoutDigest(ends(1, 2, 5, 6, 8))), ['2–4', '6–7']);
    assert.deepEqual(shown(findHoursWithoutDigest(ends(5, 2))), ['2–4']);
  });

  it('do not come from digests that are some minutes late or early', () => {
    assert.deepEqual(findHoursWithoutDigest([...ends(1), start + 2.4 * hour, start + 3.1 * hour]), []);
    assert.deepEqual(findHoursWithoutDigest(ends(1)), []);
    assert.deepEqual(findHoursWithoutDigest([]), []);
  });
});
