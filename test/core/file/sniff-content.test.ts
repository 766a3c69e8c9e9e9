import assert from 'node:assert/strict';
import { searchFurther, sniffContent } from '../../../src/core/file/sniff-content';
import { textSource } from '../../../src/core/text/text-source';
import { recordText } from '../../support/records';

const trace = recordText('valid', 1, undefined);
const long = 'x'.repeat(100_000);

/** The result for the beginning of the text, or that of the search if the beginning does not decide. */
function sniff(text: string): string | boolean {
  const source = textSource(text);
  const first = sniffContent(source, false);
  let found: number | boolean = 0;
  while (first === 'search' && typeof found === 'number') found = searchFurther(source, found);
  return first === 'search' ? found === true : first;
}

describe('sniffing a file', () => {
  it('recognises traces and other JSON by the beginning', () => {
    assert.equal(sniff(`[${trace},${trace}]`), 'yes');
    assert.equal(sniff('{"name":"package"}'), 'no');
    assert.equal(sniff(`[{"name":"package"},"${long}"]`), 'no');
  });

  it('searches on if the first object does not end in the beginning', () => {
    assert.equal(sniff(`{"note":"${long}","traces":[${trace}]}`), true);
    assert.equal(sniff(`{"note":"${long}","traces":[]}`), false);
  });

  it('finds a key across the boundary of two search steps', () => {
    const step = 512 * 1024;
    for (const before of [step - 20, step - 13, step - 6, step - 1, step, step + 1]) {
      const head = '{"note":"';
      const text = `${head}${'x'.repeat(before - head.length - 2)}",${trace.slice(1)}`;
      assert.equal(sniff(text), true, String(before));
    }
  });

  it('ignores logs with a trace_id of another kind', () => {
    const logs = Array.from({ length: 2_000 }, (_, number) => `{"trace_id":"${number}","span_id":"a"}`);
    assert.equal(sniff(`{"logs":[${logs.join()}],"note":"${long}"}`), false);
  });

  it('searches no more than 16 MiB', () => {
    assert.equal(sniff(`{"note":"${'x'.repeat(17 * 1024 * 1024)}","traces":[${trace}]}`), false);
  });
});
