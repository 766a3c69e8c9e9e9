import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseTolerantly } from '../../../src/core/reading/tolerant-parser';
import { locateField, locateFields } from '../../../src/core/record/field-spans';
import type { JsonObject } from '../../../src/core/text/json';

describe('locateFields', () => {
  it('agrees with the tolerant parser on valid records', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '1', 'a"b\\')),
          fc.jsonValue(),
        ),
        fc.constantFrom(0, 2, '\t'),
        (object, indent) => {
          const text = JSON.stringify(object, null, indent);
          const parsed = JSON.parse(text) as JsonObject;
          const expected = parseTolerantly(text, 0).fields;
          const trimmed = locateFields(text, parsed).map((field) => ({ ...field, name: field.name.trim() }));
          assert.deepEqual(trimmed, expected);
        },
      ),
    );
  });
});

describe('locateField', () => {
  const own = '"request":"own"';
  const cases: readonly (readonly [text: string, isFound: boolean])[] = [
    [`{${own}}`, true],
    [`{ "a": 1,\n  "request" :\t{"b": [2]} }`, true],
    [`{"message":"{\\"request\\":1}",${own}}`, true],
    [`{"user":{"request":1},${own}}`, false],
    [`{"message":"request",${own}}`, false],
    [`{"a \\"request":1,${own}}`, false],
    [`{"user":{"request":1},"\\u0072equest":"own"}`, false],
    [`{"request":1,${own}}`, false],
  ];
  for (const [text, isFound] of cases)
    it(`${isFound ? 'finds the member in' : 'leaves it open where the member is in'} ${JSON.stringify(text)}`, () => {
      const object = JSON.parse(text) as JsonObject;
      const expected = locateFields(text, object).find(({ name }) => name === 'request');
      assert.deepEqual(locateField(text, object, 'request'), isFound ? expected : undefined);
    });

  it('agrees with locateFields wherever it finds the member', () => {
    const key = fc.oneof(fc.constantFrom('request', 'response', '"request', 'a'), fc.string());
    const value = fc.oneof(key, fc.dictionary(key, key), fc.jsonValue());
    fc.assert(
      fc.property(fc.dictionary(key, value), fc.constantFrom(0, 2), (object, indent) => {
        const text = JSON.stringify({ ...object, request: 'own' }, null, indent);
        const parsed = JSON.parse(text) as JsonObject;
        const found = locateField(text, parsed, 'request');
        const expected = locateFields(text, parsed).find(({ name }) => name === 'request');
        if (found !== undefined) assert.deepEqual(found, expected);
      }),
    );
  });
});
