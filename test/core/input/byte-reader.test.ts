import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ByteReader } from '../../../src/core/input/byte-reader';

describe('bytes that are read piece by piece', () => {
  it('are all there, in order, whatever is put back', async () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 9 }));
    const steps = fc.array(fc.record({ count: fc.nat(12), putBack: fc.nat(12), isCopied: fc.boolean() }));
    await fc.assert(
      fc.asyncProperty(pieces, steps, async (given, taken) => {
        const all = given.flatMap((piece) => [...piece]);
        const reader = new ByteReader(given);
        for (const { count, putBack, isCopied } of taken) {
          const at = reader.offset;
          const bytes = await reader.take(count);
          assert.deepEqual([...bytes], all.slice(at, at + count));
          const back = bytes.subarray(Math.max(0, bytes.length - putBack));
          reader.unread(isCopied ? Uint8Array.from(back) : back);
          assert.equal(reader.offset, at + bytes.length - back.length);
        }
        const at = reader.offset;
        assert.deepEqual([...(await reader.take(all.length))], all.slice(at));
      }),
    );
  });

  it('are not copied when they are put back', async () => {
    const piece = new Uint8Array(100);
    const reader = new ByteReader([piece]);
    reader.unread(await reader.take(2));
    assert.equal((await reader.read())?.buffer, piece.buffer);
  });
});
