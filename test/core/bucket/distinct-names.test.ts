import assert from 'node:assert/strict';
import { distinctNames } from '../../../src/core/bucket/distinct-names';

describe('the names of folders beside each other', () => {
  it('are their own if these differ', () => {
    assert.deepEqual(distinctNames(['/bucket/2026-11-23', '/bucket/2026-11-24/']), [
      '2026-11-23',
      '2026-11-24',
    ]);
  });

  it('begin above them as far as it takes to tell them apart', () => {
    const paths = ['/cases/a/CloudTraces', '/cases/b/CloudTraces', '/cases/b/digests'];
    assert.deepEqual(distinctNames(paths), ['a/CloudTraces', 'b/CloudTraces', 'digests']);
    assert.deepEqual(distinctNames(['/x', '/a/x', '/b/a/x']), ['x', 'a/x', 'b/a/x']);
  });
});
