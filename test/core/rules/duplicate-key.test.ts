import assert from 'node:assert/strict';
import { duplicateKey } from '../../../src/core/rules/duplicate-key';
import { assertReports, checkRecord, checkRecordText, checkText, onlyRule } from '../../support/harness';

describe('duplicate-key', () => {
  it('marks each repetition of a key', () => {
    assertReports(
      duplicateKey,
      `
      {
        "code": "200",
        "trace_id": "x", "code": "404",
        //               ^^^^^^ duplicate-key: "code" appears more than once in this trace; the last value is used
        "code": "404"
      //^^^^^^ duplicate-key: "code" appears more than once in this trace; the last value is used
      }`,
    );
  });

  it('treats keys that differ only in whitespace or escapes as equal', () => {
    assert.equal(checkRecordText(duplicateKey, '{"code":1,"code ":1}').length, 1);
    assert.equal(checkRecordText(duplicateKey, String.raw`{"code":1,"c\u006fde":1}`).length, 1);
    assert.equal(checkRecordText(duplicateKey, '{"__proto__":1,"__proto__":2}').length, 1);
  });

  it('is silent on the same key in another object or in another case', () => {
    assert.deepEqual(
      checkRecord(duplicateKey, { code: 1, Code: 1, user: { code: 1 }, list: [{ code: 1 }, { code: 1 }] }),
      [],
    );
    assert.deepEqual(checkRecordText(duplicateKey, '{"code":1,"request":{"a":1,"a":2}}'), []);
    assert.deepEqual(
      checkRecordText(duplicateKey, String.raw`{"code":1,"request":"{\"code\":1,\"code\":2}"}`),
      [],
    );
  });

  it('is silent in a truncated or broken trace, which may be parts of two', () => {
    for (const text of ['{"code":1,"code":2', '{"code":1,"code":2,}', '{"code":1 "code":2}']) {
      assert.deepEqual(checkRecordText(duplicateKey, text), []);
    }
  });

  it('leaves keys that are equal as JSON to JSON support, and reports the others', () => {
    const record =
      '{"time":1795136523120,"service_type":"IMS","trace_name":"createImage","trace_type":"ApiCall","trace_rating":"normal"';
    const namesIn = (members: string, isSyntaxReportedElsewhere: boolean): readonly string[] =>
      checkText(`${record},${members}}`, { ...onlyRule('duplicate-key'), isSyntaxReportedElsewhere })
        .findings()
        .map(({ message }) => message.slice(0, message.indexOf(' ')));
    const members = String.raw`"code":1,"c\u006fde":2,"id":1,"id ":2,"id ":3`;
    assert.deepEqual(namesIn(members, false), ['"code"', '"id"', '"id"']);
    assert.deepEqual(namesIn(members, true), ['"id"']);
  });

  it('truncates a very long name', () => {
    const name = 'k'.repeat(100_000);
    const [found] = checkRecordText(duplicateKey, `{"${name}":1,"${name}":2}`);
    assert.equal(
      found?.message,
      `"${'k'.repeat(100)}…" appears more than once in this trace; the last value is used`,
    );
  });
});
