import assert from 'node:assert/strict';
import { displayValue } from '../../../src/core/rules/wording';
import { checkText } from '../../support/harness';

const trace = {
  trace_name: 'createImage',
  service_type: 'IMS',
  resource_type: 'ims',
  trace_rating: 'normal',
  trace_type: 'ApiCall',
  time: 1795136523120,
  record_time: 1795136523120,
  trace_id: '20e965aa-e48f-11f1-96d6-0242ac110002',
  code: '200',
  user: { name: 'alice' },
};

describe('a value in a message', () => {
  it('is short, on one line and without credentials', () => {
    assert.equal(displayValue('createImage'), 'createImage');
    assert.equal(displayValue('a\nb\u202ec'), 'a\u{FFFD}b\u{FFFD}c');
    assert.equal(displayValue('y'.repeat(1_000_000)), `${'y'.repeat(100)}…`);
    assert.equal(displayValue('password=Invented#4711'), 'password=***');
    assert.equal(displayValue(`${'y'.repeat(80)} password=Invented#4711`), `${'y'.repeat(80)} password=***`);
  });

  it('is so in the messages of all rules, whatever the field', () => {
    const quoting = Object.keys(trace).flatMap((field) => {
      const levels = { 'notable-event': 'information' } as const;
      const changed = { ...trace, trace_rating: 'warning', [field]: 'password=Invented#4711' };
      return checkText(JSON.stringify(changed), { levels })
        .findings()
        .filter(({ message }) => message.includes('password='))
        .map(({ rule, message }) => ({ rule, isMasked: !message.includes('Invented') }));
    });
    assert.ok(quoting.every(({ isMasked }) => isMasked));
    assert.deepEqual([...new Set(quoting.map(({ rule }) => rule))].toSorted(), [
      'notable-event',
      'suspicious-time',
      'unknown-event',
      'unknown-value',
      'wrong-resource-type',
    ]);
  });
});
