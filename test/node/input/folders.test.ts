import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  bundle,
  ctsTrace,
  folderWith,
  json,
  misspelledTrace,
  removeFolders,
  validTrace,
} from '../../support/command';

const text = json(validTrace);

/** The files that a check reads, the exit code, and stderr. */
async function check(cwd: string, ...paths: readonly string[]) {
  const { out, err, code } = await ctsTrace(['check', ...paths, '--format', 'json'], { cwd });
  const files: readonly { path: string; kind: string }[] = JSON.parse(out).files;
  return { files: files.map((file) => `${file.path.replaceAll('\\', '/')} ${file.kind}`), code, err };
}

describe('cts-trace check reads', () => {
  after(removeFolders);

  it('the trace files of folders, sorted by name', async () => {
    const cwd = folderWith({
      'b.JSON': text,
      'a.jsonl': text,
      'c/d/e.ndjson': text,
      'c/a.json': text,
      'c.json': text,
      'readme.txt': text,
      'node_modules/x.json': text,
      'c/.git/x.json': text,
      '.hidden/x.json': text,
    });
    const files = [
      '.hidden/x.json traces',
      'a.jsonl traces',
      'b.JSON traces',
      'c/a.json traces',
      'c/d/e.ndjson traces',
      'c.json traces',
    ];
    assert.deepEqual(await check(cwd, '.'), { files, code: 0, err: '' });
    assert.deepEqual(await check(cwd), { files, code: 0, err: '' });
  });

  it('named files once, in the given order and whatever their extension', async () => {
    const cwd = folderWith({ 'b.txt': text, 'a/x.json': text, 'node_modules/x.json': text });
    const { files } = await check(cwd, 'b.txt', 'a', path.join(cwd, 'a/x.json'), './b.txt', 'node_modules');
    assert.deepEqual(files, ['b.txt traces', 'a/x.json traces', 'node_modules/x.json traces']);
  });

  it('the other files if one is missing, and exits with 2 regardless of findings', async () => {
    const cwd = folderWith({ 'a.json': json(misspelledTrace) });
    assert.deepEqual(await check(cwd, 'gone.json', 'a.json'), {
      files: ['gone.json unreadable', 'a.json traces'],
      code: 2,
      err: 'cts-trace: "gone.json" cannot be opened: no such file or folder\n',
    });
  });

  it('paths with wildcards that no shell has expanded, and names that look like that', async () => {
    const cwd = folderWith({
      'a/1.json': text,
      'a/b/2.json.gz': gzipSync(text),
      'a/[x].json': text,
      'c.json': text,
    });
    assert.deepEqual(await check(cwd, 'a/**/*.json*'), {
      files: ['a/1.json traces', 'a/[x].json traces', 'a/b/2.json.gz traces'],
      code: 0,
      err: '',
    });
    assert.deepEqual((await check(cwd, 'a/[x].json', '?.json')).files, [
      'a/[x].json traces',
      'c.json traces',
    ]);
    assert.deepEqual(await check(cwd, 'z*.json'), {
      files: ['z*.json unreadable'],
      code: 2,
      err: 'cts-trace: "z*.json" cannot be opened: no such file or folder\n',
    });
  });

  it('folders with gzipped files', async () => {
    const packed = gzipSync(text);
    const cwd = folderWith({
      'a/x.json.gz': packed,
      'a/y.jsonl.gz': packed,
      'a/y.txt.gz': packed,
      'a/z.json': text,
    });
    assert.deepEqual(await check(cwd, 'a'), {
      files: ['a/x.json.gz traces', 'a/y.jsonl.gz traces', 'a/z.json traces'],
      code: 0,
      err: '',
    });
  });

  it('no configuration files', async () => {
    const settings = '{"ctsTrace.rules": {"unknown-event": "off"}}';
    const cwd = folderWith({
      '.vscode/settings.json': settings,
      '.cts-trace.json': settings,
      'a.json': json(misspelledTrace),
    });
    assert.equal((await check(cwd)).code, 1);
  });
});

describe('cts-trace check, with symbolic links and file permissions,', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  after(removeFolders);

  it('terminates on cyclic links', async () => {
    const cwd = folderWith({ 'a/x.json': text });
    symlinkSync('..', path.join(cwd, 'a/up'));
    symlinkSync('a', path.join(cwd, 'b'));
    symlinkSync('x.json', path.join(cwd, 'a/y.json'));
    assert.deepEqual(await check(cwd), { files: ['a/x.json traces'], code: 0, err: '' });
  });

  it('reports broken links', async () => {
    const cwd = folderWith({});
    symlinkSync('gone', path.join(cwd, 'a.json'));
    symlinkSync('b.json', path.join(cwd, 'b.json'));
    symlinkSync('gone', path.join(cwd, 'c'));
    const answer = await check(cwd);
    assert.deepEqual(answer.files, ['a.json unreadable', 'b.json unreadable']);
    assert.match(answer.err, /"b\.json" cannot be opened: the link points back to itself\n$/);
  });

  it('reads a named pipe given by the user, but none found in a folder', async () => {
    const cwd = folderWith({});
    execFileSync('mkfifo', [path.join(cwd, 'pipe.json')]);
    assert.deepEqual((await check(cwd)).files, []);
    const script = `echo '${json(misspelledTrace)}' > pipe.json & "${process.execPath}" "${bundle}" check pipe.json --lang en`;
    const { stdout } = spawnSync('sh', ['-c', script], { cwd, encoding: 'utf8' });
    assert.match(stdout, /^pipe\.json:1:79: warning/);
  });

  it('continues after files without read permission', async function () {
    if (process.getuid?.() === 0) this.skip();
    const cwd = folderWith({ 'a.json': text, 'b/x.json': text, 'c.json': text });
    for (const name of ['a.json', 'b']) chmodSync(path.join(cwd, name), 0);
    const { files, code, err } = await check(cwd);
    chmodSync(path.join(cwd, 'b'), 0o755);
    assert.deepEqual([files, code], [['a.json unreadable', 'b unreadable', 'c.json traces'], 2]);
    assert.match(err, /"b" cannot be opened: permission denied/);
  });

  it('reports a folder that may be listed but not entered, and the folders in it', async function () {
    if (process.getuid?.() === 0) this.skip();
    const cwd = folderWith({ 'closed/a.json': text, 'closed/sub/x.json': text, 'open/x.json': text });
    chmodSync(path.join(cwd, 'closed'), 0o444);
    const { files, code, err } = await check(cwd);
    chmodSync(path.join(cwd, 'closed'), 0o755);
    assert.deepEqual(
      [files, code],
      [['closed/a.json unreadable', 'closed/sub unreadable', 'open/x.json traces'], 2],
    );
    assert.match(err, /"closed\/sub" cannot be opened: permission denied/);
  });

  it('reports a link into a folder that may not be entered', async function () {
    if (process.getuid?.() === 0) this.skip();
    const cwd = folderWith({ 'closed/sub/x.json': text, 'open/x.json': text });
    symlinkSync('../closed/sub', path.join(cwd, 'open/link'));
    chmodSync(path.join(cwd, 'closed'), 0);
    const { files, code } = await check(cwd, 'open');
    chmodSync(path.join(cwd, 'closed'), 0o755);
    assert.deepEqual([files, code], [['open/link unreadable', 'open/x.json traces'], 2]);
  });

  it('reads folders and files once, whether found through a link or not', async () => {
    const cwd = folderWith({ 'a/x.json': text, 'a/b/y.json': text, 'c/z.json': text });
    symlinkSync('../a/b', path.join(cwd, 'c/b'));
    symlinkSync('../a/x.json', path.join(cwd, 'c/x.json'));
    assert.deepEqual((await check(cwd, 'c', 'a', 'a/b/y.json')).files, [
      'c/b/y.json traces',
      'c/x.json traces',
      'c/z.json traces',
    ]);
  });
});

describe('cts-trace check, where names are not UTF-8,', () => {
  const name = (bytes: string) => Buffer.from(bytes, 'latin1');
  /** "审计" in GBK, as unzip writes it from an archive made on a Chinese Windows. */
  const gbk = '\u00C9\u00F3\u00BC\u00C6';

  before(function () {
    // Elsewhere there are no such names
    if (process.platform !== 'linux') this.skip();
  });
  after(removeFolders);

  it('reads the files and folders, and shows the bytes of their names', async () => {
    const cwd = folderWith({ 'a/x.json': text });
    mkdirSync(name(`${cwd}/a/${gbk}/sub`), { recursive: true });
    writeFileSync(name(`${cwd}/a/${gbk}/sub/x.json`), text);
    writeFileSync(name(`${cwd}/a/${gbk}.json`), text);
    writeFileSync(name(`${cwd}/a/\u00E5.json`), text);
    writeFileSync(`${cwd}/a/\u{FFFD}\u5BA1.json`, text);
    const found = await check(cwd, 'a');
    assert.deepEqual(found, {
      files: [
        'a/\\xC9\\xF3\\xBC\\xC6/sub/x.json traces',
        'a/\\xC9\\xF3\\xBC\\xC6.json traces',
        'a/\\xE5.json traces',
        'a/x.json traces',
        'a/\u{FFFD}\u5BA1.json traces',
      ].map((file) => file.replaceAll('\\', '/')),
      code: 0,
      err: '',
    });
  });

  it('says what to do if such a name is passed', () => {
    const cwd = folderWith({});
    mkdirSync(name(`${cwd}/${gbk}`));
    const script = `"${process.execPath}" "${bundle}" check * --lang en`;
    const { status, stderr } = spawnSync('sh', ['-c', script], { cwd, encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(
      stderr,
      /" cannot be opened: its name is not valid UTF-8. Check the folder that contains it instead\n/,
    );
  });
});

describe('cts-trace check, where a path is too long for the system,', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('reads what it can and names what it cannot', async () => {
    const cwd = folderWith({ 'a.json': text });
    // Longer than any path that can be passed to the system: made from within
    const script = `const fs = require('fs'); const name = 'x'.repeat(200);
      for (let depth = 0; depth < 30; depth++) {
        fs.mkdirSync(name); process.chdir(name); fs.writeFileSync('a.json', ${JSON.stringify(text)});
      }`;
    execFileSync(process.execPath, ['-e', script], { cwd });
    const { files, code, err } = await check(cwd);
    execFileSync('rm', ['-rf', cwd]);
    assert.equal(code, 2);
    assert.equal(files.filter((file) => file.endsWith(' traces')).length, files.length - 1);
    assert.ok(files.length > 5);
    assert.match(err, /" cannot be opened: the path is too long. [^\n]+\n$/);
    assert.equal(err.split('\n').length, 2);
  });
});
