import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  bundle,
  ctsTrace,
  folderWith,
  hint,
  json,
  misspelledTrace,
  removeFolders,
  validTrace,
} from '../../support/command';
import { readSarif } from '../../support/sarif';

const id = (number: number) => `ad165000-c5f7-11f0-9c1e-${String(number).padStart(12, '0')}`;
const misspelled = (number: number) => ({ ...misspelledTrace, trace_id: id(number) });
const rules = ['--rule', 'trace-id-clock=off'];
const write = ['--write-accepted', 'ok.json', '--reason', 'renamed in our region', '--author', 'mei'];

const check = (cwd: string, ...args: readonly string[]) =>
  ctsTrace(['check', 'a', ...rules, ...args], { cwd });
const readJson = (...at: readonly string[]) => JSON.parse(readFileSync(path.join(...at), 'utf8'));

/** The entries of a file without their date, which is that of the run. */
function entriesIn(cwd: string): readonly unknown[] {
  return readJson(cwd, 'ok.json').accepted.map((entry: Readonly<Record<string, unknown>>) => {
    const { date, ...rest } = entry;
    assert.match(String(date), /^20\d\d-\d\d-\d\d$/);
    return rest;
  });
}

const entry = (number: number, keyPath = '/trace_name', rule = 'unknown-event') => ({
  rule,
  traceId: id(number),
  keyPath,
  reason: 'renamed in our region',
  author: 'mei',
});

describe('accepted findings on the command line', () => {
  after(removeFolders);

  it('are written, and then count neither for the exit code nor in the totals', async () => {
    const cwd = folderWith({
      'a/a.json': json(misspelled(1), { ...hint, trace_id: id(2) }),
      'a/b.json': json(misspelled(3)),
    });
    assert.deepEqual(await check(cwd, ...write), {
      code: 0,
      out: 'No findings in 2 trace files (3 traces); 3 accepted\n',
      err: 'cts-trace: "ok.json" accepts 3 more findings\n',
    });
    assert.deepEqual(entriesIn(cwd), [entry(1), entry(2, '/trace_name', 'event-spelling'), entry(3)]);
    writeFileSync(path.join(cwd, 'a/b.json'), json(misspelled(3), misspelled(4)));
    const { code, out, err } = await check(cwd, '--accepted', 'ok.json');
    assert.deepEqual(
      [code, out.split('\n').slice(1), err],
      [1, ['1 warning in 1 of 2 trace files (4 traces); 3 accepted', ''], ''],
    );
  });

  it('stay accepted wherever the trace is, whatever its form', async () => {
    const cwd = folderWith({ 'a/a.json': json(misspelled(1)) });
    await check(cwd, ...write);
    writeFileSync(
      path.join(cwd, 'a/a.json'),
      `[\n\n${JSON.stringify({ ...misspelled(1), trace_id: id(1).toUpperCase() }, null, 2)}]`,
    );
    const { code, out } = await check(cwd, '--accepted', 'ok.json');
    assert.deepEqual([code, out], [0, 'No findings in 1 trace file (1 trace); 1 accepted\n']);
  });

  it('are merged with those of an existing file, which keep their reason', async () => {
    const cwd = folderWith({ 'a/a.json': json(misspelled(1)) });
    await check(cwd, ...write);
    writeFileSync(path.join(cwd, 'a/a.json'), json(misspelled(1), misspelled(2)));
    const { err } = await check(cwd, '--write-accepted', 'ok.json', '--reason', 'another');
    assert.equal(err, 'cts-trace: "ok.json" accepts 1 more finding\n');
    const { author: _, ...second } = entry(2);
    assert.deepEqual(entriesIn(cwd), [entry(1), { ...second, reason: 'another' }]);
  });

  it('that are in no trace with an id cannot be accepted, which is said', async () => {
    const cwd = folderWith({ 'a/a.json': `[${json(misspelled(1))} rubbish ${json(misspelledTrace)}]` });
    const { code, out, err } = await check(cwd, ...write);
    assert.equal(code, 1);
    assert.match(
      out,
      /^a.a\.json.*\[json-syntax\]\na.a\.json.*\[unknown-event\]\n1 error, 1 warning in 1 trace file \(2 traces\); 1 accepted\n/,
    );
    assert.equal(
      err,
      'cts-trace: Findings that cannot be accepted, since they are in no trace whose trace_id is a UUID: 2\ncts-trace: "ok.json" accepts 1 more finding\n',
    );
    assert.deepEqual(entriesIn(cwd), [entry(1)]);
  });

  it('leave no file if there is nothing to accept', async () => {
    const cwd = folderWith({ 'a/a.json': json({ ...misspelled(1), trace_name: 'createImage' }) });
    const { code, err } = await check(cwd, ...write);
    assert.deepEqual([code, err], [0, 'cts-trace: "ok.json" is unchanged: there is nothing new to accept\n']);
    assert.deepEqual(readdirSync(cwd), ['a']);
  });

  it('are named if they match nothing any more', async () => {
    const cwd = folderWith({ 'a/a.json': json(misspelled(1), { ...hint, trace_id: id(2) }) });
    await check(cwd, ...write);
    writeFileSync(path.join(cwd, 'a/a.json'), json(misspelled(3)));
    const gone = `cts-trace: Accepted finding no longer found: unknown-event in trace ${id(1)} at "/trace_name"\n`;
    const spelling = gone.replace('unknown-event', 'event-spelling').replace(id(1), id(2));
    assert.equal((await check(cwd, '--accepted', 'ok.json')).err, gone + spelling);
    // Of a rule that is off nothing can be found
    const { err } = await check(cwd, '--accepted', 'ok.json', '--rule', 'event-spelling=off');
    assert.equal(err, gone);
    writeFileSync(
      path.join(cwd, 'a/a.json'),
      json({ ...validTrace, trace_name: 'deleteImage', trace_id: id(4) }),
    );
    const turnedOn = ['--rule', 'notable-event=information'];
    await check(cwd, '--write-accepted', 'notable.json', '--reason', 'x', ...turnedOn);
    assert.equal(readJson(cwd, 'notable.json').accepted.length, 1);
    writeFileSync(path.join(cwd, 'a/a.json'), json(misspelled(3)));
    assert.equal((await check(cwd, '--accepted', 'notable.json')).err, '');
    assert.match(
      (await check(cwd, '--accepted', 'notable.json', ...turnedOn)).err,
      /no longer found: notable-event/,
    );
    const found = JSON.parse((await check(cwd, '--accepted', 'ok.json', '--format', 'json')).out);
    assert.deepEqual(found.accepted, {
      count: 0,
      unmatched: [
        { rule: 'unknown-event', traceId: id(1), keyPath: '/trace_name' },
        { rule: 'event-spelling', traceId: id(2), keyPath: '/trace_name' },
      ],
    });
  });

  for (const [what, files, args] of [
    ['was passed over', { 'a/x.json': '[]' }, ['--exclude', '**/x.json']],
    ['cannot be read', { 'a/x.json': 'a\0' }, []],
    ['is cut off', { 'a/x.json': '[{' }, ['b.json']],
  ] as const)
    it(`are not called unmatched if an input ${what}`, async () => {
      const cwd = folderWith({ 'a/a.json': json(misspelled(1)) });
      await check(cwd, ...write);
      for (const [name, text] of Object.entries(files)) writeFileSync(path.join(cwd, name), text);
      writeFileSync(path.join(cwd, 'a/a.json'), json(misspelled(2)));
      const { err } = await check(cwd, '--accepted', 'ok.json', ...args);
      assert.doesNotMatch(err, /no longer/);
    });

  it('are marked in the JSON output, and counted apart', async () => {
    const cwd = folderWith({ 'a/a.json': json(misspelled(1), misspelled(2)) });
    const accepted = [{ ...entry(2), date: '2026-11-20' }];
    writeFileSync(path.join(cwd, 'ok.json'), JSON.stringify({ version: 1, accepted }));
    const { out, code } = await check(cwd, '--accepted', 'ok.json', '--format', 'json');
    const { files, summary, accepted: totals } = JSON.parse(out);
    assert.deepEqual(
      files[0].findings.map(({ traceId, accepted }: Readonly<Record<string, unknown>>) => [
        traceId,
        accepted,
      ]),
      [
        [id(1), undefined],
        [id(2), { reason: 'renamed in our region', author: 'mei', date: '2026-11-20' }],
      ],
    );
    assert.deepEqual([code, summary.warning, totals], [1, 1, { count: 1, unmatched: [] }]);
  });

  it('in a file within the evidence are not used unless the user names it', async () => {
    const cwd = folderWith({ 'a/a.json': json(misspelled(1)) });
    await check(cwd, '--write-accepted', 'a/cts-accepted.json', '--reason', 'mine');
    const { code, out } = await check(cwd);
    assert.deepEqual(
      [code, out.split('\n').at(-2)],
      [1, '1 warning in 1 trace file (1 trace); not checked: 1 file without traces'],
    );
  });

  for (const [what, text, problem] of [
    ['is missing', undefined, 'cannot be opened: no such file or folder'],
    [
      'is broken',
      '{"version": 1,\n "accepted": [{}',
      'line 2, column 17: Invalid file of accepted findings; none of it is used: invalid JSON',
    ],
    [
      'is of another form',
      json(misspelled(1)),
      'line 1, column 1: Invalid file of accepted findings; none of it is used: expected an object with "version": 1 and a list "accepted"',
    ],
  ] as const)
    it(`from a file that ${what} are an error, and nothing is read`, async () => {
      const cwd = folderWith({ 'a/a.json': json(misspelled(1)), ...(text && { 'ok.json': text }) });
      const expected = { code: 2, out: '', err: `cts-trace: "ok.json" ${problem}\n` };
      assert.deepEqual(await check(cwd, '--accepted', 'ok.json'), expected);
      if (text === undefined) return;
      assert.deepEqual(await check(cwd, ...write), expected);
      assert.equal(readFileSync(path.join(cwd, 'ok.json'), 'utf8'), text);
    });

  it('that cannot be written give exit code 2, and what was there stays (needs permissions: not as root, not on Windows)', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    const cwd = folderWith({ 'a/a.json': json(misspelled(1)) });
    chmodSync(cwd, 0o500);
    const { code, err } = await check(cwd, ...write);
    chmodSync(cwd, 0o700);
    assert.deepEqual([code, err], [2, 'cts-trace: "ok.json" cannot be written: EACCES\n']);
    assert.deepEqual(readdirSync(cwd), ['a']);
  });

  it('in a folder that does not exist leave nothing behind', async () => {
    const cwd = folderWith({ 'a/a.json': json(misspelled(1)) });
    const { code, err } = await check(cwd, '--write-accepted', 'gone/ok.json', '--reason', 'x');
    assert.deepEqual([code, err], [2, 'cts-trace: "gone/ok.json" cannot be written: ENOENT\n']);
    assert.deepEqual(readdirSync(cwd), ['a']);
  });

  it('are written to where a link leads (needs links: not on Windows)', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ 'a/a.json': json(misspelled(1)) });
    mkdirSync(path.join(cwd, 'b'));
    writeFileSync(path.join(cwd, 'b/real.json'), '{"version":1,"accepted":[]}');
    symlinkSync('b/real.json', path.join(cwd, 'ok.json'));
    await check(cwd, ...write);
    assert.equal(readJson(cwd, 'b/real.json').accepted.length, 1);
    assert.deepEqual(readdirSync(path.join(cwd, 'b')), ['real.json']);
  });

  it('are not written if the output is closed early', async () => {
    const many = Array.from({ length: 5000 }, (_, number) => misspelled(number));
    const cwd = folderWith({ 'a/a.json': json(...many) });
    const { code, err } = await ctsTrace(['check', 'a', ...rules, '--format', 'json', ...write], {
      cwd,
      isCutOff: true,
    });
    assert.deepEqual([code, err], [2, 'cts-trace: "ok.json" was not written: the run was interrupted\n']);
    assert.deepEqual(readdirSync(cwd), ['a']);
  });

  it('are not written by a run that is interrupted, which says so in its output', async () => {
    const cwd = folderWith({ 'a.json': json(misspelled(1)) });
    const args = ['check', 'a.json', '-', '--jobs', '1', '--format', 'sarif', ...rules, ...write];
    const child = spawn(process.execPath, [bundle, ...args], {
      cwd,
      env: { ...process.env, LANG: 'en_US.UTF-8' },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (text) => {
      out += text;
    });
    child.stderr.on('data', (text) => {
      err += text;
    });
    child.stdin.write(' ');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    child.kill('SIGINT');
    assert.equal(await new Promise((resolve) => child.on('close', resolve)), 130);
    assert.match(err, /"ok\.json" was not written: the run was interrupted\n$/);
    assert.equal(readSarif(out).invocations?.[0]?.executionSuccessful, false);
    assert.deepEqual(readdirSync(cwd), ['a.json']);
  }).timeout(20_000);

  it('that worker threads find are the same', async () => {
    const filler = 'x'.repeat(200_000);
    const files = Object.fromEntries(
      Array.from({ length: 100 }, (_, number) => [
        `a/${number}.json`,
        json({ ...misspelled(number), filler }),
      ]),
    );
    const cwd = folderWith(files);
    await check(cwd, ...write, '--jobs', '2');
    const written = entriesIn(cwd);
    const { out } = await check(cwd, '--accepted', 'ok.json', '--jobs', '1');
    assert.deepEqual(
      [written.length, out],
      [100, 'No findings in 100 trace files (100 traces); 100 accepted\n'],
    );
  }).timeout(20_000);

  for (const [args, message] of [
    [['--write-accepted', 'x'], "'--write-accepted' needs '--reason'"],
    [['--reason', 'x'], "'--reason' is only valid with '--write-accepted'"],
    [['--accepted', 'y', '--author', 'x'], "'--author' is only valid with '--write-accepted'"],
    [['--write-accepted', 'x', '--reason', ' '], "The value of '--reason' is empty"],
  ] as const)
    it(`are a usage error with ${args.join(' ')}`, async () => {
      const { code, out, err } = await ctsTrace(['check', ...args]);
      assert.deepEqual([code, out, err.split('\n')[0]], [2, '', `cts-trace: ${message}`]);
    });
});
