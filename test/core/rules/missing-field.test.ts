import assert from 'node:assert/strict';
import { missingField } from '../../../src/core/rules/missing-field';
import { assertReports, checkText, said, saidOf } from '../../support/harness';

const six = {
  time: 1763632800123,
  service_type: 'IMS',
  resource_type: 'ims',
  trace_name: 'createImage',
  trace_rating: 'normal',
  trace_type: 'ApiCall',
};

function missingIn(record: Readonly<Record<string, unknown>>): readonly string[] {
  return saidOf(missingField, record).map(({ message }) => /"(\w+)"/.exec(message)?.[1] ?? '');
}

describe('missing-field', () => {
  it('marks the brace of a trace without one of the six fields', () => {
    assertReports(
      missingField,
      `
      {
    //^ missing-field: field "trace_type" is missing: every CTS trace carries it
        "time": 1763632800123, "service_type": "IMS", "resource_type": "ims",
        "trace_name": "createImage", "trace_rating": "normal"
      }`,
    );
  });

  it('names each of them, absent or null', () => {
    for (const name of Object.keys(six)) {
      assert.deepEqual(missingIn({ ...six, [name]: undefined }), [name]);
      assert.deepEqual(missingIn({ ...six, [name]: null }), [name]);
    }
    assert.deepEqual([...missingIn({})].sort(), Object.keys(six).sort());
  });

  it('is silent on whatever else is absent', () => {
    assert.deepEqual(saidOf(missingField, six), []);
  });

  it('takes a field that is there, whatever it holds', () => {
    for (const value of ['', ' ', '***', 0, false, {}, []]) {
      for (const name of Object.keys(six)) assert.deepEqual(missingIn({ ...six, [name]: value }), []);
    }
  });

  it('takes trace_status for trace_rating, and blanks around keys', () => {
    assert.deepEqual(missingIn({ ...six, trace_rating: undefined, trace_status: 'normal' }), []);
    assert.deepEqual(missingIn({ ...six, trace_rating: undefined, 'trace_status ': 'normal' }), []);
    assert.deepEqual(missingIn({ ...six, trace_rating: null, trace_status: null }), ['trace_rating']);
    assert.deepEqual(missingIn({ ...six, time: undefined, '\t time': 1 }), []);
  });

  it('lets the last of a repeated key decide', () => {
    const text = JSON.stringify(six);
    assert.deepEqual(said(missingField, text.replace('{', '{"time":null,')), []);
    assert.equal(said(missingField, text.replace(/}$/, ',"time":null}')).length, 1);
  });

  it('is silent in a trace that is cut off or broken', () => {
    const text = '{"trace_name":"createImage","trace_type":"ApiCall","service_type":"IMS","trace_id":"x"}';
    assert.equal(said(missingField, text).length, 3);
    for (const broken of [
      text.slice(0, -1),
      text.replace(',', ''),
      text.replace(':', ''),
      `${text.slice(0, -1)},}`,
    ]) {
      assert.deepEqual(said(missingField, broken), []);
    }
  });

  it('is silent where a stray brace took the trace apart', () => {
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
