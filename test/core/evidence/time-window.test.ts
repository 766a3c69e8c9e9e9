import assert from 'node:assert/strict';
import { findObjectName } from '../../../src/core/evidence/object-name';
import { isOutsideWindow } from '../../../src/core/evidence/time-window';

/** Whether a file delivered at a time of 2026-05-18 is outside of a window of that day. */
function isOutside(clock: string, from: string | undefined, until: string | undefined): boolean {
  const name = findObjectName(`e_CloudTrace_eu-de_2026-05-18T${clock}Z_0000000000000001.json.gz`);
  assert.ok(name);
  const toTime = (time: string | undefined) =>
    time === undefined ? undefined : Date.parse(`2026-05-18T${time}Z`);
  return isOutsideWindow(name, { from: toTime(from), until: toTime(until) });
}

describe('the time in the name of a file', () => {
  it('is outside of a window only if it is more than six hours away', () => {
    assert.equal(isOutside('05-59-59', '12:00:00', '13:00:00'), true);
    assert.equal(isOutside('06-00-00', '12:00:00', '13:00:00'), false);
    assert.equal(isOutside('19-00-00', '12:00:00', '13:00:00'), false);
    assert.equal(isOutside('19-00-01', '12:00:00', '13:00:00'), true);
  });

  it('is never outside of an end that is open', () => {
    assert.equal(isOutside('23-59-59', '00:00:00', undefined), false);
    assert.equal(isOutside('00-00-00', undefined, '23:59:59'), false);
    assert.equal(isOutside('00-00-00', undefined, undefined), false);
  });
});
