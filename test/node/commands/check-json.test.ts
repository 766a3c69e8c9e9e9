import assert from 'node:assert/strict';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  ctsTrace,
  folderWith,
  hint,
  json,
  misspelledTrace,
  removeFolders,
  validTrace,
} from '../../support/command';

const packed = gzipSync(
  `${json(validTrace)}\n${json(validTrace)}\n${json(...Array.from({ length: 40 }, (_, index) => ({ ...validTrace, index })))}`,
);
const twoTraces = `[\n  ${json(validTrace)},\r\n  ${json(misspelledTrace)}\n]\n`;

const noFiles = {
  read: 0,
  'read-in-part': 0,
  'no-traces': 0,
  digest: 0,
  unreadable: 0,
  'passed-over': 0,
};

describe('cts-trace check --format json', () => {
  after(removeFolders);

  it('prints all documented properties', async () => {
    const cwd = folderWith({ 'a.json': twoTraces, 'b.json': '{}' });
    const answer = await ctsTrace(['check', 'a.json', 'b.json', '--format', 'json'], { cwd });
    const offset = twoTraces.indexOf('"createImages"');
    const column = offset - twoTraces.lastIndexOf('\n', offset);
    const finding = {
      rule: 'unknown-event',
      severity: 'warning',
      message: 'Unknown IMS event "createImages". Did you mean "createImage"?',
      trace: 1,
      keyPath: '/trace_name',
      line: 3,
      column,
      endLine: 3,
      endColumn: column + 14,
      offset,
      length: 14,
      fixes: [
        {
          title: 'Replace with "createImage" (edits the record)',
          edits: [{ offset, length: 14, text: '"createImage"' }],
        },
      ],
    };
    assert.deepEqual(JSON.parse(answer.out), {
      version: 1,
      files: [
        { path: 'a.json', kind: 'traces', traces: 2, findings: [finding], outcome: 'read' },
        {
          path: 'b.json',
          kind: 'other',
          traces: 0,
          findings: [],
          outcome: 'no-traces',
          note: 'is not a trace file and was not checked: no object in it has the fields of a trace',
        },
      ],
      summary: { files: 2, traces: 2, error: 0, warning: 1, information: 0, hint: 0 },
      coverage: {
        files: { ...noFiles, read: 1, 'no-traces': 1 },
        traces: 2,
        untimed: 0,
        first: 1700000000000,
        last: 1700000000000,
        missing: [],
      },
    });
    assert.equal(answer.code, 1);
    assert.match(answer.err, /^cts-trace: "b\.json" is not a trace file [^\n]+\n$/);
  });

  it('says where in which trace a finding is, also in JSON within strings, and never quotes a credential', async () => {
    const traceId = '8B2F7E10-9A56-11F0-B1C4-0242AC120002';
    const request = JSON.stringify({ users: [{}, { adminPass: 'Invented-Pa55' }] });
    const { trace_type: _, ...rest } = { ...misspelledTrace, trace_id: traceId, request };
    const cwd = folderWith({ 'a.json': json(rest, { ...misspelledTrace, trace_id: 'x' }) });
    const { out } = await ctsTrace(['check', 'a.json', '--format', 'json', '--rule', 'trace-id-clock=off'], {
      cwd,
    });
    const places = JSON.parse(out).files[0].findings.map((finding: Readonly<Record<string, unknown>>) => [
      finding['rule'],
      finding['traceId'],
      finding['keyPath'],
    ]);
    const id = traceId.toLowerCase();
    assert.deepEqual(places, [
      ['missing-field', id, '/trace_type'],
      ['unknown-event', id, '/trace_name'],
      ['exposed-secret', id, '/request/users/1/adminPass'],
      ['unknown-event', undefined, '/trace_name'],
    ]);
    assert.doesNotMatch(out, /Invented/);
  });

  it('prints each file and each finding on its own line', async () => {
    const cwd = folderWith({ 'a.json': json(hint, hint), 'b.json': json(validTrace) });
    const { out } = await ctsTrace(['check', '.', '--format', 'json'], { cwd });
    const starts = out.split('\n').map((line) => line.slice(0, 20));
    assert.deepEqual(starts, [
      '{"version":1,"files"',
      '{"path":"a.json","ki',
      '{"rule":"event-spell',
      '{"rule":"event-spell',
      '{"path":"b.json","ki',
      '],"summary":{"files"',
      '',
    ]);
  });

  it('omits the trace of a syntax error between traces', async () => {
    const cwd = folderWith({ 'a.json': `[${json(validTrace)} rubbish ${json(validTrace)}]` });
    const { out } = await ctsTrace(['check', 'a.json', '--format', 'json'], { cwd });
    const [finding] = JSON.parse(out).files[0].findings;
    assert.deepEqual([finding.rule, Object.hasOwn(finding, 'trace')], ['json-syntax', false]);
  });

  it('has an entry for everything that was not read', async () => {
    const cwd = folderWith({
      'a/x.json.gz': packed.subarray(0, 5),
      'a/y.jsonl.gz': packed.subarray(0, -20),
      'a/z.json': json(validTrace),
      'b.json': 'a\0',
    });
    const { out, code } = await ctsTrace(['check', 'a', 'b.json', 'c.json', '--format', 'json'], { cwd });
    const { files, summary } = JSON.parse(out);
    const cut =
      'is cut off: the gzipped data ends too early. What could be unpacked was read. Download it again';
    assert.deepEqual(
      files.map(({ path: at, kind, outcome, note }: Readonly<Record<string, string>>) => [
        at,
        kind,
        outcome,
        note,
      ]),
      [
        [path.join('a', 'x.json.gz'), 'unreadable', 'unreadable', cut],
        [path.join('a', 'y.jsonl.gz'), 'traces', 'read-in-part', cut],
        [path.join('a', 'z.json'), 'traces', 'read', undefined],
        [
          'b.json',
          'unreadable',
          'unreadable',
          'is not text: it contains NUL characters. UTF-16 must begin with a byte order mark',
        ],
        ['c.json', 'unreadable', 'unreadable', 'cannot be opened: no such file or folder'],
      ],
    );
    assert.deepEqual([code, summary.files, summary.traces], [2, 5, 40]);
  });

  it('prints JSON if there is nothing to check', async () => {
    const { out, err, code } = await ctsTrace(['check', '--format', 'json'], { cwd: folderWith({}) });
    const summary = { files: 0, traces: 0, error: 0, warning: 0, information: 0, hint: 0 };
    const coverage = { files: noFiles, traces: 0, untimed: 0, missing: [] };
    assert.deepEqual(JSON.parse(out), { version: 1, files: [], summary, coverage });
    assert.equal(
      err,
      'cts-trace: No files were checked. In folders, only *.json, *.jsonl and *.ndjson are read, also with .gz at the end\n',
    );
    assert.equal(code, 0);
  });

  it('lists 700,000 findings in little memory', async function () {
    this.timeout(60_000);
    const cwd = folderWith({
      'a.json': `[${json(validTrace)}${',{"time":1,"trace_id":2}'.repeat(100_000)}]`,
    });
    const args = ['check', 'a.json', '--rule', 'duplicate-trace=off'];
    // The findings would take ten times as much
    const { code, out } = await ctsTrace(args, { cwd, env: { NODE_OPTIONS: '--max-old-space-size=64' } });
    assert.deepEqual([code, out.split('\n').length], [1, 700_003]);
  });

  it('lists every finding of a large file, sorted by offset', async () => {
    const cwd = folderWith({ 'a.json': json(...Array.from({ length: 3000 }, () => misspelledTrace)) });
    const { out } = await ctsTrace(['check', 'a.json', '--format', 'json'], { cwd });
    const offsets: number[] = JSON.parse(out).files[0].findings.map(
      (finding: { offset: number }) => finding.offset,
    );
    assert.equal(offsets.length, 3000);
    assert.deepEqual(
      offsets,
      [...offsets].sort((a, b) => a - b),
    );
  });
});
