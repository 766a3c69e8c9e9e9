import assert from 'node:assert/strict';
import { searchFurther, sniffContent } from '../../../src/core/file/sniff-content';
import { textSource } from '../../../src/core/text/text-source';
import { recordText } from '../../support/records';

const trace = recordText('sound', 1, undefined);
const long = 'x'.repeat(100_000);

/** What the look at the beginning says, and where that does not tell, the search. */
function look(text: string): string | boolean {
  const source = textSource(text);
  const first = sniffContent(source, false);
  let found: number | boolean = 0;
  while (first === 'search' && typeof found === 'number') found = searchFurther(source, found);
  return first === 'search' ? found === true : first;
}

describe('the first look at a file', () => {
  it('tells traces, and other JSON, by the beginning', () => {
    assert.equal(look(`[${trace},${trace}]`), 'yes');
    assert.equal(look('{"name":"package"}'), 'no');
    assert.equal(look(`[{"name":"package"},"${long}"]`), 'no');
  });

  it('searches where the first object goes further than it looks', () => {
    assert.equal(look(`{"note":"${long}","traces":[${trace}]}`), true);
    assert.equal(look(`{"note":"${long}","traces":[]}`), false);
  });

  it('finds a key wherever a stretch of the search ends', () => {
    const step = 512 * 1024;
    for (const before of [step - 20, step - 13, step - 6, step - 1, step, step + 1]) {
      const head = '{"note":"';
      const text = `${head}${'x'.repeat(before - head.length - 2)}",${trace.slice(1)}`;
      assert.equal(look(text), true, String(before));
    }
  });

  it('leaves logs alone that have the trace ids of others', () => {
    const logs = Array.from({ length: 2_000 }, (_, number) => `{"trace_id":"${number}","span_id":"a"}`);
    assert.equal(look(`{"logs":[${logs.join()}],"note":"${long}"}`), false);
  });

  it('searches no more than 16 MiB', () => {
    assert.equal(look(`{"note":"${'x'.repeat(17 * 1024 * 1024)}","traces":[${trace}]}`), false);
  });
});
