import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { gatherEvidence } from '../../../src/node/commands/gather-evidence';
import { folderWith, removeFolders } from '../../support/command';
import { makeBucket, md5Of, traceFileAt } from '../../support/digest-bucket';

after(removeFolders);

describe('gathering evidence', () => {
  const bucket = makeBucket({ hours: 3 });

  it('hashes each file, and counts files and bytes as it goes', async () => {
    const folder = folderWith(bucket);
    const steps: (readonly number[])[] = [];
    const gathered = await gatherEvidence([folder], true, async (...step) => {
      steps.push(step);
      return true;
    });
    const found = [...(gathered?.files ?? []), ...(gathered?.digests ?? [])];
    assert.deepEqual(
      new Map(found.map((file) => [path.relative(folder, file.path), file.md5])),
      new Map(Object.entries(bucket).map(([name, bytes]) => [name, md5Of(bytes)])),
    );
    const length = Object.values(bucket).reduce((sum, bytes) => sum + bytes.length, 0);
    assert.deepEqual(steps.at(-1), [6, length]);
    assert.ok(gathered?.hashed.every(({ sha256 }) => /^[\da-f]{64}$/.test(sha256 ?? '')));
  });

  it('names a file that vanished after its folder was listed, and goes on', async () => {
    const folder = folderWith(bucket);
    const vanishing = path.join(folder, traceFileAt(2));
    const gathered = await gatherEvidence([folder], false, async () => {
      rmSync(vanishing, { force: true });
      return true;
    });
    // The folder of the trace files is listed after that of the digests
    assert.equal(gathered?.files.length, 2);
    const late = folderWith(bucket);
    let count = 0;
    const second = await gatherEvidence([late], false, async () => {
      if (++count === 4) rmSync(path.join(late, traceFileAt(2)));
      return true;
    });
    assert.deepEqual(second?.unread, [{ path: path.join(late, traceFileAt(2)), code: 'ENOENT' }]);
    assert.equal(second?.files.length, 3);
  });

  it('ends early if it is told to', async () => {
    assert.equal(await gatherEvidence([folderWith(bucket)], false, async (files) => files < 2), undefined);
  });
});
