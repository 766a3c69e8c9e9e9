import assert from 'node:assert/strict';
import Papa from 'papaparse';
import chinese from '../../../../l10n/bundle.l10n.zh-cn.json';
import { maxDistinct } from '../../../../src/core/rows/distinct';
import { addRow, createSummary, type Summary } from '../../../../src/core/rows/summary';
import type { SummaryKey } from '../../../../src/core/rows/summary-key';
import { createLocalizer } from '../../../../src/core/text/localization';
import { painter } from '../../../../src/node/output/colours';
import { summaryCsv } from '../../../../src/node/output/rows/summary-csv';
import { summaryJson } from '../../../../src/node/output/rows/summary-json';
import { summaryTable } from '../../../../src/node/output/rows/summary-table';
import { widthOf } from '../../../../src/node/output/table';
import { english } from '../../../support/harness';
import { rowOfRecord } from '../../../support/rows';

const image = '0b6e7a3c-8d21-4c0f-9a3e-1f2d3c4b5a69';
const records: readonly Readonly<Record<string, unknown>>[] = [
  {
    user: { name: 'mei', domain: { name: 'acme' } },
    time: 1795136523120,
    source_ip: '203.0.113.8',
    resource_id: image,
  },
  {
    user: { name: 'mei', domain: { name: 'acme' } },
    time: 1795140123120,
    trace_rating: 'warning',
    resource_id: image,
  },
  { user: { name: 'mei', domain: { name: 'acme' } }, trace_name: 'login', service_type: 'IAM' },
  { user: { name: '运维账号管理员', domain: { name: '华北' } }, time: '2026-11-20T08:00:00' },
  {},
];

function summaryOf(by: SummaryKey, rows = records): Summary {
  const summary = createSummary(by);
  for (const row of rows)
    addRow(
      summary,
      rowOfRecord({ service_type: 'IMS', trace_name: 'deleteImage', resource_name: 'db', ...row }),
    );
  return summary;
}

function table(summary: Summary, columns?: number, localizer = english): readonly string[] {
  const text = [...summaryTable(summary, { localizer, paint: painter(false), columns })].join('');
  return text.trimEnd().split('\n');
}

describe('summary --format pretty', () => {
  it('is a table with a line for each', () => {
    assert.deepEqual(table(summaryOf('user')), [
      'user                   traces  changes  failed  notable  events  resources  IPs  first (UTC)       last (UTC)        details',
      'mei (acme)                  3        2       1        2       2          2    1  2026-11-20 01:02  2026-11-20 02:02  image copied, exported, shared or deleted: 2; failed: 1 · without a time: 1',
      '运维账号管理员 (华北)       1        1       0        1       1          1    0  2026-11-20 08:00  2026-11-20 08:00  image copied, exported, shared or deleted: 1',
      '(not recorded)              1        1       0        1       1          1    0                                      image copied, exported, shared or deleted: 1 · without a time: 1',
    ]);
  });

  it('has two lines for each if the terminal is narrower', () => {
    assert.deepEqual(table(summaryOf('user'), 80), [
      'user                   traces  changes  failed  notable  events  resources  IPs',
      'mei (acme)                  3        2       1        2       2          2    1',
      '  2026-11-20 01:02 – 2026-11-20 02:02 UTC · image copied, exported, shared or',
      '  deleted: 2; failed: 1 · without a time: 1',
      '运维账号管理员 (华北)       1        1       0        1       1          1    0',
      '  2026-11-20 08:00 UTC · image copied, exported, shared or deleted: 1',
      '(not recorded)              1        1       0        1       1          1    0',
      '  image copied, exported, shared or deleted: 1 · without a time: 1',
    ]);
  });

  it('has a paragraph for each if it is narrower still', () => {
    assert.deepEqual(table(summaryOf('user', records.slice(3, 4)), 40), [
      '运维账号管理员 (华北)',
      '  traces 1 · changes 1 · failed 0 ·',
      '  notable 1 · events 1 · resources 1 ·',
      '  IPs 0 · 2026-11-20 08:00 UTC · image',
      '  copied, exported, shared or deleted: 1',
    ]);
  });

  it('does not count what there is one of in each group', () => {
    const headings = (by: SummaryKey) => (table(summaryOf(by))[0] ?? '').split(/ {2,}/).slice(1, -3);
    const common = ['traces', 'changes', 'failed', 'notable'];
    assert.deepEqual(headings('user'), [...common, 'events', 'resources', 'IPs']);
    assert.deepEqual(headings('event'), [...common, 'resources', 'IPs']);
    assert.deepEqual(headings('resource'), [...common, 'events', 'IPs']);
    assert.deepEqual(headings('ip'), [...common, 'events', 'resources']);
    assert.ok(table(summaryOf('ip', records.slice(3, 4)), 40).every((line) => !line.includes('IPs')));
  });

  it('fits every terminal, in both languages, and cuts no character in two', () => {
    const long = { user: { name: '管理员😀👩‍👩‍👧é'.repeat(30), domain: { name: '账号'.repeat(60) } } };
    for (const localizer of [english, createLocalizer('zh-cn', chinese)])
      for (let columns = 24; columns <= 240; columns += 3)
        for (const line of table(summaryOf('user', [...records, long]), columns, localizer)) {
          assert.ok(widthOf(line) <= columns, `${columns}: ${line}`);
          assert.doesNotMatch(line, /\p{Cs}/u, line);
          assert.doesNotMatch(line, /\u200d…|[👩👧]…?\u200d$/u, line);
        }
  });

  it('is empty without traces', () => {
    assert.deepEqual(table(summaryOf('user', [])), ['']);
  });

  it('keeps control characters and bidirectional marks away from the terminal', () => {
    const hostile = '\u001b[2J\u202egpj\u200f\u2028';
    const record = {
      user: { name: hostile, domain: { name: hostile } },
      resource_name: hostile,
      user_agent: `a${hostile}`,
    };
    for (const by of ['user', 'resource', 'agent', 'account'] as const)
      for (const text of [
        table(summaryOf(by, [record])).join(''),
        table(summaryOf(by, [record]), 80).join(''),
        table(summaryOf(by, [record]), 30).join(''),
        [...summaryJson(summaryOf(by, [record]))].join('').replaceAll('\n', ''),
        [...summaryCsv(summaryOf(by, [record]))].join('').replaceAll('\n', ''),
      ])
        assert.doesNotMatch(text, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  });
});

describe('summary --format json', () => {
  it('has all counts of each', () => {
    assert.deepEqual(JSON.parse([...summaryJson(summaryOf('user', records.slice(0, 3)))].join('')), {
      version: 1,
      by: 'user',
      groups: [
        {
          key: 'mei',
          within: 'acme',
          count: 3,
          first: '2026-11-20T01:02:03.120Z',
          last: '2026-11-20T02:02:03.120Z',
          withoutTime: 1,
          withoutZone: 0,
          changes: 2,
          failures: 1,
          notable: 2,
          reasons: { failed: 1, 'sensitive-image-event': 2 },
          events: 2,
          resources: 2,
          ips: 1,
        },
      ],
      traces: 3,
    });
  });

  it('has null for what traces do not say, and no groups without traces', () => {
    assert.equal(JSON.parse([...summaryJson(summaryOf('user', [{}]))].join('')).groups[0].key, null);
    assert.deepEqual(JSON.parse([...summaryJson(summaryOf('user', []))].join('')).groups, []);
  });

  it('says where a count is only the least', () => {
    const many = Array.from({ length: maxDistinct + 1 }, (_, n) => ({ resource_id: `r${n}` }));
    const [group] = JSON.parse([...summaryJson(summaryOf('service', many))].join('')).groups;
    assert.deepEqual([group.resources, group.atLeast], [maxDistinct + 1, ['resources']]);
    assert.match([...summaryCsv(summaryOf('service', many))].join(''), /,1,>1000,0\n$/);
    assert.match(table(summaryOf('service', many))[1] ?? '', / >1,000 /);
  });
});

describe('summary --format csv', () => {
  it('has a line for each that another library reads', () => {
    const { data, errors } = Papa.parse<Record<string, string>>(
      [...summaryCsv(summaryOf('resource'))].join(''),
      {
        header: true,
        skipEmptyLines: true,
      },
    );
    assert.deepEqual(errors, []);
    assert.deepEqual(data[0], {
      resource: image,
      within: '',
      names: 'db',
      count: '2',
      first: '2026-11-20T01:02:03.120Z',
      last: '2026-11-20T02:02:03.120Z',
      withoutTime: '0',
      withoutZone: '0',
      changes: '2',
      failures: '1',
      notable: '2',
      reasons: 'failed=1 sensitive-image-event=2',
      events: '1',
      resources: '1',
      ips: '1',
    });
  });

  it('makes text of what a spreadsheet would run', () => {
    const text = [
      ...summaryCsv(summaryOf('user', [{ user: { name: '=1+1', domain: { name: '@x' } } }])),
    ].join('');
    assert.match(text, /\n'=1\+1,'@x,/);
  });
});
