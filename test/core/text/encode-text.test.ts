import assert from 'node:assert/strict';
import { encodeInSteps } from '../../../src/core/text/encode-text';
import { runSteps } from '../../../src/core/text/steps';

describe('encoding a text in steps', () => {
  it('gives the bytes that encoding it at once does, wherever a step ends', () => {
    for (const start of ['', 'a', 'é', '\u{D83D}', 'ab']) {
      const text = `${start}${'😀é'.repeat(600_000)}\u{DE00}`;
      const bytes = runSteps(encodeInSteps(text));
      assert.ok(Buffer.from(text).equals(bytes), start);
    }
    assert.equal(runSteps(encodeInSteps('')).length, 0);
  });

  it('gives up control in between', () => {
    const steps = [...encodeInSteps('a'.repeat(3_000_000))];
    assert.ok(steps.length > 4);
  });
});
