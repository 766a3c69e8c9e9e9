import assert from 'node:assert/strict';
import { unknownValue } from '../../../src/core/rules/unknown-value';
import { assertReports, checkRecord, checkRecordText } from '../../support/harness';

const documented = {
  trace_rating: ['normal', 'warning', 'incident'],
  trace_status: ['normal', 'warning', 'incident'],
  trace_type: ['ConsoleAction', 'SystemAction', 'ApiCall', 'ObsSDK', 'ObsAPI', 'Others'],
};

function fixesOf(name: string, value: string): readonly string[] {
  return checkRecord(unknownValue, { [name]: value }).flatMap(({ fixes }) => fixes.map(([title]) => title));
}

describe('unknown-value', () => {
  it('marks a rating or a type that is not documented', () => {
    assertReports(
      unknownValue,
      `
      {
        "trace_rating": "ok",
        //              ^^^^ unknown-value: Unknown trace_rating "ok"; expected one of "normal", "warning", "incident"
        "trace_status ": "failed",
        //               ^^^^^^^^ unknown-value: Unknown trace_status "failed"; expected one of "normal", "warning", "incident"
        "trace_type": "system"
        //            ^^^^^^^^ unknown-value: Unknown trace_type "system"; expected one of "ConsoleAction", "SystemAction", "ApiCall", "ObsSDK", "ObsAPI", "Others"
      }`,
    );
  });

  it('accepts only the exact documented values', () => {
    for (const [name, values] of Object.entries(documented)) {
      for (const value of values) {
        assert.deepEqual(checkRecord(unknownValue, { [name]: value }), []);
        for (const other of [value.toUpperCase(), ` ${value}`, `${value} `]) {
          assert.equal(checkRecord(unknownValue, { [name]: other }).length, 1, other);
        }
      }
    }
  });

  it('offers the value that a misspelling is close to', () => {
    const title = (value: string): string => `Replace with "${value}" (edits the record)`;
    assert.deepEqual(fixesOf('trace_rating', 'Normal'), [title('normal')]);
    assert.deepEqual(fixesOf('trace_status', 'warnning'), [title('warning')]);
    assert.deepEqual(fixesOf('trace_type', 'console_action'), [title('ConsoleAction')]);
    assert.deepEqual(fixesOf('trace_type', 'system'), []);
    assert.deepEqual(checkRecord(unknownValue, { trace_rating: 'NORMAL' })[0]?.fixes, [
      [title('normal'), '{"trace_rating":"normal"}'],
    ]);
  });

  it('is silent on values that are empty, masked or no string', () => {
    for (const name of Object.keys(documented)) {
      for (const value of ['', ' ', '***', 'xxx', '<masked>', 'none', null, 7, true, [], {}, undefined]) {
        assert.deepEqual(checkRecord(unknownValue, { [name]: value }), []);
      }
    }
  });

  it('is silent on an unterminated string, even if it runs into the next', () => {
    assert.deepEqual(checkRecordText(unknownValue, '{"trace_rating":"norm'), []);
    assert.deepEqual(checkRecordText(unknownValue, '{"trace_rating":"norm\n,"code":"200"}'), []);
    assert.deepEqual(checkRecordText(unknownValue, '{"trace_rating":"normal,"code":"200"}'), []);
  });

  it('reports a value in a trace that is broken elsewhere', () => {
    assert.equal(checkRecordText(unknownValue, '{"trace_rating":"ok","code":').length, 1);
    assert.equal(checkRecordText(unknownValue, '{"a":1 "trace_rating":"ok"}').length, 1);
  });

  it('uses the last of a repeated key', () => {
    assert.deepEqual(checkRecordText(unknownValue, '{"trace_type":"x","trace_type":"ApiCall"}'), []);
    assert.equal(checkRecordText(unknownValue, '{"trace_type":"ApiCall","trace_type":"x"}').length, 1);
  });

  it('truncates a very long value and replaces control characters', () => {
    const [found] = checkRecord(unknownValue, { trace_rating: `a\u202E${'b'.repeat(100_000)}` });
    assert.equal(
      found?.message,
      `Unknown trace_rating "a\uFFFD${'b'.repeat(98)}…"; expected one of "normal", "warning", "incident"`,
    );
    assert.deepEqual(found?.fixes, []);
  });
});
