import assert from 'node:assert/strict';
import { offerBetweenTraces, offerInTrace } from '../../../../src/core/assist/completion/offer';
import { readTrace } from '../../../../src/core/reading/read-trace';
import { endOf } from '../../../../src/core/text/span';
import { settingsIn } from '../../../support/asking';
import { marked, takeCursor } from '../../../support/harness';

const settings = { ...settingsIn('en'), now: 1_795_136_523_120 };
const six = ['time', 'service_type', 'resource_type', 'trace_name', 'trace_rating', 'trace_type'];

type Offer = ReturnType<typeof offerInTrace>;

function labelsOf(offer: Offer): readonly string[] {
  if (offer === undefined) return [];
  return offer.kind === 'values'
    ? offer.items.map(({ value }) => value)
    : offer.items.map(({ label }) => label);
}

/** The offer in a trace with the cursor at `$0`. */
function inTrace(fixture: string): Offer {
  const { text, offset } = takeCursor(fixture);
  return offerInTrace(readTrace(text), offset, settings);
}

/** The offer in a file without traces, or between those of a file. */
function between(fixture: string, { isTraceFile = false, isOneLine = false } = {}): Offer {
  const { text, offset } = takeCursor(fixture);
  return offerBetweenTraces({ text, offset, isTraceFile }, isOneLine, settings);
}

/** The text after an item is chosen, with the placeholders of its snippet. */
function chosen(fixture: string, label: string, offer: Offer): string | undefined {
  const { text } = takeCursor(fixture);
  if (offer?.kind !== 'snippets') return undefined;
  const item = offer.items.find((candidate) => candidate.label === label);
  return item && `${text.slice(0, offer.span.offset)}${item.snippet}${text.slice(endOf(offer.span))}`;
}

describe('completion of keys', () => {
  it('offers the six required ones first, then the most frequent, and none that is there', () => {
    assert.deepEqual(labelsOf(inTrace('{"code":"200",$0}')).slice(0, 10), [
      ...six,
      'trace_id',
      'record_time',
      'user',
      'source_ip',
    ]);
    const left = labelsOf(inTrace('{"trace_name":"createImage","service_type":"IMS","time":1,"$0"}'));
    assert.deepEqual(left.slice(0, 4), ['resource_type', 'trace_rating', 'trace_type', 'trace_id']);
    const older = labelsOf(inTrace('{"trace_status":"normal",$0}'));
    assert.ok(!older.includes('trace_rating') && !older.includes('trace_status'));
  });

  it('says of each whether it is required, and explains it', () => {
    const offer = inTrace('{"code":"200",$0}');
    assert.ok(offer?.kind === 'snippets');
    const [first, ...others] = offer.items;
    assert.equal(first?.detail, 'Required: one of the six fields in every trace');
    assert.match(first?.explain() ?? '', /^\*\*time\*\*/);
    assert.equal(others.at(-1)?.detail, 'Optional');
  });

  const cases: readonly (readonly [fixture: string, label: string, text: string])[] = [
    ['{"code":"200", $0}', 'time', `{"code":"200", "time": \${1:1795136523120}}`],
    ['{$0"code":"200"}', 'service_type', '{"service_type": "$1","code":"200"}'],
    [
      '{"code":"200", "$0"}',
      'trace_rating',
      `{"code":"200", "trace_rating": "\${1|normal,warning,incident|}"}`,
    ],
    ['{"code":"200", "us$0"}', 'user', '{"code":"200", "user": { $1 }}'],
    ['{"code":"200", "re$0\n}', 'read_only', `{"code":"200", "read_only": \${1|false,true|}\n}`],
    ['{"code":"200", tra$0}', 'trace_name', '{"code":"200", "trace_name": "$1"}'],
    ['{"$0": 3, "code":"200"}', 'time', '{"time": 3, "code":"200"}'],
    ['{"tra$0ce": 3, "code":"200"}', 'time', '{"time": 3, "code":"200"}'],
    [
      '{"code":"200", "$0\n"trace_type":"ApiCall"}',
      'time',
      `{"code":"200", "time": \${1:1795136523120},\n"trace_type":"ApiCall"}`,
    ],
  ];
  for (const [fixture, label, text] of cases) {
    it(`inserts ${label} with a placeholder in ${JSON.stringify(fixture)}`, () => {
      assert.equal(chosen(fixture, label, inTrace(fixture)), text);
    });
  }

  it('asks for values only where they can be completed', () => {
    const offer = inTrace('{"code":"200",$0}');
    assert.ok(offer?.kind === 'snippets');
    const next = offer.items.filter(({ suggestsNext }) => suggestsNext).map(({ label }) => label);
    assert.deepEqual(next, ['service_type', 'resource_type', 'trace_name']);
  });

  it('offers nothing where no key of the trace may stand', () => {
    for (const fixture of [
      '{"code":"200" $0}',
      '{"code":$0"200"}',
      '{"code":"2$000"}',
      '{"request":{$0}}',
      '{"request":{"a":1,"$0"}}',
      '{"request":[$0]}',
      '{"request":"{$0}"}',
      '{"code":"200"}$0',
      '$0{"code":"200"}',
    ])
      assert.equal(inTrace(fixture), undefined, fixture);
  });
});

describe('completion in an object that is not yet a trace', () => {
  it('offers keys and values if it has a key of traces and no foreign one', () => {
    assert.deepEqual(labelsOf(between('{ "trace_name": "createImage", "$0" }')).slice(0, 3), [
      'time',
      'service_type',
      'resource_type',
    ]);
    assert.deepEqual(labelsOf(between('[{"trace_type":"ApiCall","trace_rating":"$0"}]')), [
      'normal',
      'warning',
      'incident',
    ]);
    assert.equal(labelsOf(between('{"traces":[{"trace_name":"x",$0}]}'))[0], 'time');
    assert.equal(labelsOf(between('{"context":{"trace_name":"x",$0}}'))[0], 'time');
  });

  it('offers nothing in other JSON', () => {
    for (const fixture of [
      '{ $0 }',
      '{ "$0" }',
      '{ "name": "x", $0 }',
      '{ "trace_name": "createImage", "name": "$0" }',
      '{ "trace_name": "createImage", "name": "x", $0 }',
      '{ "trace_id": "x", "time": 1, $0 }',
      '{ "service_type": "x", $0 }',
      '{ "spans": [{ "trace_name": "x", $0 }] }',
      '{ "trace_name": "x", "user": { $0 } }',
      '$0',
      '[ $0 ]',
      '[ x$0 ]',
      '{ "a": 1 } c$0',
      '{ c$0 }',
      '"ct$0"',
    ])
      assert.equal(between(fixture), undefined, fixture);
  });

  it('offers keys in any object of a trace file that has no foreign key', () => {
    assert.deepEqual(labelsOf(between('}, { $0 }', { isTraceFile: true })).slice(0, 6), six);
    assert.deepEqual(labelsOf(between('{ "$0" }', { isTraceFile: true })).slice(0, 6), six);
    assert.equal(between('{ "resourceSpans": 1, $0 }', { isTraceFile: true }), undefined);
    assert.equal(between('{ "meta_data": { $0 } }', { isTraceFile: true }), undefined);
  });

  it('replaces the place that it says', () => {
    const fixture = '[\n  { "trace_name": "x", "serv$0" }\n]';
    const offer = between(fixture);
    assert.ok(offer);
    assert.equal(marked(takeCursor(fixture).text, offer.span), '"serv"');
  });
});

describe('the snippet of a trace', () => {
  const trace = `{
\t"time": \${1:1795136523120},
\t"service_type": "\${2:IMS}",
\t"resource_type": "\${3:ims}",
\t"trace_name": "\${4:createImage}",
\t"trace_rating": "\${5|normal,warning,incident|}",
\t"trace_type": "\${6|ConsoleAction,SystemAction,ApiCall,ObsSDK,ObsAPI,Others|}",
\t"source_ip": "\${7:192.0.2.10}",
\t"resource_name": "\${8:web-base}",
\t"code": "\${9:200}"
}`;

  it('is offered where its name is begun in an empty file', () => {
    for (const fixture of ['c$0', 'cts$0', '[\n  cts-t$0\n]', '\n cts-trace$0\n']) {
      const { text, offset } = takeCursor(fixture);
      assert.deepEqual(labelsOf(between(fixture)), ['cts-trace'], fixture);
      assert.equal(chosen(fixture, 'cts-trace', between(fixture))?.includes(trace), true, fixture);
      assert.equal(
        marked(text, between(fixture)?.span ?? { offset, length: 0 }),
        text.trim().replace(/[[\]\s]/g, ''),
      );
    }
  });

  it('is offered between the traces of a file, with a comma where one is due', () => {
    const inFile = (fixture: string, isOneLine = false) =>
      chosen(fixture, 'cts-trace', between(fixture, { isTraceFile: true, isOneLine }));
    assert.equal(inFile('[ $0 ]'), `[ ${trace} ]`);
    assert.equal(inFile('},\n$0\n]'), `},\n${trace}\n]`);
    assert.equal(inFile('[ $0 {"trace_name":"x"}]'), `[ ${trace}, {"trace_name":"x"}]`);
    assert.equal(inFile('}\n$0\n'), undefined);
    assert.equal(inFile('}$0', true), undefined);
    assert.match(inFile('}\ncts$0\n{}', true) ?? '', /^\}\n\{ "time": .*"code": "\$\{9:200\}" \}\n\{\}$/);
  });

  it('is a trace without findings once its placeholders are filled', () => {
    const filled = trace.replace(/\$\{\d[:|]([^,|}]*)[^}]*\}/g, '$1');
    const record = JSON.parse(filled) as Readonly<Record<string, unknown>>;
    assert.deepEqual(Object.keys(record).slice(0, 6), six);
    assert.equal(record['trace_type'], 'ConsoleAction');
  });
});
