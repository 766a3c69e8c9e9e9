import assert from 'node:assert/strict';
import { beginsTrace } from '../../../src/core/assist/long-lines';
import { findNextFailure } from '../../../src/core/assist/next-failure';
import { endOf, type Span } from '../../../src/core/text/span';
import { runSteps } from '../../../src/core/text/steps';
import { checkText } from '../../support/harness';

const trace = {
  time: 1795136523120,
  service_type: 'IMS',
  resource_type: 'ims',
  trace_name: 'createImage',
  trace_rating: 'normal',
  trace_type: 'ApiCall',
};
const failures = [
  trace,
  { ...trace, trace_name: 'exportImage', trace_rating: 'warning' },
  trace,
  { ...trace, trace_name: 'copyImage', trace_rating: 'incident' },
  trace,
];

function nextFrom(text: string, offset: number): string | undefined {
  const found = runSteps(findNextFailure(checkText(text), offset));
  return found && text.slice(found.offset, endOf(found));
}

describe('the next failed trace', () => {
  for (const indentation of [0, 2]) {
    const text = JSON.stringify(failures, undefined, indentation);

    it(`comes after the cursor, and after the last one the first (indented by ${indentation})`, () => {
      const [first, second] = [text.indexOf('"exportImage"'), text.indexOf('"copyImage"')];
      assert.equal(nextFrom(text, 0), '"exportImage"');
      assert.equal(nextFrom(text, first - 1), '"exportImage"');
      assert.equal(nextFrom(text, first), '"copyImage"');
      assert.equal(nextFrom(text, second), '"exportImage"');
      assert.equal(nextFrom(text, text.length), '"exportImage"');
    });
  }

  it('is none if no trace has failed', () => {
    assert.equal(nextFrom(JSON.stringify([trace]), 10), undefined);
  });
});

describe('a long line', () => {
  function beginsIn(text: string, line: Span): boolean {
    return beginsTrace(checkText(text), line);
  }

  it('counts if a trace begins in it', () => {
    const text = JSON.stringify(failures);
    assert.equal(beginsIn(text, { offset: 0, length: text.length }), true);
    const lines = `${JSON.stringify(trace)}\n${JSON.stringify(trace)}`;
    const second = lines.indexOf('\n') + 1;
    assert.equal(beginsIn(lines, { offset: second, length: lines.length - second }), true);
  });

  it('does not count if it only holds a string of a trace', () => {
    const text = JSON.stringify([{ ...trace, request: 'x'.repeat(2000) }], undefined, 2);
    const offset = text.lastIndexOf('\n', text.indexOf('"request"')) + 1;
    assert.equal(beginsIn(text, { offset, length: text.indexOf('\n', offset) - offset }), false);
  });
});
