import assert from 'node:assert/strict';
import path from 'node:path';
import {
  ctsTrace,
  folderWith,
  hint,
  json,
  misspelledTrace,
  removeFolders,
  validTrace,
} from '../../support/command';

const twoTraces = `[\n  ${json(validTrace)},\r\n  ${json(misspelledTrace)}\n]\n`;

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
        { path: 'a.json', kind: 'traces', traces: 2, findings: [finding] },
        {
          path: 'b.json',
          kind: 'other',
          traces: 0,
          findings: [],
          note: 'is not a trace file and was not checked: no object in it has the fields of a trace',
        },
      ],
      summary: { files: 2, traces: 2, error: 0, warning: 1, information: 0, hint: 0 },
    });
    assert.equal(answer.code, 1);
    assert.match(answer.err, /^cts-trace: "b\.json" is not a trace file [^\n]+\n$/);
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
      'a/x.json.gz': '',
      'a/y.jsonl.gz': '',
      'a/z.json': json(validTrace),
      'b.json': 'a\0',
    });
    const { out, code } = await ctsTrace(['check', 'a', 'b.json', 'c.json', '--format', 'json'], { cwd });
    const { files, summary } = JSON.parse(out);
    const gzipped = "is gzipped. Unzip it first, or pipe it in: 'gunzip -c FILE | cts-trace check -'";
    assert.deepEqual(
      files.map((file: Readonly<Record<string, string>>) => [file['path'], file['kind'], file['note']]),
      [
        [path.join('a', 'x.json.gz'), 'unreadable', gzipped],
        [path.join('a', 'y.jsonl.gz'), 'unreadable', gzipped],
        [path.join('a', 'z.json'), 'traces', undefined],
        [
          'b.json',
          'unreadable',
          'is not text: it contains NUL characters. UTF-16 must begin with a byte order mark',
        ],
        ['c.json', 'unreadable', 'cannot be opened: no such file or folder'],
      ],
    );
    assert.deepEqual([code, summary.files, summary.traces], [2, 5, 1]);
  });

  it('prints JSON if there is nothing to check', async () => {
    const { out, err, code } = await ctsTrace(['check', '--format', 'json'], { cwd: folderWith({}) });
    const summary = { files: 0, traces: 0, error: 0, warning: 0, information: 0, hint: 0 };
    assert.deepEqual(JSON.parse(out), { version: 1, files: [], summary });
    assert.equal(
      err,
      'cts-trace: No files were checked. In folders, only *.json, *.jsonl and *.ndjson are read\n',
    );
    assert.equal(code, 0);
  });

  it('lists 700,000 findings in little memory', async function () {
    this.timeout(60_000);
    const cwd = folderWith({
      'a.json': `[${json(validTrace)}${',{"time":1,"trace_id":2}'.repeat(100_000)}]`,
    });
    const args = ['check', 'a.json', '--rule', 'duplicate-trace=off'];
    // The text, its index and the program itself take half of it; the findings would take ten times as much
    const { code, out } = await ctsTrace(args, { cwd, env: { NODE_OPTIONS: '--max-old-space-size=64' } });
    assert.deepEqual([code, out.split('\n').length], [1, 700_002]);
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
