import assert from 'node:assert/strict';
import { encodingOf } from '../../../src/core/text/detect-encoding';

describe('encodingOf', () => {
  it('gives UTF-8 unless there is a byte order mark of UTF-16', () => {
    const nameOf = (...bytes: readonly number[]): string => encodingOf(Uint8Array.from(bytes)).name;
    assert.equal(nameOf(0xff, 0xfe, 0x7b, 0), 'utf-16le');
    assert.equal(nameOf(0xfe, 0xff, 0, 0x7b), 'utf-16be');
    for (const bytes of [[], [0xff], [0xef, 0xbb, 0xbf], [0xfe, 0xfe], [0x7b, 0x7d]])
      assert.equal(nameOf(...bytes), 'utf-8');
  });
});
