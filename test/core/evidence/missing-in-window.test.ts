import assert from 'node:assert/strict';
import type { MissingEvidence } from '../../../src/core/evidence/coverage';
import { missingInWindow } from '../../../src/core/evidence/missing-in-window';
import type { Series } from '../../../src/core/evidence/series';

const at = (clock: string) => Date.parse(`2026-05-18T${clock}:00Z`);
const series: Series = { kind: 'trace', region: 'eu-de', tracker: 'system', service: 'IMS' };
const range = { from: at('10:00'), to: at('11:00') };

const missing: readonly MissingEvidence[] = [
  { kind: 'empty-hours', series, range },
  { kind: 'hours-without-digest', series: { ...series, kind: 'digest' }, range },
  { kind: 'listed-file', object: 'e_CloudTrace_eu-de_2026-05-18T10-30-00Z_0000000000000001.json.gz' },
  { kind: 'listed-file', object: 'named-by-someone.json.gz' },
];

/** What is left of it, by its place in the list. */
function leftIn(from: string | undefined, until: string | undefined): readonly number[] {
  const window = {
    from: from === undefined ? undefined : at(from),
    until: until === undefined ? undefined : at(until),
  };
  return missingInWindow(missing, window).map((one) => missing.indexOf(one));
}

describe('what is missing from a window', () => {
  it('is only what may have traces of it, within six hours', () => {
    assert.deepEqual(leftIn('16:31', undefined), [0, 1, 3]);
    assert.deepEqual(leftIn('16:59', '18:00'), [0, 1, 3]);
    assert.deepEqual(leftIn('17:00', '18:00'), [3]);
    assert.deepEqual(leftIn(undefined, '03:59'), [3]);
    assert.deepEqual(leftIn(undefined, '04:00'), [0, 1, 3]);
    assert.deepEqual(leftIn(undefined, '04:30'), [0, 1, 2, 3]);
  });

  it('is all of it if the window has no ends, or is around it', () => {
    assert.deepEqual(leftIn(undefined, undefined), [0, 1, 2, 3]);
    assert.deepEqual(leftIn('10:00', '11:00'), [0, 1, 2, 3]);
  });
});
