import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { ByteReader } from '../../../src/core/input/byte-reader';
import { portableInflateHost } from '../../../src/core/input/portable-inflate';
import { type Unpacked, unpackText } from '../../../src/core/input/unpack-text';
import { lineStartsOf, positionOf } from '../../../src/core/text/lines';
import { runs } from '../../support/runs';

interface Read {
  readonly unpacked: Unpacked;
  /** How many bytes of the file were read. */
  readonly offset: number;
}

async function read(bytes: Uint8Array, { piece = bytes.length, maxLength = 1_000_000 } = {}): Promise<Read> {
  const reader = new ByteReader(piecesOf(bytes, Math.max(1, piece)));
  const steps = unpackText(reader, { host: portableInflateHost, maxLength });
  for (;;) {
    const step = await steps.next();
    if (step.done) return { unpacked: step.value, offset: reader.offset };
  }
}

function* piecesOf(bytes: Uint8Array, length: number): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** The text with its problems, or why there is none. */
async function shown(bytes: Uint8Array, options?: Parameters<typeof read>[1]) {
  const { unpacked } = await read(bytes, options);
  return unpacked.kind === 'text' ? { text: unpacked.text, problems: unpacked.problems } : unpacked;
}

const one = gzipSync('{\n"a":1}\n');
const two = gzipSync('[2]');

function withWrongChecksum(member: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(member);
  copy[member.length - 8] = (copy[member.length - 8] ?? 0) ^ 1;
  return copy;
}

const gzip = (outcome: string, line: number, column: number) => ({
  kind: 'gzip',
  outcome,
  position: { line, column },
});

describe('a packed file that is shown as text', () => {
  const cases: readonly (readonly [string, Uint8Array, object])[] = [
    ['that is whole', one, { text: '{\n"a":1}\n', problems: [] }],
    ['of two members', Buffer.concat([one, two]), { text: '{\n"a":1}\n[2]', problems: [] }],
    ['that is not gzipped', Buffer.from('[1]'), { text: '[1]', problems: [] }],
    ['that is empty', Buffer.from(''), { text: '', problems: [] }],
    ['of one byte', Buffer.from('1'), { text: '1', problems: [] }],
    ['of nothing', gzipSync(''), { text: '', problems: [] }],
    ['of three characters', gzipSync('[2]'), { text: '[2]', problems: [] }],
    ['whose trailer is cut', one.subarray(0, -1), { text: '{\n"a":1}\n', problems: [gzip('cut', 2, 0)] }],
    ['whose header is cut', one.subarray(0, 5), { text: '', problems: [gzip('cut', 0, 0)] }],
    [
      'with a wrong checksum of its only member',
      withWrongChecksum(two),
      { text: '[2]', problems: [gzip('wrong-checksum', 0, 0)] },
    ],
    [
      'with a wrong checksum of its second member',
      Buffer.concat([one, withWrongChecksum(two), two]),
      { text: '{\n"a":1}\n[2][2]', problems: [gzip('wrong-checksum', 2, 0)] },
    ],
    [
      'with bytes after the end',
      Buffer.concat([two, Buffer.from('more')]),
      { text: '[2]', problems: [gzip('bytes-after-end', 0, 3)] },
    ],
    [
      'with invalid bytes',
      gzipSync(Buffer.from([0x5b, 0x0a, 0x22, 0xff, 0x22, 0x5d])),
      {
        text: '[\n"\u{FFFD}"]',
        problems: [{ kind: 'invalid-bytes', encoding: 'UTF-8', position: { line: 1, column: 1 } }],
      },
    ],
    ['with a byte order mark', gzipSync('\uFEFF[1]'), { text: '[1]', problems: [] }],
    ['in UTF-16', gzipSync(Buffer.from('\uFEFF["é😀"]', 'utf16le')), { text: '["é😀"]', problems: [] }],
    ['with NUL characters', gzipSync('[1]\0'), { kind: 'stopped', reason: { kind: 'binary' } }],
    ['that is gzipped twice', gzipSync(one), { kind: 'stopped', reason: { kind: 'gzip' } }],
    ['with a ZIP archive', gzipSync('PK\x03\x04…'), { kind: 'stopped', reason: { kind: 'zip' } }],
    ['that is a ZIP archive', Buffer.from('PK\x03\x04…'), { kind: 'stopped', reason: { kind: 'zip' } }],
  ];
  for (const [name, bytes, expected] of cases)
    it(`${name}, however it arrives`, async () => {
      for (const piece of [1, 2, 3, 7, bytes.length])
        assert.deepEqual(await shown(bytes, { piece }), expected);
    });

  it('is given up as soon as it is too long, like a bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000, '1'));
    const { unpacked, offset } = await read(bomb, { piece: 100 });
    assert.deepEqual(unpacked, { kind: 'too-long' });
    assert.ok(offset < bomb.length / 10, `${offset} of ${bomb.length} bytes`);
    assert.deepEqual(await shown(gzipSync('12345'), { maxLength: 4 }), { kind: 'too-long' });
    assert.deepEqual(await shown(gzipSync('12345'), { maxLength: 5 }), { text: '12345', problems: [] });
  });

  it('ends where the readable part ends, wherever it is cut', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', 'é', '😀', '"') });
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), fc.integer({ min: 1, max: 50 }), async (content, at, piece) => {
        const packed = gzipSync(content);
        const cut = packed.subarray(0, 2 + (at % (packed.length - 2)));
        const { unpacked } = await read(cut, { piece });
        assert.ok(unpacked.kind === 'text');
        const readable = unpacked.text;
        const position = positionOf(lineStartsOf(readable), readable.length);
        assert.deepEqual(unpacked.problems[0], { kind: 'gzip', outcome: 'cut', position });
        assert.ok(content.startsWith(readable.replace(/\u{FFFD}$/u, '')));
      }),
      runs.parameters(200),
    );
  });
});
