import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { isJson } from '../../../src/core/record/valid-json';
import { runs } from '../../support/runs';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('isJson', function () {
  this.timeout(runs.timeout);

  const texts = [
    ...[
      '',
      ' ',
      '{}',
      '[]',
      ' {"a" : [ 1 , -2.5e+3 ] } ',
      '{"a":1,}',
      '[1,]',
      '[,]',
      '{,}',
      '{"a"}',
      '{"a":}',
      '{1:2}',
    ],
    ...[
      '01',
      '1.',
      '.5',
      '-',
      '+1',
      '1e',
      '1e5',
      'tru',
      'true',
      'nulll',
      'NaN',
      '"a',
      '"a"',
      '"\\x"',
      '"\\u12"',
      '"\\u0041"',
    ],
    ...[
      '"\\"',
      '"\\\\"',
      '"\n"',
      '"\u007f\u2028"',
      '{"a":1}{"b":2}',
      '[1 2]',
      '[[]]]',
      '[}',
      '{"a":[}',
      '\u00a0{}',
      '\ufeff{}',
    ],
    ...[
      '[1] ',
      '[1]x',
      '{"a":"b\\"c","d":{}}',
      '{"__proto__":1}',
      '{"a":1 "b":2}',
      '["a":1]',
      '{"a",1}',
      '[{"a":[{}]}]',
    ],
  ];
  for (const text of texts) {
    it(`agrees with JSON.parse on ${JSON.stringify(text)}`, () => assert.equal(isJson(text), parses(text)));
  }

  it('agrees with JSON.parse on any text', () => {
    const unit = fc.constantFrom(
      ...'{{[[]]}}"""",,::\\ \n01.-eE+aftrueunl',
      '"a"',
      '{"a":',
      'null',
      '\\u00',
      '\u0001',
    );
    const broken = fc.tuple(fc.json(), fc.nat(), unit).map(([json, seed, inserted]) => {
      const at = seed % (json.length + 1);
      return `${json.slice(0, at)}${inserted}${json.slice(at + (seed % 2))}`;
    });
    const any = fc.oneof(fc.json(), broken, fc.string({ unit, maxLength: 30 }));
    fc.assert(
      fc.property(any, (text) => assert.equal(isJson(text), parses(text))),
      runs.parameters(3_000),
    );
  });

  it('agrees with JSON.parse at any depth', () => {
    for (const depth of [29, 30, 31, 32, 1_000]) {
      assert.ok(isJson(`${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}`));
      assert.ok(!isJson(`${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth - 1)}}`));
    }
  });
});
