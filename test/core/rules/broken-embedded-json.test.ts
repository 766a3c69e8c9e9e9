import assert from 'node:assert/strict';
import { brokenEmbeddedJson } from '../../../src/core/rules/broken-embedded-json';
import { assertReports, checkRecord, checkRecordText } from '../../support/harness';

function isFound(request: unknown): boolean {
  return checkRecord(brokenEmbeddedJson, { request }).length === 1;
}

describe('broken-embedded-json', () => {
  it('marks a string that begins like JSON but is invalid', () => {
    assertReports(
      brokenEmbeddedJson,
      String.raw`
      {
        "request": "{\"name\":\"a\",\"tags\":[1,2",
        //         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ broken-embedded-json: "request" begins as JSON and is cut off or broken: what reads it finds nothing in it, look for the whole record
        "response": "{\"name\":\"a\"}",
        "message": "[{\"a\":1},]",
        //         ^^^^^^^^^^^^^^ broken-embedded-json: "message" begins as JSON and is cut off or broken: what reads it finds nothing in it, look for the whole record
        "user": "{\"name\":\"mei\""
        //      ^^^^^^^^^^^^^^^^^^^ broken-embedded-json: "user" begins as JSON and is cut off or broken: what reads it finds nothing in it, look for the whole record
      }`,
    );
  });

  it('is silent on valid JSON, however formatted', () => {
    const deep = `${'['.repeat(40)}"x"${']'.repeat(40)}`;
    const texts = ['{}', '[]', ' { "a" : [ ] } ', '{"a":"***"}', '["a",["b"]]', '{"a":"{\\"b"}'];
    for (const request of [
      ...texts,
      deep,
      '{"a":-0.0E+1,"a":2}',
      '{"a":"\\ud800"}',
      '\t[\r\n{"__proto__":null}]',
    ]) {
      assert.ok(!isFound(request), request);
    }
  });

  it('is silent on what does not begin like JSON', () => {
    const texts = ['{name=a, id=1}', '[INFO] done', '', 'done', '{', '[1, 2', '***', '<masked>', 'null'];
    for (const request of texts) assert.ok(!isFound(request), request);
    for (const request of [null, 7, true, {}, [], undefined]) assert.ok(!isFound(request));
    for (const request of ["{'a':1}", "['a'", '[INFO] {"a":1', '\ufeff{"a":1', '\u00a0{"a":1', '{\u00a0"a"'])
      assert.ok(!isFound(request), request);
    assert.ok(isFound('{ }x'));
  });

  it('reports anything that JSON does not allow', () => {
    const broken = [
      ...['{"', '["', '[{', '[[', '[ "a","b"', '{"a":1}}', '{"a":1}\n{"b":2}', '{"a":1,}', '{"a":01}'],
      ...['{"a":NaN}', '{"a":True}', '{"a":"\u0001"}', '{"a":"\\q"}', '{"a":"x\\', '{"a":"***}', '{"a"}'],
      `${'['.repeat(40)}"x"${']'.repeat(39)}`,
    ];
    for (const request of broken) assert.ok(isFound(request), request);
  });

  it('is silent if only unquoted masks make it invalid', () => {
    assert.ok(!isFound('{"adminPass":******,"a":1}'));
    assert.ok(!isFound('{"adminPass": <masked>, "b": "x"}'));
    assert.ok(isFound('{"adminPass":"***","a":'));
    assert.ok(isFound('{"status":"enabled","is_support_tra<cut>'));
  });

  it('ignores unterminated strings, other fields and nested values', () => {
    assert.deepEqual(checkRecordText(brokenEmbeddedJson, '{"request":"{\\"a'), []);
    assert.deepEqual(checkRecord(brokenEmbeddedJson, { resource_name: '{"a', request: { a: '{"b' } }), []);
  });
});
