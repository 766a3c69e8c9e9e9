import assert from 'node:assert/strict';
import { maxOutlined, type OutlineEntry, outline } from '../../../src/core/assist/outline';
import { createLocalizer } from '../../../src/core/text/localization';
import type { TimeZone } from '../../../src/core/text/zoned-time';
import { checkText, english, marked } from '../../support/harness';

const trace = {
  time: '2020/10/21 11:40:19 GMT+08:00',
  service_type: 'IMS',
  resource_type: 'ims',
  trace_name: 'createImage',
  trace_rating: 'normal',
  trace_type: 'ConsoleAction',
};

function outlineOf(text: string, localizer = english, timeZone?: TimeZone): readonly OutlineEntry[] {
  return [...outline(checkText(text), localizer, timeZone)].flatMap((entry) => entry ?? []);
}

function labels(...records: readonly object[]): readonly string[] {
  return outlineOf(JSON.stringify(records)).map(({ label }) => label.text);
}

describe('the outline', () => {
  it('labels the traces, with dates if they are of several days in the time zone', () => {
    const records = JSON.stringify([trace, { ...trace, time: '2020/10/22 00:10:00 GMT+08:00' }]);
    const labelsIn = (timeZone?: TimeZone) =>
      outlineOf(records, english, timeZone).map(({ kind, label }) => [kind, label.text, label.detail]);
    assert.deepEqual(labelsIn(), [
      ['trace', '03:40:19 createImage · IMS', 'ims · 2020-10-21 UTC'],
      ['trace', '16:10:00 createImage · IMS', 'ims · 2020-10-21 UTC'],
    ]);
    assert.deepEqual(labelsIn('Asia/Shanghai'), [
      ['trace', '10-21 11:40:19 createImage · IMS', 'ims · 2020-10-21 GMT+08:00'],
      ['trace', '10-22 00:10:00 createImage · IMS', 'ims · 2020-10-22 GMT+08:00'],
    ]);
  });

  it('says of an accepted call when it failed, if a later trace of the job does', () => {
    const job = (minute: number, rating: string, id: string) => ({
      ...trace,
      trace_name: 'exportImage',
      time: Date.UTC(2026, 10, 20, 3, minute),
      trace_rating: rating,
      resource_id: 'image-1',
      response: { job_id: `0123456789abcdef${id}` },
    });
    assert.deepEqual(
      labels(job(4, 'normal', '1'), job(5, 'normal', '2'), job(6, 'normal', '2'), job(7, 'warning', '1')),
      [
        '03:04:00 exportImage image-1 · failed at 03:07:00 · IMS',
        '03:05:00 exportImage image-1 · IMS',
        '03:06:00 exportImage image-1 · IMS',
        '03:07:00 ⚠ exportImage image-1 · failed · IMS',
      ],
    );
  });

  it('numbers traces that say nothing', () => {
    const records = [trace, { trace_name: 7, trace_type: 'ApiCall', service_type: 'IMS' }];
    const mute = { trace_type: 'ApiCall', trace_id: 'x' };
    assert.deepEqual(labels(...records, mute), ['03:40:19 createImage · IMS', 'IMS', 'trace 3']);
    const chinese = createLocalizer('zh-cn', { 'trace {0}': '第 {0} 个事件' });
    assert.equal(outlineOf(JSON.stringify([trace, mute]), chinese)[1]?.label.text, '第 2 个事件');
  });

  it('selects the name in the span of the trace, else its opening brace', () => {
    const { trace_name: _, ...nameless } = trace;
    const records = [trace, nameless].map((record) => JSON.stringify(record));
    const text = `\n[${records.join(',\n')}`;
    assert.deepEqual(
      outlineOf(text).map(({ span, nameSpan }) => [marked(text, span), marked(text, nameSpan)]),
      [
        [records[0], '"createImage"'],
        [records[1], '{'],
      ],
    );
  });

  it('stops at the limit and says so, in words that people filter by', () => {
    const textOf = (count: number) =>
      `[${Array.from({ length: count }, () => JSON.stringify(trace)).join(',')}]`;
    assert.ok(outlineOf(textOf(maxOutlined)).every(({ kind }) => kind === 'trace'));
    const [note, ...entries] = outlineOf(textOf(maxOutlined + 1));
    const start = { offset: 0, length: 0 };
    assert.deepEqual(note, {
      kind: 'note',
      label: { text: '⚠ First 5,000 of 5,001 traces; later ones are not listed, failed or not', detail: '' },
      span: start,
      nameSpan: start,
    });
    assert.equal(entries.length, maxOutlined);
  });

  it('is empty for anything but traces', () => {
    for (const text of [
      '',
      '{"a":1}',
      '{"log_files":[],"digest_bucket":"","digest_object":"","digest_end_time":""}',
    ])
      assert.deepEqual(outlineOf(text), []);
  });
});
