import assert from 'node:assert/strict';
import { brokenEmbeddedJson } from '../../src/core/rules/broken-embedded-json';
import { assertReports, said, saidOf } from '../harness';

function isFound(request: unknown): boolean {
  return saidOf(brokenEmbeddedJson, { request }).length === 1;
}

describe('broken-embedded-json', () => {
  it('marks a text that begins as JSON and is none', () => {
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

  it('is silent on JSON, however written', () => {
    for (const request of ['{}', '[]', ' { "a" : [ ] } ', '{"a":"***"}', '["a",["b"]]', '{"a":"{\\"b"}']) {
      assert.ok(!isFound(request), request);
    }
  });

  it('is silent on what does not begin as JSON', () => {
    const texts = ['{name=a, id=1}', '[INFO] done', '', 'done', '{', '[1, 2', '***', '<masked>', 'null'];
    for (const request of texts) assert.ok(!isFound(request), request);
    for (const request of [null, 7, true, {}, [], undefined]) assert.ok(!isFound(request));
    assert.ok(isFound('{ }x'));
  });

  it('is silent where nothing but bare masks is in the way, and not where more is', () => {
    assert.ok(!isFound('{"adminPass":******,"a":1}'));
    assert.ok(!isFound('{"adminPass": <masked>, "b": "x"}'));
    assert.ok(isFound('{"adminPass":"***","a":'));
    assert.ok(isFound('{"status":"enabled","is_support_tra<cut>'));
  });

  it('reads no text without an end, no other field, and nothing in JSON', () => {
    assert.deepEqual(said(brokenEmbeddedJson, '{"request":"{\\"a'), []);
    assert.deepEqual(saidOf(brokenEmbeddedJson, { resource_name: '{"a', request: { a: '{"b' } }), []);
  });
});
