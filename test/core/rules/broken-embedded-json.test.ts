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
        //         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ broken-embedded-json: "request" is truncated or broken JSON. Get the complete record
        "response": "{\"name\":\"a\"}",
        "message": "[{\"a\":1},]",
        //         ^^^^^^^^^^^^^^ broken-embedded-json: "message" is truncated or broken JSON. Get the complete record
        "user": "{\"name\":\"mei\""
        //      ^^^^^^^^^^^^^^^^^^^ broken-embedded-json: "user" is truncated or broken JSON. Get the complete record
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

  it('says that CTS cut a text that ends at its limit of 5,000 characters', () => {
    const cut = (field: string, text: string) =>
      checkRecord(brokenEmbeddedJson, { [field]: text })[0]?.message.includes(
        'truncated by CTS at its limit of 5,000',
      );
    const long = JSON.stringify({
      items: Array.from({ length: 900 }, (_, id) => ({ id, name: `n\\"${id}` })),
    });
    for (const field of ['request', 'response', 'message']) {
      assert.equal(cut(field, long.slice(0, 5000)), true, field);
      assert.equal(cut(field, long.slice(0, 4999)), false, field);
      assert.equal(cut(field, long.slice(0, 5001)), false, field);
    }
    // Decoded characters count, not those in the file
    assert.equal(cut('request', `{"name":"${'镜'.repeat(4991)}`), true);
    assert.equal(cut('request', `{"name":"${'𠮷'.repeat(4991)}`), true);
    // user has no such limit, and what is broken before its end was not merely cut
    assert.equal(cut('user', long.slice(0, 5000)), false);
    assert.equal(cut('request', `{"name":}${long}`.slice(0, 5000)), false);
    assert.equal(cut('request', `{"name":"${'x'.repeat(4988)}"}}`), false);
  });

  it('ignores unterminated strings, other fields and nested values', () => {
    assert.deepEqual(checkRecordText(brokenEmbeddedJson, '{"request":"{\\"a'), []);
    assert.deepEqual(checkRecord(brokenEmbeddedJson, { resource_name: '{"a', request: { a: '{"b' } }), []);
  });
});
