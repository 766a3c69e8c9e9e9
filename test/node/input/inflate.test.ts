import assert from 'node:assert/strict';
import { deflateRawSync, gzipSync, crc32 as platformCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { ByteReader } from '../../../src/core/input/byte-reader';
import { crc32 } from '../../../src/core/input/crc32';
import { type GzipOutcome, gunzip, type InflateHost } from '../../../src/core/input/gunzip';
import { gunzipSmall } from '../../../src/core/input/gunzip-small';
import { portableInflateHost } from '../../../src/core/input/portable-inflate';
import { inflateHost } from '../../../src/node/input/inflate';
import { runs } from '../../support/runs';

/** What is read from gzipped data in pieces of a length, as text, and how they ended. */
async function unpacked(
  bytes: Uint8Array,
  length = bytes.length,
  host: InflateHost = inflateHost,
): Promise<readonly [string, GzipOutcome]> {
  const steps = gunzip(new ByteReader(piecesOf(bytes, length)), host);
  const pieces: Uint8Array[] = [];
  for (;;) {
    const step = await steps.next();
    if (step.done) return [Buffer.concat(pieces).toString(), step.value];
    pieces.push(Buffer.from(step.value));
  }
}

function* piecesOf(bytes: Uint8Array, length: number): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += Math.max(1, length)) yield bytes.subarray(at, at + length);
}

const one = gzipSync('one');
const two = gzipSync('two');

/** A member with a name, a comment, extra data and a checksum of its header. */
function memberWithAll(text: string): Uint8Array {
  const data = Buffer.from(text);
  const header = [0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 3, 0, 1, 2, 3];
  const names = [...Buffer.from('a.json\0remark\0'), 0, 0];
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(platformCrc32(data));
  trailer.writeUInt32LE(data.length, 4);
  return Buffer.concat([Buffer.from(header), Buffer.from(names), deflateRawSync(data), trailer]);
}

function changed(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** Node's own and the one of the editor, which are to say the same about the same bytes. */
const hosts = [inflateHost, portableInflateHost];

const long = 'abcdefghij'.repeat(300_000);

const cases: readonly (readonly [string, Uint8Array, string, GzipOutcome])[] = [
  ['one member', one, 'one', 'whole'],
  ['nothing in it', gzipSync(''), '', 'whole'],
  ['two members', Buffer.concat([one, two]), 'onetwo', 'whole'],
  ['all that a header can have', Buffer.concat([memberWithAll('one'), two]), 'onetwo', 'whole'],
  ['zero bytes behind it', Buffer.concat([one, new Uint8Array(600)]), 'one', 'whole'],
  ['other bytes behind it', Buffer.concat([one, Buffer.from('more')]), 'one', 'bytes-after-end'],
  [
    'bytes behind zero bytes',
    Buffer.concat([one, new Uint8Array(600), Buffer.from('x')]),
    'one',
    'bytes-after-end',
  ],
  ['one byte behind it', Buffer.concat([one, Buffer.from('\x1f')]), 'one', 'bytes-after-end'],
  ['a header that is cut', Buffer.concat([one, two.subarray(0, 5)]), 'one', 'cut'],
  ['a trailer that is cut', one.subarray(0, -3), 'one', 'cut'],
  ['another format from the beginning', Buffer.from([0x1f, 0x8b, 7, 0, 1, 2]), '', 'damaged'],
  ['a wrong checksum', changed(one, one.length - 8), 'one', 'wrong-checksum'],
  ['a wrong length', changed(one, one.length - 4), 'one', 'wrong-checksum'],
  [
    'a wrong checksum before another member',
    Buffer.concat([changed(one, one.length - 8), two]),
    'onetwo',
    'wrong-checksum',
  ],
  [
    'another format behind the magic bytes',
    Buffer.concat([one, Buffer.from([0x1f, 0x8b, 7, 0])]),
    'one',
    'bytes-after-end',
  ],
  [
    'many members',
    Buffer.concat(Array<Buffer>(300).fill(Buffer.concat([one, gzipSync('')]))),
    'one'.repeat(300),
    'whole',
  ],
  ['a long member and another', Buffer.concat([gzipSync(long), one]), `${long}one`, 'whole'],
];

describe('gzipped data', () => {
  for (const [name, bytes, text, outcome] of cases)
    it(`with ${name}: ${outcome}, however it arrives`, async () => {
      for (const length of [1, 2, 7, 100, bytes.length])
        if (bytes.length / length < 5000)
          for (const host of hosts)
            assert.deepEqual(await unpacked(bytes, length, host), [text, outcome], `in pieces of ${length}`);
    });

  it('that is cut anywhere gives what can be read', async () => {
    const whole = Buffer.concat([gzipSync('one '.repeat(50)), gzipSync('two '.repeat(50))]);
    const first = gzipSync('one '.repeat(50)).length;
    const text = 'one '.repeat(50) + 'two '.repeat(50);
    for (let length = 2; length < whole.length; length++) {
      const [read, outcome] = await unpacked(whole.subarray(0, length));
      assert.ok(text.startsWith(read));
      assert.equal(
        outcome,
        length === first ? 'whole' : length === first + 1 ? 'bytes-after-end' : 'cut',
        `${length} bytes`,
      );
      if (length >= first) assert.ok(read.startsWith('one '.repeat(50)));
    }
  });

  it('that is damaged gives what is before the damage', async () => {
    const bytes = gzipSync(Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 251)), {
      level: 0,
    });
    const damaged = Uint8Array.from(bytes);
    damaged.fill(0xff, 200_000);
    const [read, outcome] = await unpacked(damaged);
    assert.equal(outcome, 'damaged');
    assert.ok(read.length > 60_000);
  });

  it('that is damaged in any way is said to be so by every host', async () => {
    const whole = Buffer.concat([gzipSync(JSON.stringify(cases.map(([name]) => name)).repeat(9)), two]);
    const damage = fc.record({
      at: fc.nat(whole.length - 1),
      to: fc.nat(255),
      length: fc.integer({ min: 1, max: whole.length }),
      piece: fc.integer({ min: 1, max: whole.length }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, to, length, piece }) => {
        const bytes = Uint8Array.from(whole);
        bytes[at] = to;
        const damaged = bytes.subarray(0, length);
        const [[text, outcome], [other, otherOutcome]] = await Promise.all([
          unpacked(damaged, piece, inflateHost),
          unpacked(damaged, piece, portableInflateHost),
        ]);
        assert.equal(otherOutcome, outcome);
        // Node drops what its last step unpacked before it found damage
        assert.ok(outcome === 'damaged' ? other.startsWith(text) : other === text);
      }),
      runs.parameters(300),
    );
  });

  it('is unpacked in one go to the same, or not at all', async () => {
    for (const [name, bytes, text, outcome] of cases) {
      const data = gunzipSmall(bytes, inflateHost);
      const expected = outcome === 'whole' && !name.startsWith('zero') ? text : undefined;
      assert.equal(data && Buffer.from(data).toString(), expected, name);
    }
  });

  it('has the checksum of the platform', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (first, second) => {
        const own = crc32(second, crc32(first));
        assert.equal(own, platformCrc32(Buffer.concat([first, second])));
        assert.equal(own, inflateHost.crc32(second, inflateHost.crc32(first, 0)));
      }),
      runs.parameters(200),
    );
  });
});
