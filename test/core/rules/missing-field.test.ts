import assert from 'node:assert/strict';
import { missingField } from '../../../src/core/rules/missing-field';
import { assertReports, checkRecord, checkRecordText, checkText } from '../../support/harness';

const six = {
  time: 1763632800123,
  service_type: 'IMS',
  resource_type: 'ims',
  trace_name: 'createImage',
  trace_rating: 'normal',
  trace_type: 'ApiCall',
};

function missingIn(record: Readonly<Record<string, unknown>>): readonly string[] {
  return checkRecord(missingField, record).map(({ message }) => /"(\w+)"/.exec(message)?.[1] ?? '');
}

describe('missing-field', () => {
  it('marks the opening brace of a trace without one of the six fields', () => {
    assertReports(
      missingField,
      `
      {
    //^ missing-field: Field "trace_type" is missing. Every CTS trace has it
        "time": 1763632800123, "service_type": "IMS", "resource_type": "ims",
        "trace_name": "createImage", "trace_rating": "normal"
      }`,
    );
  });

  it('names each of them, whether missing or null', () => {
    for (const name of Object.keys(six)) {
      assert.deepEqual(missingIn({ ...six, [name]: undefined }), [name]);
      assert.deepEqual(missingIn({ ...six, [name]: null }), [name]);
    }
    assert.deepEqual([...missingIn({})].sort(), Object.keys(six).sort());
  });

  it('is silent on all other missing fields', () => {
    assert.deepEqual(checkRecord(missingField, six), []);
  });

  it('marks the value that is empty', () => {
    assertReports(
      missingField,
      `
      {
        "time": 1763632800123, "service_type": "IMS", "resource_type": "ims", "trace_rating": "normal",
        "trace_name": "",
        //            ^^ missing-field: Field "trace_name" is empty. Every CTS trace has a value for it
        "trace_type": " "
        //            ^^^ missing-field: Field "trace_type" is empty. Every CTS trace has a value for it
      }`,
    );
    for (const name of Object.keys(six)) {
      const [found, ...more] = checkRecord(missingField, { ...six, [name]: '' });
      assert.deepEqual([found?.marked, found?.fixes, more], ['""', [], []]);
    }
  });

  it('accepts any value but null and an empty string', () => {
    for (const value of ['***', 0, false, {}, []]) {
      for (const name of Object.keys(six)) assert.deepEqual(missingIn({ ...six, [name]: value }), []);
    }
  });

  it('accepts trace_status for trace_rating, and whitespace around keys', () => {
    assert.deepEqual(missingIn({ ...six, trace_rating: undefined, trace_status: 'normal' }), []);
    assert.deepEqual(missingIn({ ...six, trace_rating: undefined, 'trace_status ': 'normal' }), []);
    assert.deepEqual(missingIn({ ...six, trace_rating: null, trace_status: null }), ['trace_rating']);
    assert.deepEqual(missingIn({ ...six, trace_rating: '', trace_status: 'normal' }), []);
    assert.deepEqual(missingIn({ ...six, trace_rating: undefined, trace_status: '' }), ['trace_status']);
    assert.deepEqual(missingIn({ ...six, time: undefined, '\t time': 1 }), []);
  });

  it('offers to add the field without a value, laid out like the others', () => {
    const fixOf = (text: string) => checkRecordText(missingField, text).map(({ fixes }) => fixes);
    const { trace_type: _, ...five } = six;
    const title = 'Add missing field "trace_type" (edits the record)';
    const line = JSON.stringify(five);
    assert.deepEqual(fixOf(line), [[[title, line.replace(/}$/, ',"trace_type":""}')]]]);
    const block = JSON.stringify(five, null, 2);
    const added = block.replace(/\n}$/, ',\n  "trace_type": ""\n}');
    assert.deepEqual(fixOf(block), [[[title, added]]]);
    const { time: __, ...noTime } = six;
    const whole = JSON.stringify(noTime);
    const timed = whole.replace(/}$/, ',"time":0}');
    assert.deepEqual(fixOf(whole), [[['Add missing field "time" (edits the record)', timed]]]);
  });

  it('offers nothing where the field is there with null, which another one would repeat', () => {
    assert.deepEqual(
      checkRecord(missingField, { ...six, trace_type: null }).map(({ fixes }) => fixes),
      [[]],
    );
  });

  it('uses the last of a repeated key', () => {
    const text = JSON.stringify(six);
    assert.deepEqual(checkRecordText(missingField, text.replace('{', '{"time":null,')), []);
    assert.equal(checkRecordText(missingField, text.replace(/}$/, ',"time":null}')).length, 1);
  });

  it('is silent in a truncated or broken trace', () => {
    const text = '{"trace_name":"createImage","trace_type":"ApiCall","service_type":"IMS","trace_id":"x"}';
    assert.equal(checkRecordText(missingField, text).length, 3);
    for (const broken of [
      text.slice(0, -1),
      text.replace(',', ''),
      text.replace(':', ''),
      `${text.slice(0, -1)},}`,
    ]) {
      assert.deepEqual(checkRecordText(missingField, broken), []);
    }
  });

  it('is silent if a stray brace split the trace', () => {
    const first = '{"time":1795140005310,"service_type":"IMS","trace_type":"ApiCall"}';
    const rest = '"trace_rating":"normal","trace_name":"createImage","resource_type":"ims"}';
    const whole = `${first.slice(0, -1)},${rest}`;
    for (const broken of [`${first}${rest}`, `${first},${rest}`, `${first.slice(0, -1)}{${rest}`]) {
      const rules = checkText(`[${whole},${broken},${whole}]`)
        .findings()
        .map(({ rule }) => rule);
      assert.deepEqual(rules, ['json-syntax'], broken);
    }
  });
});
