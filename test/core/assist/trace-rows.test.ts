import assert from 'node:assert/strict';
import { rowsPrompt, rowsTitle, traceRows } from '../../../src/core/assist/trace-rows';
import { readTrace } from '../../../src/core/reading/read-trace';
import { factsOf } from '../../../src/core/record/trace-facts';
import { utc } from '../../../src/core/text/zoned-time';
import { settingsIn } from '../../support/asking';
import { english } from '../../support/harness';

function found(number: number, line: number) {
  const trace = {
    trace_name: 'addTag',
    time: 1603251619204,
    resource_type: 'image',
    trace_rating: 'warning',
  };
  return { facts: factsOf(readTrace(JSON.stringify(trace))), number, line };
}

describe('a list of traces', () => {
  const settings = { localizer: english, timeZone: utc, count: 2 };

  it('says of each what the outline says, and where it is', () => {
    const label = '03:40:19 ⚠ addTag · failed';
    const traces = [found(0, 4), found(7, 90)];
    assert.deepEqual(traceRows(traces, settings), [
      { label, description: 'image · 2020-10-21 UTC · line 5', trace: traces[0] },
      { label, description: 'image · 2020-10-21 UTC · line 91', trace: traces[1] },
    ]);
    const onOneLine = traceRows([found(0, 0), found(7, 0)], settings);
    assert.deepEqual(
      onOneLine.map(({ description }) => description),
      ['image · 2020-10-21 UTC · trace 1', 'image · 2020-10-21 UTC · trace 8'],
    );
  });

  it('says first that it is not complete', () => {
    const [note, ...rows] = traceRows([found(0, 4)], { ...settings, count: 45_000 });
    assert.deepEqual(note, {
      label: '⚠ First 1 of 45,000 traces; later ones are not listed, failed or not',
      description: '',
      trace: undefined,
    });
    assert.equal(rows.length, 1);
  });

  it('is named after the value, never after an access key or what may be one', () => {
    const { localizer } = settingsIn('zh-cn');
    assert.equal(
      rowsTitle({ kind: 'user', value: 'alice\u202e' }, english),
      'Traces with the user "alice\u{FFFD}"',
    );
    assert.equal(rowsTitle({ kind: 'user', value: 'alice' }, localizer), '包含用户“alice”的事件');
    assert.equal(
      rowsTitle({ kind: 'access-key', value: 'INVENTED' }, english),
      'Traces with this access key',
    );
    assert.equal(rowsTitle({ kind: 'id', value: 'session-4711-invented' }, english), 'Traces with this ID');
    const id = '6d1a2f0e-5b8c-4b0e-9d64-2c1f7a3e9b55';
    assert.equal(rowsTitle({ kind: 'id', value: id }, english), `Traces with the ID ${id}`);
    assert.equal(rowsPrompt(1, english), '1 trace in this file');
    assert.equal(rowsPrompt(42, localizer), '本文件中有 42 条事件。输入用户、“失败”或名称可筛选');
  });
});
