import assert from 'node:assert/strict';
import { tryDamagedText } from '../../fuzz/damaged-texts';
import { tryEdits } from '../../fuzz/edits';
import { Random } from '../../fuzz/random';
import { checkText } from '../../support/harness';
import { validRecord } from '../../support/records';
import { runs } from '../../support/runs';

const records = Array.from({ length: 10 }, (_, number) =>
  JSON.stringify({ ...validRecord(number), trace_name: 'createImage' }),
);
const [first = '', second = '', third = ''] = records;

/** Cuts a record in the middle of its `user`. */
function cut(record: string): string {
  return record.slice(0, record.indexOf('"acme"'));
}

/** Traces and syntax errors of a text; any other finding fails. */
function read(text: string): { readonly traces: number; readonly errors: number } {
  const file = checkText(text);
  const findings = file.findings();
  const others = findings.filter(({ rule }) => rule !== 'json-syntax' && rule !== 'page-count');
  assert.deepEqual(others, []);
  return {
    traces: file.traceCount,
    errors: findings.filter(({ rule }) => rule === 'json-syntax').length,
  };
}

describe('damaged files', function () {
  this.timeout(runs.timeout);

  it('yield each of several wrapped records that are cut, one a line', () => {
    for (const opening of ['{"context":', '{"cts":', '{"id":"e","source":"HC.IMS","data":']) {
      const lines = records.slice(0, 5).map((record) => `${opening}${cut(record)}\n`);
      assert.deepEqual(read(lines.join('')), { traces: 5, errors: 5 }, opening);
      assert.equal(read(`[${lines.map((line) => line.trimEnd()).join(',\n')}\n]`).traces, 5, opening);
    }
  });

  it('yield each of several wrapped records that are cut before a value', () => {
    const lines = records
      .slice(0, 5)
      .map((record) => `{"context":${record.slice(0, record.indexOf('{"name"'))}\n`);
    assert.deepEqual(read(lines.join('')), { traces: 5, errors: 5 });
  });

  it('yield all whole records of pages that are cut, and what is left of the others', () => {
    const page = (one: string, other: string) => `{"meta_data":{"count":2},"traces":[${one},${cut(other)}`;
    const pages = [0, 2, 4, 6, 8].map((number) => page(records[number] ?? '', records[number + 1] ?? ''));
    assert.deepEqual(read(pages.join('\n')), { traces: 10, errors: 5 });
    assert.equal(read(`[${pages.join(',\n')}]`).traces, 10);
  });

  it('yield the records of pages that lack their closing brackets', () => {
    const pages = [0, 2, 4, 6, 8].map((number) => `{"traces":[${records[number]},${records[number + 1]}`);
    assert.equal(read(pages.join('\n')).traces, 10);
    assert.equal(read(`[${pages.join(',\n')}]`).traces, 10);
  });

  it('yield the records of a page whose meta_data is damaged, with one error', () => {
    const heads = [
      '{"meta_data":{"count":3,"marker:"m"},',
      '{"meta_data": {...}, ',
      '{"meta_data":{"count":3,"marker":<cut>},',
      '{"meta_data":{"count":3,"marker":"m",',
      '{"meta_data":{"count":3 "marker":"m"},',
      '{"meta_data":{"count":3,,"marker":"m"},',
      '{"meta_data":{"count":,"marker":"m"},',
      '{"meta_data":{count:3},',
      '{"meta_data":{"count":3]},',
      '{"meta_data":<cut>,',
      '{"meta_data":,',
      '{"meta_data" {"count":3},',
      '{meta_data":{"count":3},',
    ];
    for (const head of heads)
      assert.deepEqual(
        read(`${head}"traces":[${first},${second},${third}]}`),
        { traces: 3, errors: 1 },
        head,
      );
  });

  it('have one finding for one broken spot, however long it is', () => {
    for (const mark of ['{', '"', '[', ']', '}', ',', ':', '{"', '"}', '{[', '][', '}{', '::"']) {
      for (const count of [1, 2, 3, 40, 2_000]) {
        const text = `[${first},${mark.repeat(count)}${second},${third}]`;
        const { traces, errors } = read(text);
        assert.equal(traces, 3, `${count} times ${mark}`);
        // A bracket that closes the array leaves a comma before it and one after it, which are wrong now
        assert.ok(errors <= 3, `${count} times ${mark}: ${errors} errors`);
      }
    }
  });

  it('keep the records of joined arrays after any number of stray brackets, with one error', () => {
    const arrays = records.slice(0, 6).map((record) => `[${record}]`);
    for (const count of [1, 2, 3, 4, 40, 63, 64, 65, 2_000])
      for (const separator of ['', '\n', '\r\n'])
        for (const broken of [0, 2, 4]) {
          const damaged = arrays.map((array, index) =>
            index === broken ? `${array.slice(0, -1)}${'['.repeat(count)}]` : array,
          );
          const text = damaged.join(separator);
          assert.deepEqual(read(text), { traces: 6, errors: 1 }, `${count} after record ${broken}: ${text}`);
        }
  });

  it('read arrays of arrays of records down to a depth of 64', () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}${first},${second}${']'.repeat(depth)}`;
    for (const depth of [1, 2, 3, 4, 40, 64]) assert.deepEqual(read(nested(depth)), { traces: 2, errors: 0 });
    assert.deepEqual(read(`${nested(65)}\n[${third}]`), { traces: 1, errors: 0 });
  });

  it('take a stray brace in a record for what it is', () => {
    for (const brace of ['{', '{{', '{{{{{{{{']) {
      for (const key of ['"trace_name"', '"trace_rating"', '"user"', '"empty"']) {
        const text = `[${first},${second.replace(key, `${brace}${key}`)},${third}]`;
        assert.deepEqual(read(text), { traces: 3, errors: 1 }, `${brace} before ${key}`);
      }
    }
  });

  it('are told from a JSON schema of a trace that lost a bracket', () => {
    const field = '{"type":"string"}';
    const schema = `"properties":{"trace_name":${field},"trace_type":${field},"service_type":${field},"time":${field}}}`;
    assert.deepEqual(read(schema), { traces: 0, errors: 0 });
  });

  it('have a finding for what a JSON parser rejects: comments, and words right after a record', () => {
    assert.deepEqual(read(`[${first.replace(',', ', /* why */ ')}]`), { traces: 1, errors: 1 });
    assert.deepEqual(read(`[${first.replace(',', ', // why\n')},\n${second}]`), { traces: 2, errors: 1 });
    assert.deepEqual(read(`${first}12`), { traces: 1, errors: 1 });
    assert.deepEqual(read(`${first}null\n${second}`), { traces: 2, errors: 1 });
    assert.deepEqual(read(`[${first} 12,${second}]`), { traces: 2, errors: 1 });
    assert.deepEqual(read(`${first} ${second}\n${third}`), { traces: 3, errors: 0 });
  });

  it('may be one-line values followed by values over several lines', () => {
    const laidOut = records.slice(3, 6).map((record) => JSON.stringify(JSON.parse(record), undefined, 2));
    const [one = '', two = '', three = ''] = laidOut;
    const lines = `${first}\n${second}\n`;
    assert.deepEqual(read(`${lines}${one}\n${two}\n${third}\n`), { traces: 5, errors: 0 });
    assert.deepEqual(read(`${lines}[\n${one},\n${two}\n]\n${third}\n`), { traces: 5, errors: 0 });
    const page = JSON.stringify(
      { traces: [JSON.parse(records[6] ?? ''), JSON.parse(records[7] ?? '')] },
      undefined,
      2,
    );
    assert.deepEqual(read(`${lines}${page}\n${third}\n${three}`), { traces: 6, errors: 0 });
    // What is cut off in between costs nothing but itself
    assert.deepEqual(read(`${lines}${one.slice(0, 200)}\n${third}\n${two}`), { traces: 5, errors: 1 });
    assert.deepEqual(read(`${lines}${cut(third)}\n${one}\n`), { traces: 4, errors: 1 });
  });

  it('lose no record to random damage, and none is made up', () => {
    for (let seed = 1; seed <= 4_000 * runs.times; seed++) {
      const failure = tryDamagedText(new Random(seed));
      assert.equal(failure, undefined, `seed ${seed}: ${failure?.change}\n${failure?.text}`);
    }
  });

  it('are the same when kept up with edits as when read from scratch', () => {
    for (let seed = 1; seed <= 600 * runs.times; seed++) {
      const failure = tryEdits(new Random(seed));
      assert.equal(failure, undefined, `seed ${seed}: ${failure?.change}\n${failure?.text}`);
    }
  });

  it('keep up with a third comma after two', () => {
    assert.deepEqual(read(`[${first},,,${second}]`), { traces: 2, errors: 1 });
  });
});
