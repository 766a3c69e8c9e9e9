import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { ByteReader } from '../../../src/core/input/byte-reader';
import { EvidenceReader } from '../../../src/core/input/evidence-reader';
import { readEvidence } from '../../../src/core/input/read-evidence';
import { inflateHost } from '../../../src/node/input/inflate';
import { json, validTrace } from '../../support/command';

/** Gives out pieces, and notes when it is closed. */
class Source {
  isClosed = false;

  constructor(private readonly pieces: readonly Uint8Array[]) {}

  *read(): Generator<Uint8Array> {
    try {
      yield* this.pieces;
    } finally {
      this.isClosed = true;
    }
  }
}

function stepsOf(source: Source) {
  const reader = new EvidenceReader({ isLineDelimited: false });
  return readEvidence(new ByteReader(source.read()), { reader, host: inflateHost });
}

const text = Buffer.from(json(validTrace));
const packed = gzipSync(text);

describe('reading evidence', () => {
  for (const [name, pieces] of [
    ['at the end', [text, text]],
    ['at a NUL character', [text, Buffer.from('\0'), text]],
    ['where gzipped data is damaged', [packed.subarray(0, 10), Buffer.alloc(100, 0xff), text]],
    ['where gzipped data ends before the file', [packed, Buffer.from('more'), text]],
    ['in gzipped data that is gzipped', [gzipSync(packed), text]],
  ] as const)
    it(`closes what it reads ${name}`, async () => {
      const source = new Source(pieces);
      for await (const items of stepsOf(source)) for (const _ of items);
      assert.equal(source.isClosed, true);
    });

  for (const [name, pieces] of [
    ['plain', [text, text]],
    ['gzipped', Array<Uint8Array>(50).fill(packed)],
  ] as const)
    it(`closes what it reads if nobody wants the rest, ${name}`, async () => {
      const source = new Source(pieces);
      const steps = stepsOf(source);
      await steps.next();
      assert.equal(source.isClosed, false);
      await steps.return(undefined);
      assert.equal(source.isClosed, true);
    });
});
