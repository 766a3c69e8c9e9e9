import assert from 'node:assert/strict';
import fc from 'fast-check';
import { StreamCheck } from '../../../src/core/check/stream-check';
import { positionFinder, positionWithin } from '../../../src/core/file/line-tracker';
import { RecordStream } from '../../../src/core/file/record-stream';
import { json, validTrace } from '../../support/command';
import { plainSettings } from '../../support/harness';

describe('the places of findings', () => {
  it('of many are those of few', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r\n') });
    fc.assert(
      fc.property(text, fc.nat(9), fc.nat(9), (some, line, column) => {
        const offsets = Array.from({ length: some.length + 1 }, (_, offset) => offset);
        const start = { line, column };
        const expected = offsets.map((offset) => positionWithin(some, start, offset));
        for (const count of [1, 1000])
          assert.deepEqual(offsets.map(positionFinder(some, start, count)), expected);
      }),
    );
  });

  it('are found in a record with tens of thousands', () => {
    const count = 20_000;
    const keys = Array.from({ length: count }, (_, index) => `\n"k${index}":1,"k${index}":2`);
    const secrets = Array.from({ length: count }, (_, index) => `{"password":"not-a-secret-${index}"}`);
    const message = `,\n"message":${JSON.stringify(`[${secrets.join(',')}]`)}`;
    const text = `${json(validTrace).slice(0, -1)}${message},${keys.join(',')}}`;
    const stream = new RecordStream({ isLineDelimited: false });
    const check = new StreamCheck(plainSettings);
    stream.add(text);
    stream.end();
    const found = [...stream.items()].flatMap((item) => check.add(item));
    const repeated = found.filter(({ rule }) => rule === 'duplicate-key');
    assert.deepEqual(
      repeated.map(({ start, keyPath }) => [start.line, keyPath]),
      keys.map((_, index) => [index + 2, `/k${index}`]),
    );
    const exposed = found.filter(({ rule }) => rule === 'exposed-secret');
    assert.deepEqual(
      exposed.map(({ start, keyPath }) => [start.line, keyPath]),
      secrets.map((_, index) => [1, `/message/${index}/password`]),
    );
  }).timeout(20_000);
});
