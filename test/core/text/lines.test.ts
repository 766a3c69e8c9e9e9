import assert from 'node:assert/strict';
import { findLineStarts, positionOf } from '../../../src/core/text/lines';

/** `line:column` of every offset up to the end of the text, both from 0. */
function positions(text: string): string {
  const starts = findLineStarts(text);
  return Array.from({ length: text.length + 1 }, (_, offset) => {
    const { line, column } = positionOf(starts, offset);
    return `${line}:${column}`;
  }).join(' ');
}

describe('lines and columns', () => {
  it('count from the beginning of an empty text', () => assert.equal(positions(''), '0:0'));

  it('go on to the next line behind a line feed', () =>
    assert.equal(positions('ab\n\nc'), '0:0 0:1 0:2 1:0 2:0 2:1'));

  it('take a carriage return and a line feed for one line break', () =>
    assert.equal(positions('a\r\nb\r\n'), '0:0 0:1 0:2 1:0 1:1 1:2 2:0'));

  it('count UTF-16 units', () => assert.equal(positions('云\u{1F600}a'), '0:0 0:1 0:2 0:3 0:4'));

  it('are found in a text of a million lines', () => {
    const starts = findLineStarts('x\n'.repeat(1_000_000));
    assert.deepEqual(positionOf(starts, 1_234_567), { line: 617_283, column: 1 });
  });
});
