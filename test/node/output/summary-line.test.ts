import assert from 'node:assert/strict';
import messages from '../../../l10n/bundle.l10n.zh-cn.json';
import { createLocalizer, type Localizer } from '../../../src/core/text/localization';
import { painter } from '../../../src/node/output/colours';
import { emptySummary, type Summary } from '../../../src/node/output/report';
import { summaryLine } from '../../../src/node/output/summary-line';
import { english } from '../../support/harness';

const chinese = createLocalizer('zh-cn', messages);

const clean: Summary = {
  ...emptySummary,
  files: 4,
  traces: 1151,
  byKind: { ...emptySummary.byKind, traces: 4 },
};
const single: Summary = {
  ...emptySummary,
  files: 1,
  traces: 1,
  byKind: { ...emptySummary.byKind, traces: 1 },
};

const expected: readonly (readonly [what: string, summary: Summary, en: string, zh: string])[] = [
  ['nothing', emptySummary, 'No trace files found', '没有找到事件文件'],
  [
    'files without traces only',
    { ...emptySummary, files: 2, byKind: { ...emptySummary.byKind, other: 2 } },
    'No trace files found; not checked: 2 files without traces',
    '没有找到事件文件；未检查：2 个不含事件的文件',
  ],
  ['one clean file', single, 'No findings in 1 trace file (1 trace)', '1 个事件文件（1 个事件）没有检查结果'],
  [
    'several clean files',
    clean,
    'No findings in 4 trace files (1,151 traces)',
    '4 个事件文件（1,151 个事件）没有检查结果',
  ],
  [
    'a file that is cut off',
    { ...single, inPart: 1, isWhole: false },
    'No findings in 1 trace file (1 trace); 1 file was read only in part',
    '1 个事件文件（1 个事件）没有检查结果；1 个文件只读取了一部分',
  ],
  [
    'files read in part and others',
    { ...clean, inPart: 1200, byKind: { ...clean.byKind, digest: 1 } },
    'No findings in 4 trace files (1,151 traces); 1,200 files were read only in part; not checked: 1 digest file',
    '4 个事件文件（1,151 个事件）没有检查结果；1,200 个文件只读取了一部分；未检查：1 个摘要文件',
  ],
  [
    'one finding',
    { ...single, bySeverity: { ...single.bySeverity, information: 1 }, filesWithFindings: 1 },
    '1 info in 1 trace file (1 trace)',
    '1 个事件文件（1 个事件）中有 1 条信息',
  ],
  [
    'findings in some of the files',
    {
      ...clean,
      bySeverity: { error: 0, warning: 3, information: 0, hint: 1200 },
      filesWithFindings: 1,
    },
    '3 warnings, 1,200 hints in 1 of 4 trace files (1,151 traces)',
    '4 个事件文件（1,151 个事件）中，1 个文件有 3 个警告、1,200 条提示',
  ],
  [
    'findings in all files',
    { ...clean, bySeverity: { error: 2, warning: 1, information: 2, hint: 1 }, filesWithFindings: 4 },
    '2 errors, 1 warning, 2 infos, 1 hint in 4 trace files (1,151 traces)',
    '4 个事件文件（1,151 个事件）中有 2 个错误、1 个警告、2 条信息、1 条提示',
  ],
  [
    'files that were not checked',
    { ...clean, files: 9, byKind: { traces: 4, digest: 2, other: 1, unreadable: 2 }, isWhole: false },
    'No findings in 4 trace files (1,151 traces); not checked: 2 digest files, 1 file without traces, 2 unreadable files',
    '4 个事件文件（1,151 个事件）没有检查结果；未检查：2 个摘要文件、1 个不含事件的文件、2 个无法读取的文件',
  ],
];

describe('the summary line', () => {
  for (const [what, summary, en, zh] of expected) {
    it(`is a sentence about ${what}, in both languages`, () => {
      const totals = { summary, acceptance: undefined };
      assert.equal(summaryLine(totals, english, painter(false)), en);
      assert.equal(summaryLine(totals, chinese, painter(false)), zh);
    });
  }

  it('says how many findings are accepted, even if none are', () => {
    const summary = { ...clean, files: 5, byKind: { traces: 4, digest: 1, other: 0, unreadable: 0 } };
    const line = (count: number, localizer: Localizer) =>
      summaryLine({ summary, acceptance: { count, unmatched: [] } }, localizer, painter(false));
    assert.deepEqual(
      [line(0, english), line(1234, chinese)],
      [
        'No findings in 4 trace files (1,151 traces); 0 accepted; not checked: 1 digest file',
        '4 个事件文件（1,151 个事件）没有检查结果；已接受 1,234 条；未检查：1 个摘要文件',
      ],
    );
  });
});
