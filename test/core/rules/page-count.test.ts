import assert from 'node:assert/strict';
import { assertFindings, checkText, onlyRule } from '../../support/harness';
import { recordText } from '../../support/records';

const settings = onlyRule('page-count');
const trace = recordText('valid', 1, undefined);

function countsOf(text: string): readonly string[] {
  return checkText(text, settings)
    .findings()
    .map(
      ({ message }) =>
        /count is (.*), but the page has (\d+)\./.exec(message)?.slice(1).join(' and ') ?? message,
    );
}

function page(count: unknown, records: readonly string[]): string {
  return `{"meta_data":{"count":${JSON.stringify(count)},"marker":null},"traces":[${records.join(',')}]}`;
}

describe('page-count', () => {
  it('marks the count of a page with more or fewer records', () => {
    const start = '"traces":[{"trace_id":"a","trace_name":"b","trace_type":"t","service_type":"c"}';
    assertFindings(
      `[
      {${start}],"meta_data":{"count":1}},
      {${start}],"meta_data":{"marker":"m","count": 2}},
      //                                                                                                                   ^ page-count: meta_data.count is 2, but the page has 1. Check for missing or added traces
      {"meta_data":{"count":0},${start}]}
      //                    ^ page-count: meta_data.count is 0, but the page has 1. Check for missing or added traces
    ]`,
      settings,
    );
  });

  it('counts records in wrappers and damaged ones, but nothing else', () => {
    assert.deepEqual(countsOf(page(2, [`{"context":${trace}}`, `{"data":${trace}}`])), []);
    assert.deepEqual(countsOf(page(2, [trace, '{"trace_id":"x","time":1}'])), []);
    assert.deepEqual(countsOf(page(2, [trace, '{"name":"other"}', '7'])), ['2 and 1']);
    assert.deepEqual(countsOf(page(1, [trace]).replace('"count":1', '"more":{"count":9},"count":1')), []);
    assert.deepEqual(
      countsOf(`{"count":9,"meta_data":{"count":2},"traces":[${trace}],"traces":[${trace}]}`),
      [],
    );
  });

  it('counts each page separately', () => {
    const pages = [page(1, [trace]), page(3, [trace, trace]), page(0, []), page(2, [])];
    assert.deepEqual(countsOf(pages.join('\n')), ['3 and 2', '2 and 0']);
    assert.deepEqual(countsOf(`[${pages.join(',')}]`), ['3 and 2', '2 and 0']);
  });

  it('counts pages of thousands of records', () => {
    const records = Array.from({ length: 3_000 }, (_, index) => recordText('valid', index, undefined));
    assert.deepEqual(countsOf(page(3_000, records)), []);
    assert.deepEqual(countsOf(`${page(2_999, records)}${page(1, [trace])}`), ['2999 and 3000']);
  });

  it('is silent if a page is broken, truncated or has no count', () => {
    const whole = page(5, [trace]);
    assert.deepEqual(countsOf(whole), ['5 and 1']);
    for (const cut of [whole.slice(0, -1), whole.slice(0, -2), whole.slice(0, -9)])
      assert.deepEqual(countsOf(cut), []);
    assert.deepEqual(countsOf(whole.replace('"traces"', '"x" "traces"')), []);
    assert.deepEqual(countsOf(page(5, [trace, '{"trace_id":"x","time":}'])), []);
    for (const count of ['5', null, {}, true]) assert.deepEqual(countsOf(page(count, [trace])), []);
    assert.deepEqual(countsOf(`{"meta_data":{"marker":"x"},"traces":[${trace}]}`), []);
  });

  it('uses the last of a repeated count', () => {
    assert.deepEqual(countsOf(`{"meta_data":{"count":7},"meta_data":{"count":1},"traces":[${trace}]}`), []);
    assert.deepEqual(countsOf(`{"meta_data":{"count":7,"count":1},"traces":[${trace}]}`), []);
  });
});
