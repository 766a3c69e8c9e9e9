import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCommandLine } from '../../../src/node/run';
import { bundle, folderWith, removeFolders } from '../../support/command';
import { makeBucket } from '../../support/digest-bucket';

after(removeFolders);

describe('verify, if the user interrupts it', () => {
  it('says how far it came, gives no verdict and writes no manifest', async () => {
    const folder = folderWith(makeBucket({ hours: 2 }));
    const manifest = path.join(folder, 'out.sha256');
    const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
    const argv = ['node', 'cts-trace', 'verify', folder, '--manifest', manifest, '--lang', 'en'];
    const signal = AbortSignal.abort();
    const exitCode = await runCommandLine({
      ...{ argv, env: {}, stdin, stdout, stderr, signal },
      ...{ script: bundle, cores: 1 },
    });
    stdout.end();
    stderr.end();
    assert.deepEqual(
      [exitCode, await text(stdout), await text(stderr)],
      [130, '', 'cts-trace: Interrupted. Files read: 1; nothing was verified\n'],
    );
    assert.equal(existsSync(manifest), false);
  });
});
