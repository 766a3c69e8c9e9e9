import assert from 'node:assert/strict';
import { lineStartsOf, positionOf } from '../../../src/core/text/lines';

/** `line:column` of every offset, including the end of the text. */
function positions(text: string): string {
  const starts = lineStartsOf(text);
  return Array.from({ length: text.length + 1 }, (_, offset) => {
    const { line, column } = positionOf(starts, offset);
    return `${line}:${column}`;
  }).join(' ');
}

describe('positionOf', () => {
  it('counts from 0 in an empty text', () => assert.equal(positions(''), '0:0'));

  it('starts a new line after a line feed', () =>
    assert.equal(positions('ab\n\nc'), '0:0 0:1 0:2 1:0 2:0 2:1'));

  it('takes a carriage return with a line feed for one line break', () =>
    assert.equal(positions('a\r\nb\r\n'), '0:0 0:1 0:2 1:0 1:1 1:2 2:0'));

  it('counts columns in UTF-16 units', () => assert.equal(positions('云\u{1F600}a'), '0:0 0:1 0:2 0:3 0:4'));

  it('copes with a million lines', () => {
    const starts = lineStartsOf('x\n'.repeat(1_000_000));
    assert.deepEqual(positionOf(starts, 1_234_567), { line: 617_283, column: 1 });
  });
});
