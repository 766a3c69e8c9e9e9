import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineOrder, type TimedLine } from '../../../../src/node/output/rows/line-order';
import { runs } from '../../../support/runs';

const line = (text: string, moment?: number): TimedLine => ({ text, moment });
const textsOf = (lines: readonly TimedLine[]) => lines.map(({ text }) => text);
const wide = { lines: 100, length: 1000 };

describe('the order of lines', () => {
  it('is that of time, and of arrival for the same time; those without a time come last', () => {
    const order = new LineOrder(wide);
    assert.deepEqual(order.add([line('c', 3), line('x'), line('a', 1)]), []);
    assert.deepEqual(order.add([line('y'), line('b1', 2), line('b2', 2), line('0', 0)]), []);
    assert.deepEqual(textsOf(order.end()), ['0', 'a', 'b1', 'b2', 'c', 'x', 'y']);
    assert.equal(order.isGivenUp, false);
  });

  for (const limits of [
    { lines: 2, length: 1000 },
    { lines: 100, length: 2 },
  ])
    it(`is that of arrival beyond ${JSON.stringify(limits)}, with every line once`, () => {
      const order = new LineOrder(limits);
      const written = [[line('c', 3)], [line('b', 2)], [line('a', 1), line('d')], [line('z', 0)]].map(
        (lines) => textsOf(order.add(lines)),
      );
      assert.deepEqual(written, [[], [], ['c', 'b', 'a', 'd'], ['z']]);
      assert.equal(order.isGivenUp, true);
      assert.deepEqual(order.end(), []);
    });

  it('is the same however lines are divided', () => {
    const lines = fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }), { maxLength: 30 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 10 }), (moments, size) => {
        const all = moments.map((moment, index) => line(String(index), moment));
        const order = new LineOrder(wide);
        for (let from = 0; from < all.length; from += size) order.add(all.slice(from, from + size));
        const whole = new LineOrder(wide);
        whole.add(all);
        assert.deepEqual(textsOf(order.end()), textsOf(whole.end()));
      }),
      runs.parameters(200),
    );
  });
});
