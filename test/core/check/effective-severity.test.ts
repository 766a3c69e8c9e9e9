import assert from 'node:assert/strict';
import { severityOf } from '../../../src/core/check/effective-severity';
import { type Severity, severities } from '../../../src/core/rules/severity';
import { checkText } from '../../support/harness';
import { validRecord } from '../../support/records';

/** What each level in the settings makes of a finding. */
function withEachLevel(rule: { id: string; level: Severity }, own: Severity | undefined) {
  return severities.map((level) => severityOf(rule, own, { [rule.id]: level }));
}

describe('the severity of a finding', () => {
  const rule = { id: 'some-rule', level: 'warning' } as const;

  it('is its own or the default unless the user sets one', () => {
    assert.deepEqual(
      [undefined, ...severities].map((own) => severityOf(rule, own, { 'other-rule': 'error' })),
      ['warning', ...severities],
    );
  });

  it('is what the user sets', () => {
    assert.deepEqual(withEachLevel(rule, undefined), severities);
    assert.deepEqual(withEachLevel(rule, 'warning'), severities);
    assert.deepEqual(withEachLevel(rule, 'error'), severities);
  });

  it('is not raised by the user if it is in doubt', () => {
    assert.deepEqual(withEachLevel(rule, 'hint'), ['hint', 'hint', 'hint', 'hint']);
    assert.deepEqual(withEachLevel(rule, 'information'), [
      'information',
      'information',
      'information',
      'hint',
    ]);
  });

  it('stays a hint for an unknown event of a service whose public list is incomplete', () => {
    const records = ['IMS', 'ELB'].map((service_type) => ({
      ...validRecord(1),
      service_type,
      trace_name: 'noSuchEvent',
    }));
    const levels = { 'unknown-event': 'error' } as const;
    const found = checkText(JSON.stringify(records), { levels }).findings();
    assert.deepEqual(
      found.filter(({ rule }) => rule === 'unknown-event').map(({ severity }) => severity),
      ['error', 'hint'],
    );
  });
});
