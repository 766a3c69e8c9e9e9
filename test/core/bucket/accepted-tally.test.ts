import assert from 'node:assert/strict';
import type { Acceptance } from '../../../src/core/accepted/acceptance';
import type { BucketReport } from '../../../src/core/bucket/bucket-report';
import type { BucketMessage, BucketRoot } from '../../../src/core/bucket/bucket-request';
import { resultText, stateText } from '../../../src/core/bucket/bucket-texts';
import type { BucketNode } from '../../../src/core/bucket/tree/bucket-node';
import { bucketTree } from '../../../src/core/bucket/tree/bucket-tree';
import type { Filter } from '../../../src/core/rows/filter';
import { utc } from '../../../src/core/text/zoned-time';
import { checkBucket } from '../../../src/node/editor/bucket-check';
import { folderWith, json, removeFolders, validTrace } from '../../support/command';
import { english } from '../../support/harness';

const idOf = (number: number) => `5f0c1d9a-1111-4222-8333-${String(number).padStart(12, '0')}`;

function misspelt(number: number) {
  return { ...validTrace, trace_name: 'createImages', trace_id: idOf(number) };
}

function acceptanceOf(number: number, rule = 'unknown-event', keyPath = '/trace_name'): Acceptance {
  return { rule, traceId: idOf(number), keyPath, reason: 'known here', date: '2026-11-20' };
}

interface Checked {
  readonly report: BucketReport;
  /** The findings of each file, as `trace rule`. */
  readonly findings: readonly (readonly string[])[];
}

async function check(
  files: Readonly<Record<string, string>>,
  accepted: readonly Acceptance[],
  {
    levels = {},
    filter = {},
    exclude = [],
  }: Partial<Pick<BucketRoot, 'levels' | 'exclude'>> & {
    readonly filter?: Filter;
  } = {},
): Promise<Checked> {
  const messages: BucketMessage[] = [];
  const root: BucketRoot = {
    location: folderWith(files),
    prefix: '',
    exclude,
    excludeBase: '',
    levels,
    fieldOrder: 'file',
    additions: [],
    accepted,
  };
  await checkBucket({ language: 'en', filter, roots: [root] }, '', (message) => messages.push(message));
  const report = messages.flatMap((message) => (message.kind === 'report' ? message.report : []))[0];
  assert.ok(report);
  const ofFiles = messages.flatMap((message) => (message.kind === 'files' ? message.files : []));
  return {
    report,
    findings: ofFiles.map((file) => file.findings.map(({ trace, rule }) => `${trace} ${rule}`)),
  };
}

/** Indented labels with their descriptions. */
function linesOf(nodes: readonly BucketNode[], indent = ''): readonly string[] {
  return nodes.flatMap(({ label, description, children }) => [
    `${indent}${[label, description].join(' | ')}`,
    ...linesOf(children?.() ?? [], `${indent}  `),
  ]);
}

describe('accepted findings of a bucket', () => {
  after(removeFolders);

  it('are counted apart, and those that are not there are named', async () => {
    const files = { 'a.json': json([misspelt(1), misspelt(2)]), 'b.json': json([misspelt(3)]) };
    const { report, findings } = await check(files, [acceptanceOf(1), acceptanceOf(3), acceptanceOf(4)]);
    assert.deepEqual(findings, [['1 unknown-event'], []]);
    assert.deepEqual([report.counts.warning, report.rules.map(({ count }) => count)], [1, [1]]);
    assert.deepEqual(
      report.files.map((file) => file.findings.warning),
      [1, 0],
    );
    const settings = { localizer: english, timeZone: utc, findingsOf: () => [] };
    const accepted = bucketTree(report, settings).filter(({ id }) => id === 'accepted');
    const message = 'Unknown IMS event "createImages". Did you mean "createImage"?';
    assert.deepEqual(linesOf(accepted), [
      'Accepted | 2',
      `  ${message} | accepted: known here · 2026-11-20`,
      `  ${message} | accepted: known here · 2026-11-20`,
      '  Not found here | 1',
      `    unknown-event | /trace_name · ${idOf(4)}`,
    ]);
    assert.equal(resultText(report, english), 'Checked 3 traces in 2 files: 1 warning. Accepted: 2.');
    assert.equal(stateText(report, '', [], english), '2 accepted findings');
  });

  it('do not take the place of others where only the first are given out', async () => {
    const count = 1005;
    const traces = Array.from({ length: count }, (_, number) => misspelt(number));
    const accepted = traces.slice(0, 10).map((_, number) => acceptanceOf(number));
    const { report, findings } = await check({ 'a.json': json(traces) }, accepted);
    assert.deepEqual([report.counts.warning, report.accepted.count], [count - 10, 10]);
    assert.equal(findings[0]?.length, count - 10);
  });

  it('may be copies in other files', async () => {
    const files = { 'a.json': json([misspelt(1)]), 'b.json': json([misspelt(1)]) };
    const { report } = await check(files, [acceptanceOf(1, 'duplicate-trace', '/trace_id')]);
    assert.deepEqual([report.accepted.count, report.accepted.unmatched], [1, []]);
    assert.deepEqual(
      report.rules.map(({ rule }) => rule),
      ['unknown-event'],
    );
  });

  it('are not said to be gone unless all was checked', async () => {
    const gone = [acceptanceOf(9)];
    const files = { 'a.json': json([misspelt(1)]) };
    const unmatchedIn = async (...args: Parameters<typeof check>) =>
      (await check(...args)).report.accepted.unmatched?.length;
    assert.equal(await unmatchedIn(files, gone), 1);
    assert.equal(await unmatchedIn(files, gone, { levels: { 'unknown-event': 'off' } }), 0);
    assert.equal(await unmatchedIn(files, gone, { filter: { users: ['nobody'] } }), undefined);
    const others = { ...files, 'b.json': json([misspelt(9)]) };
    assert.equal(await unmatchedIn(others, gone, { exclude: ['b.json'] }), undefined);
  });
});
