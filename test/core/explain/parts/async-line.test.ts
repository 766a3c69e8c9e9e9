import assert from 'node:assert/strict';
import { explainAt } from '../../../../src/core/explain/explain';
import type { AsyncPlace, AsyncPlaces } from '../../../../src/core/explain/parts/explanation';
import { readTrace } from '../../../../src/core/reading/read-trace';
import type { Rating } from '../../../../src/core/record/outcome';
import type { Language } from '../../../../src/core/text/localization';
import { settingsIn } from '../../../support/asking';

/** The lines on the outcome in the explanation of an event that is accepted first. */
function linesOf(asyncPlaces: AsyncPlaces | undefined, service = 'IMS', language: Language = 'en') {
  const trace = readTrace(
    `{"trace_name":"exportImage","service_type":"${service}","resource_type":"ims","trace_rating":"normal"}`,
  );
  const markdown = explainAt(trace, 15, { ...settingsIn(language), asyncPlaces })?.markdown ?? '';
  const lines = markdown.split('\n').map((line) => line.trim());
  return lines.filter((line) => /This trace|Result|Accepted call|本事件|结果\*|已受理的调用/.test(line));
}

function at(
  number: number,
  difference: number,
  rating?: Rating,
  kind: 'line' | 'trace' = 'line',
): AsyncPlace {
  return { place: { kind, number }, difference, rating };
}

describe('the explanation of an accepted call', () => {
  it('locates its result, and no longer says that it may follow', () => {
    assert.deepEqual(linesOf(undefined), [
      '**This trace:** accepted; the result may follow as a second trace with the same name',
    ]);
    const failed: AsyncPlaces = { role: 'result', found: [at(118, 141_000, 'warning')] };
    const lines = ['**This trace:** accepted', '**Result:** line 118, 2 min later, failed'];
    assert.deepEqual(linesOf(failed), lines);
    assert.deepEqual(linesOf(failed, 'ECS'), lines);
    assert.deepEqual(linesOf(failed, 'IMS', 'zh-cn'), [
      '**本事件**：已受理',
      '**结果**：第 118 行，2 分钟后，失败',
    ]);
  });

  it('lists at most three results', () => {
    const found = [at(1, 1000, 'normal', 'trace'), at(2, 2000), at(3, 3000, 'incident'), at(4, 4000)];
    assert.deepEqual(linesOf({ role: 'result', found }), [
      '**This trace:** accepted',
      '**Result:** trace 1, 1 s later, succeeded; line 2, 2 s later; line 3, 3 s later, failed (incident); 1 more',
    ]);
  });
});

describe('the explanation of a result', () => {
  it('locates the call', () => {
    const call: AsyncPlaces = { role: 'call', found: [at(92, -141_000, 'normal')] };
    assert.deepEqual(linesOf(call), [
      '**This trace:** succeeded',
      '**Accepted call:** line 92, 2 min earlier',
    ]);
    assert.deepEqual(linesOf(call, 'IMS', 'zh-cn'), [
      '**本事件**：成功',
      '**已受理的调用**：第 92 行，2 分钟前',
    ]);
  });
});
