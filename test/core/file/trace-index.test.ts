import assert from 'node:assert/strict';
import { TraceIndex } from '../../../src/core/file/trace-index';
import { readTrace } from '../../../src/core/reading/read-trace';
import { textSource } from '../../../src/core/text/text-source';
import { checkText } from '../../support/harness';
import { recordText } from '../../support/records';

const trace = recordText('valid', 2, undefined);
const misspelled = recordText('misspelled', 2, undefined);
/** The same record with other ids, which are not UUIDs. */
const others = ['one', 'two'].map((id) => trace.replace(/(?<="trace_id":")[^"]*/, id));

/** How many items a text is read as: shows whether recovery found the records again. */
function countItems(text: string): number {
  const index = new TraceIndex(
    textSource(text),
    { dataOf: () => undefined, release: () => {} },
    { isLineDelimited: false },
  );
  index.read(() => true);
  return index.work.items;
}

function rulesOf(text: string): readonly string[] {
  return checkText(text)
    .findings()
    .map(({ rule }) => rule);
}

describe('reading', () => {
  it('keeps a long string in one piece, whatever it contains', () => {
    const note = 'x [{ y '.repeat(60_000);
    assert.deepEqual(rulesOf(`{"note":"${note}","traces":[${misspelled}]}`), ['unknown-event']);
    assert.deepEqual(rulesOf(`{"note":"${note}" "traces":[${misspelled}]}`), [
      'json-syntax',
      'unknown-event',
    ]);
  });

  it('treats slashes as a comment only if that hides no record', () => {
    const broken = trace.replace('"ims"', '//ims"');
    assert.equal(checkText(`[${broken},${trace},${trace}]`).traceCount, 3);
    assert.deepEqual(rulesOf(`[{ // why\n${misspelled.slice(1)}]`), ['json-syntax', 'unknown-event']);
  });

  it('counts a repeated key of a broken record once', () => {
    const twice = '{"trace_name":"a","trace_name":"b","time":1,"service_type":"IMS"';
    for (const text of [`${twice}}`, `${twice},}`, twice]) assert.equal(checkText(text).kind, 'other');
  });

  it('recognises keys with any kind of whitespace around them', () => {
    const padded = trace.replace('"trace_name"', '"\u00a0trace_name\u3000"');
    assert.equal(readTrace(padded).value('trace_name'), 'createImage');
    assert.deepEqual(rulesOf(padded), []);
  });

  it('reads a number that is followed by whitespace as complete, even in a truncated record', () => {
    const cut = `[${misspelled},{"trace_id":"x","trace_name":"y","code":2 \n`;
    assert.deepEqual(checkText(cut).findings(), checkText(cut).shownFindings());
  });

  it('marks the whole length of a syntax error', () => {
    const file = checkText(`[${misspelled},\n lost ${misspelled}]`);
    assert.deepEqual(file.shownFindings(), file.findings());
  });

  it('reports several commas in a row as one syntax error', () => {
    assert.deepEqual(rulesOf(`[${trace},,, ,\n,${others[0]}]`), ['json-syntax']);
  });

  it('reports a missing opening bracket once', () => {
    assert.deepEqual(rulesOf(`${trace},${others.join()}]`), ['json-syntax']);
  });

  it('reads a wrapper in a page, but none nested deeper', () => {
    const wrapped = `{"context":${misspelled}}`;
    assert.deepEqual(rulesOf(`{"traces":[${wrapped}]}`), ['unknown-event']);
    assert.equal(countItems('{"traces":['.repeat(100_000)), 4);
  });

  it('finds the records of a page whose meta_data lost its closing brace', () => {
    const records = [trace, ...others];
    for (const meta of ['"count":3,"marker":"m"', '"marker":null,"count":3', '"count":3']) {
      for (const joint of [',', ',\n  ', ' ']) {
        const page = `{"meta_data":{${meta}${joint}"traces":[${records.join()}]}`;
        for (const text of [page, `[${page},${page}]`, `${page}\n${page}`]) {
          const isTwice = text !== page;
          const file = checkText(text);
          assert.equal(file.traceCount, isTwice ? 6 : 3, text);
          const broken = file.findings().filter(({ rule }) => rule === 'json-syntax');
          assert.equal(broken.length, isTwice ? 2 : 1, text);
        }
      }
    }
    const foreign = '{"meta_data":{"count":3,"traces":[{"traceID":"a","spans":[]}]}';
    for (const text of [foreign, `${foreign}}`, foreign.slice(0, -2)])
      assert.equal(checkText(text).kind, 'other');
  });

  it('finds the record of a wrapper whose other members are broken', () => {
    const record = trace.replace('{', '{"owner":{"id":"x","name":"y"},');
    const wrappers = [
      `{"id:"1","source":"HC.IMS","data":${record},"subject":"s"}`,
      `{"id":"1" "source":"HC.IMS","data":${record},"subject":"s"}`,
      `{"id":"1","source":HC.IMS,"data":${record},"subject":"s"}`,
      `{"project_id:"p","context":${record}}`,
      `{project_id":"p",\n"context" : ${record}}`,
      `{\n"project_id":"p,\n"context":${record}}`,
      `{"x":{"a:1},"cts":${record}}`,
      `"cts":${record}}`,
      `"context" : ${record},"project_id":"p"}`,
      `"project_id":"p","context":${record}}`,
      `"traces":[${record}]}`,
      `"meta_data":{"count":1},"traces":[${record}]}`,
      `{"meta_data":{"count":1},"traces":${record}]}`,
      `{"traces":${record}],"meta_data":{"count":1}}`,
    ];
    for (const text of wrappers) {
      const file = checkText(text);
      assert.equal(file.traceCount, 1, text);
      assert.deepEqual(rulesOf(text), ['json-syntax'], text);
    }
  });

  it('recovers from a syntax error in a nested value of a single record', () => {
    const record = { user: { name: 'mei', domain: { id: 'd', name: 'acme' } }, tags: [{ k: 'v' }] };
    const valid = JSON.parse(trace);
    const line = JSON.stringify({ time: valid.time, ...record, ...valid, user: record.user });
    const pretty = JSON.stringify(JSON.parse(line), undefined, 2);
    const damages = [
      ...[line.replace('"d"', '"d'), line.replace('"acme"', 'acme"'), line.replace('"mei"', 'mei"')],
      ...[line.replace('"name":"mei"', '"name:"mei"'), line.replace('"k"', 'k"')],
      ...[
        pretty.replace('"user"', 'user"'),
        pretty.replace('"domain"', 'domain"'),
        pretty.replace('"mei"', '"mei'),
      ],
    ];
    for (const text of damages) {
      assert.notEqual(text, line);
      assert.equal(checkText(text).traceCount, 1, text);
      assert.deepEqual(rulesOf(text), ['json-syntax'], text);
    }
  });

  it('finds every record if a bracket or comma between them is missing or wrong', () => {
    const [one = '', two = ''] = others;
    for (const text of [
      `{"traces":${trace},${one},${two}]}`,
      `{"meta_data":{"count":3},"traces":${trace},${one},${two}]}`,
      `[${trace}:${one},${two}]`,
      `[${trace},${one},:\n${two}]`,
      `${trace}\n:${one}\n${two}`,
    ]) {
      assert.equal(checkText(text).traceCount, 3, text);
      assert.deepEqual(rulesOf(text), ['json-syntax'], text);
    }
    assert.deepEqual(rulesOf(`{"context":${trace},"traces":${one},"x":1}`), []);
  });

  it('does not scan the rest of the file for every unclosed bracket', () => {
    const broken = [
      '{"a":1',
      '{"a":1,',
      '{"a":"b"\n',
      '[{"a":[1',
      '{',
      '{"a',
      '["a",{',
      '{"a":1]',
      '[{"traces":',
      '{"meta_data":{"count":1,"traces":[',
    ];
    for (const text of broken) assert.ok(countItems(text.repeat(60_000)) <= 120_002, text);
  });
});
