import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { bundle, ctsTrace, folderWith, json, removeFolders, slip, sound } from '../../support/command';

const text = json(sound);

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
    const cwd = folderWith({ 'a.json': json(slip) });
    assert.deepEqual(await check(cwd, 'gone.json', 'a.json'), {
      files: ['gone.json unreadable', 'a.json traces'],
      code: 2,
      err: 'cts-trace: "gone.json" cannot be opened: there is no such file or folder\n',
    });
  });

  it('folders with gzipped files, and reports that those were skipped', async () => {
    const cwd = folderWith({ 'a/x.json.gz': '', 'a/y.json.gz': '', 'a/z.json': text });
    assert.deepEqual(await check(cwd, 'a'), {
      files: ['a/z.json traces'],
      code: 2,
      err: 'cts-trace: "a" holds gzipped files that were not read: 2; unzip them first\n',
    });
  });

  it('no configuration files', async () => {
    const settings = '{"ctsTrace.rules": {"unknown-event": "off"}}';
    const cwd = folderWith({
      '.vscode/settings.json': settings,
      '.cts-trace.json': settings,
      'a.json': json(slip),
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
    assert.match(answer.err, /"b\.json" cannot be opened: the link leads back to itself\n$/);
  });

  it('reads a named pipe given by the user, but none found in a folder', async () => {
    const cwd = folderWith({});
    execFileSync('mkfifo', [path.join(cwd, 'pipe.json')]);
    assert.deepEqual((await check(cwd)).files, []);
    const script = `echo '${json(slip)}' > pipe.json & "${process.execPath}" "${bundle}" check pipe.json --lang en`;
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
    assert.match(err, /"b" cannot be opened: no permission to read it/);
  });
});
