import assert from 'node:assert/strict';
import { comparisonTitle, layOutCopies } from '../../../src/core/assist/compare-copies';
import { readTrace } from '../../../src/core/reading/read-trace';
import { settingsIn } from '../../support/asking';
import { english } from '../../support/harness';

function laidOut(first: string, other: string) {
  return layOutCopies(readTrace(first), readTrace(other));
}

describe('two copies of a trace', () => {
  it('are laid out alike whatever their form, so that what differs is what shows', () => {
    const first =
      '{"trace_name":"a","user":"{\\"name\\":\\"alice\\"}","time":1603251619204123456,"code":200}';
    const other =
      '{ "extra": [], "code": "200", "time": 1603251619204123456, "user": {"name": "eve"}, "trace_name": "a" }';
    assert.deepEqual(laidOut(first, other), {
      first: `{
  "trace_name": "a",
  "user": {
    "name": "alice"
  },
  "time": 1603251619204123456,
  "code": 200
}
`,
      other: `{
  "trace_name": "a",
  "user": {
    "name": "eve"
  },
  "time": 1603251619204123456,
  "code": "200",
  "extra": []
}
`,
    });
  });

  it('keep what is not JSON, escapes and repeated keys as written', () => {
    const text = '{"a":"\\u4e2d","a":"{cut","b":"[INFO] done","c":"{\\"cut\\":"}';
    const shown = `{
  "a": "\\u4e2d",
  "a": "{cut",
  "b": "[INFO] done",
  "c": "{\\"cut\\":"
}
`;
    assert.deepEqual(laidOut(text, text), { first: shown, other: shown });
  });

  it('are laid out however deep they are', () => {
    const deep = `{"request":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    assert.equal(laidOut(deep, deep).first.replace(/\s/g, ''), deep);
  });

  it('are named by line, in a file of one line by number', () => {
    const places = { first: { line: 1, trace: 0 }, other: { line: 31, trace: 2 } };
    const onOneLine = { first: { line: 0, trace: 0 }, other: { line: 0, trace: 2 } };
    assert.equal(comparisonTitle('a.json', places, english), 'a.json: line 2 and its copy in line 32');
    assert.equal(comparisonTitle('a.json', onOneLine, english), 'a.json: trace 1 and its copy, trace 3');
    const { localizer } = settingsIn('zh-cn');
    assert.equal(comparisonTitle('a.json', places, localizer), 'a.json：第 2 行的事件及其重复（第 32 行）');
  });
});
