import assert from 'node:assert/strict';
import messages from '../../../l10n/bundle.l10n.zh-cn.json';
import { type SummaryFacts, summaryLine } from '../../../src/core/assist/summary-line';
import type { FileSummary } from '../../../src/core/check/file-summary';
import { createLocalizer } from '../../../src/core/text/localization';
import { english } from '../../support/harness';

const chinese = createLocalizer('zh-cn', messages);

const summary: FileSummary = {
  traceCount: 1510,
  failedCount: 12,
  times: { first: Date.UTC(2026, 10, 20, 4, 2, 58), last: Date.UTC(2026, 10, 21, 3, 12, 5) },
  damage: undefined,
};
const facts: SummaryFacts = {
  summary,
  traceCount: 1510,
  counts: { error: 0, warning: 3, information: 1, hint: 0 },
  hasLongLine: false,
  placeOf: (offset) => ({ unit: 'line', number: offset / 10 }),
};
const noFindings = { error: 0, warning: 0, information: 0, hint: 0 };

function titles(changes: Partial<SummaryFacts>, localizer = english, timeZone?: string): readonly string[] {
  return summaryLine({ ...facts, ...changes }, localizer, timeZone).map(({ title }) => title);
}

describe('the summary line', () => {
  it('says what a file holds, and what each part leads to', () => {
    assert.deepEqual(
      summaryLine(facts, english).map(({ title, action }) => [title, action]),
      [
        ['1,510 traces', { kind: 'traces' }],
        ['12 failed traces', { kind: 'next-failure' }],
        ['3 warnings · 1 info', { kind: 'findings' }],
        ['2026-11-20 04:02 – 2026-11-21 03:12 UTC', { kind: 'traces' }],
      ],
    );
    assert.deepEqual(titles({}, chinese), [
      '1,510 个事件',
      '12 个失败的事件',
      '3 个警告 · 1 条信息',
      '2026-11-20 04:02 – 2026-11-21 03:12 UTC',
    ]);
  });

  it('gives times in the time zone, and no date twice', () => {
    const timesOf = (changes: Partial<FileSummary>, timeZone?: string) =>
      titles({ summary: { ...summary, ...changes } }, english, timeZone).at(-1);
    assert.equal(timesOf({}, 'Asia/Shanghai'), '2026-11-20 12:02 – 2026-11-21 11:12 GMT+08:00');
    const day = Date.UTC(2026, 10, 20);
    const sameDay = { first: day, last: day + 3_600_000 };
    assert.equal(timesOf({ times: sameDay }), '2026-11-20 00:00 – 01:00 UTC');
    assert.equal(timesOf({ times: { first: day, last: day } }), '2026-11-20 00:00 UTC');
    assert.equal(timesOf({ times: undefined }), '3 warnings · 1 info');
    assert.equal(titles({ summary: { ...summary, traceCount: 1 } })[0], '1 trace');
    const winter = { first: Date.UTC(2026, 9, 24), last: Date.UTC(2026, 9, 26) };
    assert.equal(
      timesOf({ times: winter }, 'Europe/Berlin'),
      '2026-10-24 02:00 GMT+02:00 – 2026-10-26 01:00 GMT+01:00',
    );
  });

  it('leads to hints, which the Problems panel does not list, if there is nothing else', () => {
    const last = (changes: Partial<SummaryFacts['counts']>) =>
      summaryLine(
        { ...facts, summary: { ...summary, times: undefined }, counts: { ...noFindings, ...changes } },
        english,
      ).at(-1);
    assert.deepEqual(last({ hint: 2 }), {
      title: '2 hints',
      tooltip: 'Show the hints, which the Problems panel does not list',
      action: { kind: 'hints' },
    });
    assert.deepEqual(last({ information: 1, hint: 2 })?.action, { kind: 'findings' });
    assert.deepEqual(last({})?.action, { kind: 'findings' });
  });

  it('never says of a damaged file that it has no findings', () => {
    const whole = { ...summary, failedCount: 0, times: undefined };
    assert.deepEqual(titles({ summary: whole, counts: noFindings }), ['1,510 traces', 'no findings']);
    const cut = { ...whole, damage: { kind: 'cut', offset: 510 } as const };
    assert.deepEqual(titles({ summary: cut, counts: noFindings }), ['1,510 traces', 'cut off at line 51']);
    assert.deepEqual(titles({ summary: cut }), ['1,510 traces', 'cut off at line 51', '3 warnings · 1 info']);
    const inOneLine = {
      summary: cut,
      placeOf: (offset: number) => ({ unit: 'column', number: offset }) as const,
    };
    assert.equal(titles({ ...inOneLine })[1], 'cut off at column 510');
    assert.equal(titles({ ...inOneLine }, chinese)[1], '文件不完整，在第 510 列中断');
    const broken = { ...whole, damage: { kind: 'broken', offset: 510 } as const };
    assert.deepEqual(summaryLine({ ...facts, summary: broken, counts: noFindings }, english).at(-1)?.action, {
      kind: 'place',
      offset: 510,
    });
  });

  it('offers the formatted view for a long line, even if the summary is turned off', () => {
    assert.deepEqual(titles({ hasLongLine: true }).slice(0, 1), ['Open Formatted']);
    assert.deepEqual(titles({ hasLongLine: true, summary: undefined }), ['Open Formatted · 1,510 traces']);
    assert.deepEqual(titles({ summary: undefined }), []);
  });
});
