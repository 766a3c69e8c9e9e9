import assert from 'node:assert/strict';
import { explainAt } from '../../../../src/core/explain/explain';
import type { LikelyCounterpart, LikelyCounterparts } from '../../../../src/core/explain/parts/explanation';
import { readTrace } from '../../../../src/core/reading/read-trace';
import type { Language } from '../../../../src/core/text/localization';
import { settingsIn } from '../../../support/asking';

/** The counterpart line in the explanation of a `createImage`. */
function lineOf(counterparts: LikelyCounterparts | undefined, language: Language = 'en'): string | undefined {
  const trace = readTrace('{"trace_name":"createImage","service_type":"IMS","resource_type":"ims"}');
  const markdown = explainAt(trace, 15, { ...settingsIn(language), counterparts })?.markdown ?? '';
  return markdown
    .split('\n')
    .find((line) => /Likely|可能/.test(line))
    ?.trim();
}

function at(number: number, difference: number, kind: 'line' | 'trace' = 'line'): LikelyCounterpart {
  return { place: { kind, number }, difference };
}

describe('the explanation of an event name', () => {
  it('locates the likely counterpart and gives the time difference', () => {
    const found = [at(42, 16_000)];
    assert.equal(
      lineOf({ side: 'glance', found }),
      '**Likely Glance counterpart:** line 42, +16 s (same resource within 10 minutes)',
    );
    assert.equal(
      lineOf({ side: 'ims', found: [at(7, -150_000, 'trace')] }),
      '**Likely IMS counterpart:** trace 7, −2 min (same resource within 10 minutes)',
    );
    assert.equal(
      lineOf({ side: 'glance', found }, 'zh-cn'),
      '**可能对应的 Glance 事件**：第 42 行，+16 秒（同一资源，10 分钟以内）',
    );
  });

  it('lists at most three', () => {
    const found = [at(1, 0), at(2, -999), at(3, 1000), at(4, 2000), at(5, 2000)];
    assert.equal(
      lineOf({ side: 'glance', found }),
      '**Likely Glance counterpart:** line 1, same time; line 2, −999 ms; line 3, +1 s; 2 more (same resource within 10 minutes)',
    );
    assert.equal(
      lineOf({ side: 'ims', found: found.slice(0, 4) }, 'zh-cn'),
      '**可能对应的 IMS 事件**：第 1 行，同一时间；第 2 行，−999 毫秒；第 3 行，+1 秒；另有 1 个（同一资源，10 分钟以内）',
    );
  });

  it('notes that there is none, and omits the line without a search', () => {
    assert.equal(
      lineOf({ side: 'glance', found: [] }),
      '**Likely Glance counterpart:** none in this file (same resource within 10 minutes)',
    );
    assert.equal(
      lineOf({ side: 'glance', found: [] }, 'zh-cn'),
      '**可能对应的 Glance 事件**：本文件中没有（同一资源，10 分钟以内）',
    );
    assert.equal(lineOf(undefined), undefined);
  });
});
