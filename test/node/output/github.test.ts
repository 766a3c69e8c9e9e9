import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
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

const syntaxError = `[${json(validTrace)} rubbish]`;

/** The commands in the log of a step, as the documentation of GitHub Actions says that they are read. */
function annotationsIn(log: string): readonly Readonly<Record<string, string>>[] {
  return log.split('\n').flatMap((line) => {
    const [, level = '', properties = '', message = ''] = /^::(\w+) ([^:]*)::(.*)$/.exec(line) ?? [];
    if (level === '') return [];
    const entries = properties.split(',').map((property) => {
      const [name = '', ...value] = property.split('=');
      return [name, unescapeCommand(value.join('='))];
    });
    return [{ level, ...Object.fromEntries(entries), message: unescapeCommand(message) }];
  });
}

function unescapeCommand(value: string): string {
  return value
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%');
}

function countLevels(log: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { error: 0, warning: 0, notice: 0 };
  for (const { level = '' } of annotationsIn(log)) counts[level] = (counts[level] ?? 0) + 1;
  return counts;
}

const check = (cwd: string, ...args: readonly string[]) =>
  ctsTrace(['check', '.', '--format', 'github', ...args], { cwd, env: { GITHUB_STEP_SUMMARY: undefined } });

describe('cts-trace check --format github', () => {
  after(removeFolders);

  it('makes an annotation of each finding, the gravest first, and says the totals', async () => {
    const cwd = folderWith({ 'a/a.json': json(misspelledTrace, hint), 'b.json': syntaxError });
    const { code, out } = await check(cwd);
    const common = { line: '1', endLine: '1' };
    assert.deepEqual(annotationsIn(out), [
      {
        ...common,
        level: 'error',
        file: 'b.json',
        col: '148',
        endColumn: '149',
        title: 'json-syntax',
        message: 'Invalid JSON: missing comma before this',
      },
      {
        ...common,
        level: 'warning',
        file: 'a/a.json',
        col: '80',
        endColumn: '94',
        title: 'unknown-event',
        message: 'Unknown IMS event "createImages". Did you mean "createImage"?',
      },
      {
        ...common,
        level: 'notice',
        file: 'a/a.json',
        col: '227',
        endColumn: '242',
        title: 'event-spelling',
        message: 'Event "deleteMemeber" is also documented as "deleteMember". Search for both spellings',
      },
    ]);
    assert.deepEqual(
      [code, out.split('\n').at(-2)],
      [1, '1 error, 1 warning, 1 hint in 2 trace files (3 traces)'],
    );
  });

  it('leaves columns out of a finding on several lines', async () => {
    const request = { list: ['x'] };
    const trace = JSON.stringify({ ...validTrace, request: '{', trace_type: request }, null, 2);
    const { out } = await check(folderWith({ 'a.json': trace }));
    const found = annotationsIn(out).find(({ line, endLine }) => line !== endLine);
    assert.deepEqual(
      [found?.['title'], found?.['col'], found?.['endColumn']],
      ['wrong-field-type', undefined, undefined],
    );
  });

  it('escapes what would end a property or a message, and what would steer the log', async function () {
    if (process.platform === 'win32') this.skip();
    const file = 'a,b:c%\u001B[2J\n::error::x.json';
    const name = '100%\r\n::warning::x \u202E';
    const cwd = folderWith({ [file]: json({ ...misspelledTrace, trace_name: name }) });
    const { out } = await check(cwd);
    assert.equal(annotationsIn(out).length, 1);
    const [{ file: shown, message = '' } = {}] = annotationsIn(out);
    assert.equal(shown, 'a,b:c%\uFFFD[2J\uFFFD::error::x.json');
    assert.ok(message.includes('"100%\uFFFD\uFFFD::warning::x \uFFFD"'), message);
    assert.doesNotMatch(out, /[^\n\P{C}]/u);
  });

  it('gives the runner no commands of its older form', async () => {
    const digest = {
      project_id: 'p',
      digest_start_time: '2026-11-20T03-00-00Z',
      digest_end_time: '2026-11-20T04-00-00Z',
      digest_bucket: 'audit',
      digest_object: 'o',
      log_files: [
        { bucket: 'audit', object: '##[error]x.json.gz', log_hash_value: 'x', log_hash_algorithm: 'MD5' },
      ],
    };
    const { out } = await check(folderWith({ 'digest.json': json(digest), 'a.json': json(validTrace) }));
    assert.match(out, /Missing: "## \[error\]x/);
  });

  it('makes no more annotations than the site keeps, and a notice for the others of each rule', async () => {
    const cwd = folderWith({
      'a.json': `[${`${json(validTrace)} rubbish,`.repeat(13)}${json(validTrace)}]`,
      'b.json': json(
        ...Array.from({ length: 14 }, () => misspelledTrace),
        ...Array.from({ length: 15 }, () => hint),
      ),
    });
    const { out } = await check(cwd);
    assert.deepEqual(countLevels(out), { error: 10, warning: 10, notice: 10 });
    const notices = annotationsIn(out).filter(({ level }) => level === 'notice');
    assert.deepEqual(
      notices.slice(-3).map(({ title, message, file }) => [title, message, file]),
      [
        ['json-syntax', '3 more findings of json-syntax, which are not listed', 'a.json'],
        ['unknown-event', '4 more findings of unknown-event, which are not listed', 'b.json'],
        ['event-spelling', '8 more findings of event-spelling, which are not listed', 'b.json'],
      ],
    );
  });

  it('makes none of accepted findings, but counts them', async () => {
    const traceId = '8b2f7e10-9a56-11f0-b1c4-0242ac120002';
    const cwd = folderWith({ 'a.json': json({ ...misspelledTrace, trace_id: traceId }) });
    const args = ['--rule', 'trace-id-clock=off', '--write-accepted', 'ok.txt', '--reason', 'known'];
    const { code, out } = await check(cwd, ...args);
    assert.deepEqual([code, out], [0, 'No findings in 1 trace file (1 trace); 1 accepted\n']);
  });

  it('adds to the summary of the step, in which nothing of a trace becomes markup', async () => {
    const name = '<img src=x> **b** [l](https://example.com)';
    const cwd = folderWith({
      'summary.md': 'before\n',
      '`a`.json': json({ ...misspelledTrace, trace_name: name }, ...Array.from({ length: 120 }, () => hint)),
    });
    const env = { GITHUB_STEP_SUMMARY: path.join(cwd, 'summary.md') };
    await ctsTrace(['check', '.', '--format', 'github'], { cwd, env });
    const written = readFileSync(path.join(cwd, 'summary.md'), 'utf8');
    assert.ok(written.startsWith('before\n### CTS Trace Lens\n\n1 warning, 120 hints in 1 trace file'));
    assert.ok(written.includes('- **unknown-event** · 1 warning\n- **event-spelling** · 120 hints\n'));
    assert.ok(written.includes('- warning · ``'), written);
    assert.ok(written.includes('\\<img src=x\\> \\*\\*b\\*\\* \\[l\\](https\\://example.com)'), written);
    assert.match(written, /\n21 more findings, which are not listed\n$/);
    assert.equal(written.match(/^- /gm)?.length, 102);
  });

  it('says so if the summary cannot be written, and that alone is no failure', async () => {
    const cwd = folderWith({ 'a.json': json(validTrace) });
    const env = { GITHUB_STEP_SUMMARY: path.join(cwd, 'gone/summary.md') };
    const { code, err } = await ctsTrace(['check', 'a.json', '--format', 'github'], { cwd, env });
    assert.equal(code, 0);
    assert.match(err, /summary\.md" cannot be written: ENOENT\n$/);
  });

  it('writes no summary in other formats', async () => {
    const cwd = folderWith({ 'a.json': json(validTrace), 'summary.md': '' });
    writeFileSync(path.join(cwd, 'summary.md'), '');
    await ctsTrace(['check', 'a.json'], { cwd, env: { GITHUB_STEP_SUMMARY: path.join(cwd, 'summary.md') } });
    assert.equal(readFileSync(path.join(cwd, 'summary.md'), 'utf8'), '');
  });
});
