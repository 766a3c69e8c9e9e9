import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { hasRepeatedKeys } from '../../../src/core/reading/repeated-keys';
import type { JsonObject } from '../../../src/core/text/json';
import { runs } from '../../support/runs';

function repeats(text: string): boolean {
  const object = JSON.parse(text) as JsonObject;
  const keys = Object.keys(object);
  const others = keys.filter((key) => typeof object[key] !== 'string');
  return hasRepeatedKeys(text, object, { count: keys.length, others });
}

/** A member with the given whitespace wherever it is allowed. */
function writeMember([key, value]: readonly [string, unknown], whitespace: readonly string[]): string {
  const [before = '', afterKey = '', afterColon = '', after = ''] = whitespace;
  return `${before}${JSON.stringify(key)}${afterKey}:${afterColon}${JSON.stringify(value)}${after}`;
}

describe('hasRepeatedKeys', function () {
  this.timeout(runs.timeout);

  const withRepeats = [
    '{"a":1,"a":2}',
    '{"a":1,"b":2,"a" :3}',
    '{"a" : 1, "a" : 2}',
    '{"a":"x","a":"much longer than before"}',
    String.raw`{"a":1,"\u0061":2}`,
    String.raw`{"\\":1,"\\":2}`,
    '{"":1,"":2}',
    '{"a":{"b":1},"a":{"c":1}}',
    '{"a":":","a":1}',
    '{"1":1,"1":2}',
    '{"__proto__":1,"__proto__":2}',
    '{\n  "a": 1,\n  "a": 2\n}',
  ];
  for (const text of withRepeats) it(`is true for ${text}`, () => assert.equal(repeats(text), true));

  const without = [
    '{}',
    '{ }',
    '{"a":1}',
    '{"a":":","b":": "}',
    String.raw`{"request":"{\"a\":1,\"a\":2}","response":"\\"}`,
    '{"user":{"a":1,"a":2}}',
    '{"users":[{"a":1},{"a":1}]}',
    '{"2":1,"1":1}',
    '{"__proto__":1,"constructor":2}',
    `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    `{"a":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
  ];
  for (const text of without)
    it(`is false for ${text.slice(0, 60)}`, () => assert.equal(repeats(text), false));

  it('is right for any object in any layout', () => {
    const blank = fc.stringMatching(/^[ \n\t]{0,2}$/);
    const key = fc.oneof(fc.constantFrom('a', 'b', 'c', '', ':', '"', '\\', ',"a":'), fc.string());
    const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('":', ': ', '\\"', '{"a":1}'));
    const member = fc.tuple(fc.tuple(key, value), fc.array(blank, { maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(member, { maxLength: 6 }), (members) => {
        const text = `{${members.map(([parts, whitespace]) => writeMember(parts, whitespace)).join(',')}}`;
        const keys = members.map(([[name]]) => name);
        assert.equal(repeats(text), new Set(keys).size < keys.length);
      }),
      runs.parameters(3000),
    );
  });
});
