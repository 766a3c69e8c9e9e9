import assert from 'node:assert/strict';
import fc from 'fast-check';
import { StreamDecoder } from '../../../src/core/input/stream-decoder';
import { runs } from '../../support/runs';

interface Decoded {
  readonly text: string;
  readonly firstInvalidAt: number | undefined;
}

/** @param length of the pieces but the first, which has four bytes at least */
function decoded(bytes: Uint8Array, length: number): Decoded {
  const decoder = new StreamDecoder();
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const end = at + (at === 0 ? Math.max(4, length) : length);
    text += decoder.decode(bytes.subarray(at, end));
    at = end;
  }
  text += decoder.end();
  return { text, firstInvalidAt: decoder.firstInvalidAt };
}

function whole(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { text, firstInvalidAt: undefined };
  } catch {
    return { text, firstInvalidAt: text.indexOf('\u{FFFD}') };
  }
}

const lengths = [1, 2, 3, 5, 1000];

describe('text that is decoded in pieces', () => {
  it('is that of the whole, valid or not', () => {
    const parts = fc.oneof(
      fc
        .constantFrom('a', '\n', 'é', '镜像', '\u{1F600}', '\u{FEFF}', '\u{FFFD}')
        .map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (list) => {
        const bytes = Buffer.concat([Buffer.from('{'), ...list]);
        for (const length of lengths) {
          const { text, firstInvalidAt } = decoded(bytes, length);
          const expected = whole(bytes, 'utf-8');
          assert.equal(text, expected.text);
          assert.equal(
            firstInvalidAt === undefined,
            expected.firstInvalidAt === undefined,
            `in pieces of ${length}`,
          );
        }
      }),
      runs.parameters(500),
    );
  });

  for (const [name, encoding, bytes] of [
    ['a byte order mark', 'utf-8', Buffer.from('\u{FEFF}[1]')],
    ['one in the middle', 'utf-8', Buffer.from('[1]\n\u{FEFF}[2]')],
    ['U+FFFD itself', 'utf-8', Buffer.from('ab\u{FFFD}c\u{FFFD}')],
    [
      'U+FFFD and invalid bytes',
      'utf-8',
      Buffer.concat([Buffer.from('a'), Buffer.from([0xff]), Buffer.from('\u{FFFD}')]),
    ],
    ['a character that is cut', 'utf-8', Buffer.from('ab镜').subarray(0, 4)],
    ['UTF-16, little-endian', 'utf-16le', Buffer.from('\u{FEFF}[1, "镜\u{1F600}"]', 'utf16le')],
    ['UTF-16, big-endian', 'utf-16be', Buffer.from('\u{FEFF}[1, "镜\u{1F600}"]', 'utf16le').swap16()],
    ['UTF-16 that is cut', 'utf-16le', Buffer.from('\u{FEFF}[1]', 'utf16le').subarray(0, 7)],
    ['UTF-16 with half a character', 'utf-16le', Buffer.from('\u{FEFF}[\ud83d]', 'utf16le')],
    ['nothing', 'utf-8', Buffer.from('')],
  ] as const)
    it(`with ${name}`, () => {
      for (const length of lengths)
        assert.deepEqual(decoded(bytes, length), whole(bytes, encoding), `in pieces of ${length}`);
    });
});
