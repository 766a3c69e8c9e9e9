import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseTolerantly } from '../../../src/core/reading/tolerant-parser';
import { locateFields } from '../../../src/core/record/field-spans';
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
