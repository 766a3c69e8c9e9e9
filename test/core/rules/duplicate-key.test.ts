import assert from 'node:assert/strict';
import { duplicateKey } from '../../../src/core/rules/duplicate-key';
import { assertReports, said, saidOf } from '../../support/harness';

describe('duplicate-key', () => {
  it('marks the later key, each time', () => {
    assertReports(
      duplicateKey,
      `
      {
        "code": "200",
        "trace_id": "x", "code": "404",
        //               ^^^^^^ duplicate-key: key "code" stands in this trace again: its last value counts
        "code": "404"
      //^^^^^^ duplicate-key: key "code" stands in this trace again: its last value counts
      }`,
    );
  });

  it('takes keys that differ only in blanks or escapes for the same', () => {
    assert.equal(said(duplicateKey, '{"code":1,"code ":1}').length, 1);
    assert.equal(said(duplicateKey, String.raw`{"code":1,"c\u006fde":1}`).length, 1);
    assert.equal(said(duplicateKey, '{"__proto__":1,"__proto__":2}').length, 1);
  });

  it('is silent on the same key in another object, or in another case of letters', () => {
    assert.deepEqual(
      saidOf(duplicateKey, { code: 1, Code: 1, user: { code: 1 }, list: [{ code: 1 }, { code: 1 }] }),
      [],
    );
    assert.deepEqual(said(duplicateKey, '{"code":1,"request":{"a":1,"a":2}}'), []);
    assert.deepEqual(said(duplicateKey, String.raw`{"code":1,"request":"{\"code\":1,\"code\":2}"}`), []);
  });

  it('is silent in a trace that is cut off or broken: half of it may be another', () => {
    for (const text of ['{"code":1,"code":2', '{"code":1,"code":2,}', '{"code":1 "code":2}']) {
      assert.deepEqual(said(duplicateKey, text), []);
    }
  });

  it('shows of an endless name what can be read', () => {
    const name = 'k'.repeat(100_000);
    const [found] = said(duplicateKey, `{"${name}":1,"${name}":2}`);
    assert.equal(
      found?.message,
      `key "${'k'.repeat(100)}…" stands in this trace again: its last value counts`,
    );
  });
});
