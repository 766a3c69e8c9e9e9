import assert from 'node:assert/strict';
import { attributes } from '../../../src/core/catalog/rows/attributes';
import { wrongFieldType } from '../../../src/core/rules/wrong-field-type';
import { assertReports, checkRecord, checkRecordText } from '../../support/harness';

/** A value of each JSON type. */
const values = { string: 'x', number: 7, boolean: true, object: { a: 1 }, array: [1] };

describe('wrong-field-type', () => {
  it('marks a value of a type that the field never has', () => {
    assertReports(
      wrongFieldType,
      `
      {
        "code": true,
        //      ^^^^ wrong-field-type: "code" is a boolean; expected a string or a number
        "time": [1763632800123],
        //      ^^^^^^^^^^^^^^^ wrong-field-type: "time" is an array; expected a number or a string
        "trace_name": 7, "resource_id": {}
        //            ^ wrong-field-type: "trace_name" is a number; expected a string
      }`,
    );
  });

  it('knows the types of every field', () => {
    for (const { name, types } of attributes) {
      for (const [type, value] of Object.entries(values)) {
        const isKnown = types === undefined || types.some((known) => known === type) || name.includes('.');
        assert.equal(
          checkRecord(wrongFieldType, { [name]: value }).length,
          isKnown ? 0 : 1,
          `${name}: ${type}`,
        );
      }
    }
  });

  it('is silent on null, on unlisted fields and within user', () => {
    for (const { name } of attributes) assert.deepEqual(checkRecord(wrongFieldType, { [name]: null }), []);
    assert.deepEqual(
      checkRecord(wrongFieldType, { tag: 7, __proto__x: [], user: { name: 7, domain: [] } }),
      [],
    );
    assert.deepEqual(checkRecordText(wrongFieldType, '{"__proto__":7,"constructor":true,"toString":[]}'), []);
  });

  it('is silent in a truncated or broken trace', () => {
    for (const text of [
      '{"code":true',
      '{"code":true,',
      '{"code":true,}',
      '{"code":true "time":1}',
      '{"time":{"a":1}',
    ]) {
      assert.deepEqual(checkRecordText(wrongFieldType, text), []);
    }
  });

  it('uses the last of a repeated key, and recognises keys with whitespace', () => {
    assert.deepEqual(checkRecordText(wrongFieldType, '{"code":true,"code":"200"}'), []);
    assert.deepEqual(
      checkRecordText(wrongFieldType, '{"code":"200"," code ":true}').map(({ marked }) => marked),
      ['true'],
    );
  });
});
