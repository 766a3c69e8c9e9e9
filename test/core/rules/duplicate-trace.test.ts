import assert from 'node:assert/strict';
import { CheckedFile } from '../../../src/core/check/checked-file';
import { messageOf } from '../../../src/core/check/finding';
import { settingsIn } from '../../support/asking';
import { assertFindings, checkText, english, marked, onlyRule, plainSettings } from '../../support/harness';
import { recordText, validRecord } from '../../support/records';

const settings = onlyRule('duplicate-trace');

/** The severities of the findings in a file of these records. */
function severitiesOf(...records: readonly object[]): readonly string[] {
  const text = records.map((record) => JSON.stringify(record)).join('\n');
  return checkText(text, settings)
    .findings()
    .map(({ severity }) => severity);
}

const one = validRecord(1);

describe('duplicate-trace', () => {
  it('marks each copy but the first, and refers to that', () => {
    const rest = '"trace_name":"createImage","trace_type":"ApiCall","service_type":"IMS"}';
    assertFindings(
      `[
      {"trace_id":"ad165000-c5f7-11f0-9c1e-000000000001","user":"{\\"name\\":\\"mei\\"}",${rest},
      {"trace_id":"ad165000-c5f7-11f0-9c1e-000000000002",${rest},
      {"trace_id":"AD165000-C5F7-11F0-9C1E-000000000001","user":{"name":"eve"},${rest},
      //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-trace(warning): Differs from its first copy: user.name
      {"trace_id":"ad165000-c5f7-11f0-9c1e-000000000001",${rest}
      //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-trace: Copy of an earlier trace. CTS can deliver a trace twice; count it once
    ]`,
      settings,
    );
    const text = `\n${recordText('valid', 1, '  ')},\n${recordText('valid', 1, undefined)}`;
    const [finding] = checkText(text, settings).findings();
    assert.deepEqual(
      finding?.related?.map(({ message, span }) => [message, span.offset, marked(text, span)]),
      [['First copy', text.indexOf('"ad165'), '"ad165000-c5f7-11f0-9c1e-000000000001"']],
    );
  });

  it('treats copies from the API and from OBS as equal', () => {
    const api = {
      ...one,
      code: 200,
      record_time: 1_763_632_800_012,
      request: { name: 'a', tags: [1, '2', { k: '{"deep":"[{\\"x\\":1}]"}' }] },
      response: null,
      user: { name: 'mei', id: '' },
    };
    const obs = {
      record_time: '1763632800012',
      ...one,
      code: '200',
      request: '{"tags":["1",2,{"k":{"deep":[{"x":"1"}]}}],"name":"a","note":null}',
      response: '',
      user: '{"name":"mei"}',
      resource_account_id: '',
    };
    assert.deepEqual(severitiesOf(api, obs), ['information']);
  });

  it('decodes any object and array, and ignores differences in masked values', () => {
    const pairs: readonly (readonly [unknown, unknown])[] = [
      ['[1,2]', [1, '2']],
      ['[1,2]', ' [ 1, 2 ]'],
      ['{"a":"[true]"}', { a: [true] }],
      ['{"adminPass":"***","name":"a"}', { name: 'a', adminPass: 'Invented#4711' }],
      ['{"adminPass":***}', '{"adminPass":"Invented#4711"}'],
      ['<masked>', 'a'],
    ];
    for (const [request, other] of pairs) {
      assert.deepEqual(severitiesOf({ ...one, request }, { ...one, request: other }), ['information']);
      assert.deepEqual(severitiesOf({ ...one, request: other }, { ...one, request }), ['information']);
    }
  });

  const differences: readonly (readonly [string, object, object])[] = [
    ['code', {}, { code: '201' }],
    ['source_ip', { source_ip: '192.0.2.1' }, { source_ip: '192.0.2.2' }],
    ['resource_id', { resource_id: 'a' }, { resource_id: '' }],
    ['user.name', {}, { user: { name: 'eve' } }],
    ['user.domain.name', {}, { user: '{"name":"mei","domain":{"name":"other"}}' }],
    ['request.name, request.tags', {}, { request: '{"name":"b"}' }],
    ['request.tags', {}, { request: '{"name":"a \\"b\\" {"}' }],
    ['request.tags', {}, { request: '{"name":"a \\"b\\" {","tags":[1,{"k":"v"},null]}' }],
    ['request.tags.k', {}, { request: '{"name":"a \\"b\\" {","tags":[1,{"k":"w"}]}' }],
    ['request', {}, { request: 'text' }],
    ['request', {}, { request: '[1,2]' }],
    ['request.name, request.tags', {}, { request: {} }],
    ['empty', {}, { empty: [{}, []] }],
    ['empty', {}, { empty: { 0: {}, 1: [], 2: '' } }],
    ['time', {}, { time: '1' }],
    ['read_only', {}, { read_only: 'true' }],
    ['constructor', { constructor: 'y' }, { constructor: 'x' }],
    [
      'code, user.name, request.name, request.tags',
      {},
      { request: '{"name":"b"}', user: { name: 'eve' }, code: '201' },
    ],
    [
      'trace_name, resource_type, trace_rating, trace_type, service_type, 2 more fields',
      {},
      Object.fromEntries(
        ['trace_name', 'resource_type', 'trace_rating', 'trace_type', 'service_type', 'time', 'code'].map(
          (name) => [name, 'x'],
        ),
      ),
    ],
    ['trace_rating', {}, { trace_rating: 'warning' }],
    ['trace_status', {}, { trace_rating: undefined, trace_status: 'warning' }],
  ];
  for (const [index, [field, first, second]] of differences.entries()) {
    it(`names the fields in which copies differ: ${field} (${index})`, () => {
      const text = [first, second].map((change) => JSON.stringify({ ...one, ...change })).join('\n');
      const [finding] = checkText(text, settings).findings();
      assert.equal(finding?.severity, 'warning');
      assert.equal(finding.message, `Differs from its first copy: ${field}`);
    });
  }

  it('names the line of the first copy where lines are known and differ', () => {
    const copies = [one, { ...one, code: '201' }, one].map((record) => JSON.stringify(record));
    const messagesIn = (text: string, localizer = english) =>
      checkText(text, { ...settings, localizer })
        .findings()
        .map((finding) => messageOf(finding, (offset) => text.slice(0, offset).split('\n').length - 1));
    assert.deepEqual(messagesIn(copies.join('\n\n')), [
      'Differs from its copy in line 1: code',
      'Same trace as in line 1. CTS can deliver a trace twice; count it once',
    ]);
    assert.deepEqual(messagesIn(copies.join('\n\n'), settingsIn('zh-cn').localizer), [
      '与第 1 行的同一事件不同：code',
      '与第 1 行为同一事件。CTS 可能重复投递同一事件，请只计一次',
    ]);
    assert.deepEqual(messagesIn(copies.join(' ')), [
      'Differs from its first copy: code',
      'Copy of an earlier trace. CTS can deliver a trace twice; count it once',
    ]);
  });

  it('shows names of fields so that they cannot disguise the message', () => {
    const differing = ['x', 'y'].map((value) => JSON.stringify({ ...one, 'a\u0000\u202eb': value }));
    const [finding] = checkText(differing.join('\n'), settings).findings();
    assert.ok(finding);
    assert.equal(
      messageOf(finding, (offset) => offset),
      `Differs from its copy in line ${(finding.related?.[0]?.span.offset ?? 0) + 1}: a\u{FFFD}\u{FFFD}b`,
    );
  });

  it('ignores what only one copy has, and other forms of one value', () => {
    const id = '0503DDA897000FED2F78C00909158A4D';
    const pairs: readonly (readonly [object, object])[] = [
      [{}, { source_ip: '192.0.2.1', event_type: 'system', domain_id: id, tracker_name: 'system' }],
      [{}, { constructor: 'x' }],
      [{}, { trace_rating: undefined, trace_status: 'normal' }],
      [{}, { trace_status: 'normal' }],
      [{ trace_rating: undefined, trace_status: 'normal' }, { trace_status: 'normal' }],
      [{ read_only: false }, { read_only: 'false' }],
      [{ read_only: true }, { read_only: 'TRUE' }],
      [{ read_only: 'true' }, { read_only: 'True' }],
      [{ response: {} }, { response: '' }],
      [{ response: '{}' }, { response: null }],
      [{ response: [] }, { response: '{}' }],
      [{ response: 'x' }, { response: null }],
      [{ code: 200 }, { code: '200' }],
      [{ project_id: id }, { project_id: id.toLowerCase() }],
      [
        { resource_id: 'F47AC10B-58CC-4372-A567-0E02B2C3D479' },
        { resource_id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479' },
      ],
      [{}, { user: { name: 'mei', id: 'u-1', type: 'User' } }],
      [{}, { user: '{"name":"mei","domain":{"name":"acme"}}' }],
    ];
    for (const [first, second] of pairs) {
      assert.deepEqual(severitiesOf({ ...one, ...first }, { ...one, ...second }), ['information']);
      assert.deepEqual(severitiesOf({ ...one, ...second }, { ...one, ...first }), ['information']);
    }
  });

  it('is silent on ids that are not UUIDs, and on broken records', () => {
    for (const trace_id of ['', '***', 'id-1', 7, null, undefined])
      assert.deepEqual(severitiesOf({ ...one, trace_id }, { ...one, trace_id }), []);
    const text = recordText('valid', 1, undefined);
    assert.deepEqual(checkText(`${text}\n${text.slice(0, -1)}`, settings).findings(), []);
  });

  it('ignores differences that are nested too deeply', () => {
    const deep = (depth: number, core: string) => `${'['.repeat(depth)}${core}${']'.repeat(depth)}`;
    const record = (core: string) => recordText('valid', 1, undefined).replace('null', deep(20_000, core));
    const found = checkText(`${record('1')}\n${record('2')}`, settings).findings();
    assert.deepEqual(
      found.map(({ severity }) => severity),
      ['information'],
    );
  });

  it('uses the level that the user set', () => {
    const text = [one, { ...one, code: '1' }].map((record) => JSON.stringify(record)).join('\n');
    const levels = (level: 'error' | 'off') => ({ levels: { ...settings.levels, 'duplicate-trace': level } });
    assert.equal(checkText(text, levels('error')).count('error'), 1);
    assert.deepEqual(checkText(text, levels('off')).findings(), []);
  });

  it('can be settled in slices', () => {
    const text = Array.from({ length: 60 }, (_, index) => recordText('valid', index % 3, undefined)).join(
      '\n',
    );
    const file = new CheckedFile(
      { length: text.length, slice: (start, end) => text.slice(start, end) },
      { ...plainSettings, ...settings },
    );
    let slices = 1;
    while (!file.read(() => false)) {
      assert.ok(!file.isComplete);
      file.findings();
      slices++;
    }
    assert.ok(slices > 60);
    assert.deepEqual(file.findings(), checkText(text, settings).findings());
    assert.equal(file.count('information'), 57);
  });
});
