import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import {
  type Answer,
  ctsTrace,
  folderWith,
  json,
  misspelledTrace,
  removeFolders,
  root,
} from '../support/command';

/** Preloaded to exit with this code on any call to the network. */
const preload = path.join(root, 'out/unit/network/preload.js');
const trappedCode = 97;
const env = { NODE_OPTIONS: `--require ${JSON.stringify(preload)}` };

describe('the command line without network', () => {
  after(removeFolders);

  const runs: readonly { readonly args: readonly string[]; readonly code: number }[] = [
    { args: ['check', 'samples'], code: 1 },
    { args: ['check', 'samples', '--format', 'json', '--lang', 'zh-cn'], code: 1 },
    { args: ['check', '-', '--rule', 'unknown-event=off'], code: 0 },
    { args: ['check', 'no-such-file.json'], code: 2 },
    { args: ['explain', 'updateImage'], code: 0 },
    { args: ['explain', 'updateImage', '--format', 'json'], code: 0 },
    { args: ['catalog', '--service', 'IMS'], code: 0 },
    { args: ['--help'], code: 0 },
    { args: ['--version'], code: 0 },
  ];
  for (const { args, code } of runs) {
    it(`runs ${args.join(' ')}`, async () => {
      const answer = await ctsTrace(args, { env, input: json(misspelledTrace) });
      assertUntouched(answer);
      assert.equal(answer.code, code, answer.err);
    });
  }

  it('would be stopped at the first network call', () => {
    const folder = folderWith({
      'fetch.js': 'fetch("https://192.0.2.1/")',
      'socket.js': 'new (require("net").Socket)().connect(80, "192.0.2.1")',
      'name.js': 'require("node:dns").lookup("example.invalid", () => {})',
    });
    for (const file of ['fetch.js', 'socket.js', 'name.js']) {
      const options = { cwd: folder, env: { ...process.env, ...env }, stdio: 'pipe' } as const;
      assert.throws(
        () => execFileSync(process.execPath, [file], options),
        (error: { status: number }) => error.status === trappedCode,
      );
    }
  });
});

function assertUntouched({ code, err }: Answer): void {
  assert.notEqual(code, trappedCode, err);
}
