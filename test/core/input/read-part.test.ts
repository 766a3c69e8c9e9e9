import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { ByteReader } from '../../../src/core/input/byte-reader';
import { EvidenceReader } from '../../../src/core/input/evidence-reader';
import { portableInflateHost } from '../../../src/core/input/portable-inflate';
import { type FilePart, readPart } from '../../../src/core/input/read-part';
import { lineStartsOf, positionOf } from '../../../src/core/text/lines';
import { numberedRecords } from '../../support/records';
import { runs } from '../../support/runs';

const records = numberedRecords(40);

/** The part at an offset of a text. */
async function partAt(text: string, offset: number, bytes: Uint8Array = Buffer.from(text)) {
  const reader = new EvidenceReader({ isLineDelimited: false });
  const place = positionOf(lineStartsOf(text), offset);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, index) =>
    bytes.subarray(1000 * index, 1000 * index + 1000),
  );
  const steps = readPart(new ByteReader(pieces), { reader, host: portableInflateHost }, place);
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}

const namesIn = (part: FilePart | undefined) =>
  (JSON.parse(part?.text ?? '[]') as typeof records).map(({ trace_name }) => trace_name);

describe('a part of a file', () => {
  const forms = {
    'on one line': JSON.stringify(records),
    'laid out': JSON.stringify(records, undefined, 2),
    'one per line': records.map((record) => JSON.stringify(record)).join('\n'),
    'a page': JSON.stringify({ meta_data: { count: 40 }, traces: records }),
  };
  for (const [name, text] of Object.entries(forms))
    it(`has the record at a place and some around it: ${name}`, async () => {
      for (const index of [0, 3, 20, 38, 39]) {
        const offset = text.indexOf(`"event${index}"`);
        const part = await partAt(text, offset);
        const expected = records.slice(Math.max(0, index - 5), index + 6).map(({ trace_name }) => trace_name);
        assert.deepEqual(namesIn(part), expected);
        assert.ok(part?.text.startsWith(`"event${index}"`, part.offset), `at ${index}`);
      }
    });

  it('is found in packed files as well', async () => {
    const text = JSON.stringify(records);
    const part = await partAt(text, text.indexOf('"event20"'), gzipSync(text));
    assert.equal(namesIn(part)[5], 'event20');
  });

  it('has a place for any place', async () => {
    const text = JSON.stringify({ traces: records }, undefined, 1);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length + 10), async (offset) => {
        const part = await partAt(text, offset);
        assert.ok(part && part.offset >= 0 && part.offset < part.text.length);
        const isWithin = part.text[part.offset] === text[offset];
        const record = text.lastIndexOf('{', offset) > text.lastIndexOf('}', offset) && offset > 15;
        assert.ok(isWithin || !record);
      }),
      runs.parameters(100),
    );
  });

  it('is none if there is no record', async () => {
    assert.equal(await partAt('[]', 0), undefined);
    assert.equal(await partAt('', 0), undefined);
  });
});
