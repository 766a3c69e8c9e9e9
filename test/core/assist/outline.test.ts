import assert from 'node:assert/strict';
import { maxOutlined, type OutlineEntry, outline } from '../../../src/core/assist/outline';
import { createLocalizer } from '../../../src/core/text/localization';
import { checkText, english, marked } from '../../support/harness';

const trace = {
  time: '2020/10/21 11:40:19 GMT+08:00',
  service_type: 'IMS',
  resource_type: 'ims',
  trace_name: 'createImage',
  trace_rating: 'normal',
  trace_type: 'ConsoleAction',
};

function outlineOf(text: string, localizer = english): readonly OutlineEntry[] {
  return [...outline(checkText(text), localizer)];
}

function labels(...records: readonly object[]): readonly string[] {
  return outlineOf(JSON.stringify(records)).map(({ label }) => label);
}

describe('the outline', () => {
  it('labels each trace with its name, resource type, rating and time in UTC', () => {
    assert.deepEqual(
      labels(trace, { ...trace, trace_name: 'addTag', resource_type: 'image', time: 1603251619204 }),
      ['createImage · ims · normal · 2020-10-21 03:40:19Z', 'addTag · image · normal · 2020-10-21 03:40:19Z'],
    );
  });

  it('adds the service unless it is IMS', () => {
    assert.deepEqual(
      labels({ ...trace, service_type: 'ECS', resource_type: 'ecs', trace_name: 'createServer' }),
      ['createServer · ECS/ecs · normal · 2020-10-21 03:40:19Z'],
    );
  });

  it('makes failed operations stand out, and reads the older name of the rating', () => {
    const { trace_rating: _, ...older } = trace;
    assert.deepEqual(labels({ ...trace, trace_rating: 'warning' }, { ...older, trace_status: 'incident' }), [
      'createImage · ims · ⚠ warning · 2020-10-21 03:40:19Z',
      'createImage · ims · ⚠ incident · 2020-10-21 03:40:19Z',
    ]);
  });

  it('leaves out missing and unreadable values', () => {
    assert.deepEqual(
      labels(
        trace,
        { trace_name: 7, trace_type: 'ApiCall', service_type: 'IMS' },
        { ...trace, time: 'yesterday', resource_type: null },
        { ...trace, time: '2020/10/21 11:40:19', service_type: '' },
        { trace_type: 'ApiCall', trace_id: 'x' },
      ),
      [
        'createImage · ims · normal · 2020-10-21 03:40:19Z',
        'IMS',
        'createImage · IMS · normal',
        'createImage · ims · normal · 2020-10-21 11:40:19',
        'trace 5',
      ],
    );
    const chinese = createLocalizer('zh-cn', { 'trace {0}': '第 {0} 个事件' });
    const text = JSON.stringify([trace, { trace_type: 'ApiCall', trace_id: 'x' }]);
    assert.equal(outlineOf(text, chinese)[1]?.label, '第 2 个事件');
  });

  it('shows untrusted text on one short line', () => {
    assert.deepEqual(labels({ ...trace, trace_name: `a\n\u202e${'b'.repeat(100)}`, trace_rating: '' }), [
      `a\u{FFFD}\u{FFFD}${'b'.repeat(77)}… · ims · 2020-10-21 03:40:19Z`,
    ]);
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

  it('stops at the limit', () => {
    const text = `[${Array.from({ length: maxOutlined + 1 }, () => JSON.stringify(trace)).join(',')}]`;
    assert.equal(outlineOf(text).length, maxOutlined);
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
