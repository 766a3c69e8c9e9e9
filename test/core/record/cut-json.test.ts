import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { isCutJson } from '../../../src/core/record/cut-json';
import { runs } from '../../support/runs';

describe('cut JSON', () => {
  it('is every beginning of valid JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (json, seed) => {
        const end = 1 + (seed % json.length);
        assert.ok(isCutJson(json.slice(0, end)), json.slice(0, end));
      }),
      runs.parameters(2000),
    );
  });

  it('is cut anywhere in keys, escapes, numbers, words and between members', () => {
    const json = String.raw`{ "a\u955c\"" : [ -12.5e+3 , true, {"b":null} ] , "c" : "\\" }`;
    for (let end = 1; end <= json.length; end++) assert.ok(isCutJson(json.slice(0, end)), json.slice(0, end));
  });

  it('is not what is broken before its end', () => {
    const broken = [
      '{"a":}',
      '{"a" "b',
      '[1,,2',
      '{"a":"\u0001',
      '{"a":tru,"b":1',
      '{"a":1}}',
      "{'a':1",
      '{"a":1] ,',
    ];
    for (const text of broken) assert.ok(!isCutJson(text), text);
  });
});
