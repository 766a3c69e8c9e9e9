import assert from 'node:assert/strict';
import { exampleText } from '../../../src/core/assist/example';
import { checkText } from '../../support/harness';

function findingsIn(text: string, levels = {}): readonly string[] {
  return checkText(text, { levels })
    .findings()
    .map(
      ({ rule, severity, span }) =>
        `${severity} ${rule} ${text.slice(span.offset, span.offset + span.length)}`,
    );
}

describe('the example', () => {
  it('is JSON', () => {
    assert.equal(JSON.parse(exampleText).length, 3);
  });

  it('has one finding by default, and one more for an auditor', () => {
    const misspelt = 'warning unknown-event "createImages"';
    assert.deepEqual(findingsIn(exampleText), [misspelt]);
    assert.deepEqual(findingsIn(exampleText, { 'notable-event': 'information' }), [
      misspelt,
      'information notable-event "exportImage"',
    ]);
  });
});
