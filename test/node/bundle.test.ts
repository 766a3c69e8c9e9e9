import assert from 'node:assert/strict';
import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process';
import { accessSync, constants, copyFileSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { bundle, ctsTrace, folderWith, json, misspelledTrace, removeFolders, root } from '../support/command';

describe('the bundle of the command line', () => {
  after(removeFolders);

  it('is an executable Node script', () => {
    assert.match(readFileSync(bundle, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    if (process.platform !== 'win32') accessSync(bundle, constants.X_OK);
  });

  it('needs no other file', () => {
    const folder = folderWith({});
    copyFileSync(bundle, path.join(folder, 'cts-trace.js'));
    const out = execFileSync(process.execPath, ['cts-trace.js', '--version'], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.match(out, /^\d+\.\d+\.\d+\n$/);
  });

  it('requires only modules of Node, none of them for the network', () => {
    const asked = readFileSync(bundle, 'utf8').matchAll(/\brequire\(["']([^"']+)["']\)/g);
    const modules = [...new Set([...asked].map(([, name = '']) => name))];
    assert.deepEqual(
      modules.filter(
        (name) => !isBuiltin(name) || /^(?:node:)?(?:https?|http2|net|tls|dns|dgram)\b/.test(name),
      ),
      [],
    );
  });

  it('is part of the npm package', function () {
    this.timeout(60_000);
    const npm = process.env['npm_execpath'];
    const pack = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const options: ExecFileSyncOptionsWithStringEncoding = {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    };
    const out = npm
      ? execFileSync(process.execPath, [npm, ...pack], options)
      : execFileSync('npm', pack, { ...options, shell: process.platform === 'win32' });
    const files: readonly { path: string }[] = JSON.parse(out)[0].files;
    const names = files.map((file) => file.path);
    for (const name of ['dist/cli.js', 'package.json', 'README.md', 'LICENSE'])
      assert.ok(names.includes(name), name);
    assert.deepEqual(
      names.filter((name) => /^(?:src|test|scripts|node_modules|out)\//.test(name)),
      [],
    );
  });

  it('exits silently when its output is no longer read', async () => {
    const many = json(...Array.from({ length: 20_000 }, () => misspelledTrace));
    const answer = await ctsTrace(['check', '-'], { input: many, isCutOff: true });
    assert.equal(answer.err, '');
    assert.equal(answer.code, 1);
  });

  it('reports that the output cannot be written (to /dev/full of Linux)', async function () {
    if (process.platform !== 'linux') this.skip();
    const folder = folderWith({ 'a.json': json(misspelledTrace) });
    const script = `"${process.execPath}" "${bundle}" check a.json --lang en > /dev/full`;
    assert.throws(
      () => execFileSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8', stdio: 'pipe' }),
      (error: { status: number; stderr: string }) =>
        error.status === 2 && error.stderr === 'cts-trace: Could not write the output: ENOSPC\n',
    );
  });
});
