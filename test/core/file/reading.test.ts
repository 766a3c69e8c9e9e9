import assert from 'node:assert/strict';
import { TraceIndex } from '../../../src/core/file/trace-index';
import { readTrace } from '../../../src/core/reading/read-trace';
import { textSource } from '../../../src/core/text/text-source';
import { checkText } from '../../support/harness';
import { recordText } from '../../support/records';

const trace = recordText('sound', 2, undefined);
const slip = recordText('slip', 2, undefined);
/** The same record with ids of its own, which are none by their form. */
const others = ['one', 'two'].map((id) => trace.replace(/(?<="trace_id":")[^"]*/, id));

/** How many items a text is read as: what tells whether reading stayed in step. */
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
  it('keeps a long text in one piece, whatever stands in it', () => {
    const note = 'x [{ y '.repeat(60_000);
    assert.deepEqual(rulesOf(`{"note":"${note}","traces":[${slip}]}`), ['unknown-event']);
    assert.deepEqual(rulesOf(`{"note":"${note}" "traces":[${slip}]}`), ['json-syntax', 'unknown-event']);
  });

  it('takes slashes for a comment only where they hide no record', () => {
    const broken = trace.replace('"ims"', '//ims"');
    assert.equal(checkText(`[${broken},${trace},${trace}]`).traceCount, 3);
    assert.deepEqual(rulesOf(`[{ // why\n${slip.slice(1)}]`), ['unknown-event']);
  });

  it('counts a repeated key of a broken record once', () => {
    const twice = '{"trace_name":"a","trace_name":"b","time":1,"service_type":"IMS"';
    for (const text of [`${twice}}`, `${twice},}`, twice]) assert.equal(checkText(text).kind, 'other');
  });

  it('knows keys with blanks of any kind around them', () => {
    const blanks = trace.replace('"trace_name"', '"\u00a0trace_name\u3000"');
    assert.equal(readTrace(blanks).value('trace_name'), 'createImage');
    assert.deepEqual(rulesOf(blanks), []);
  });

  it('reads a number that blanks follow as finished, wherever the record ends', () => {
    const cut = `[${slip},{"trace_id":"x","trace_name":"y","code":2 \n`;
    assert.deepEqual(checkText(cut).findings(), checkText(cut).shownFindings());
  });

  it('shows a broken spot in its whole length', () => {
    const file = checkText(`[${slip},\n lost ${slip}]`);
    assert.deepEqual(file.shownFindings(), file.findings());
  });

  it('takes commas in a row for one broken spot', () => {
    assert.deepEqual(rulesOf(`[${trace},,, ,\n,${others[0]}]`), ['json-syntax']);
  });

  it('tells of a lost opening bracket once', () => {
    assert.deepEqual(rulesOf(`${trace},${others.join()}]`), ['json-syntax']);
  });

  it('looks into a wrapper in a page and no deeper', () => {
    const wrapped = `{"context":${slip}}`;
    assert.deepEqual(rulesOf(`{"traces":[${wrapped}]}`), ['unknown-event']);
    assert.equal(countItems('{"traces":['.repeat(100_000)), 4);
  });

  it('keeps the records of a page whose meta_data lost its closing brace', () => {
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

  it('keeps the record of a wrapper whose other members are broken', () => {
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

  it('finds the way out of what is nested in a record that is alone and broken there', () => {
    const record = { user: { name: 'mei', domain: { id: 'd', name: 'acme' } }, tags: [{ k: 'v' }] };
    const sound = JSON.parse(trace);
    const line = JSON.stringify({ time: sound.time, ...record, ...sound, user: record.user });
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

  it('keeps every record where a bracket or a comma between them is lost', () => {
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

  it('does not look through the rest of the file for every bracket that is not closed', () => {
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
    for (const text of broken) assert.ok(countItems(text.repeat(60_000)) <= 120_001, text);
  });
});
