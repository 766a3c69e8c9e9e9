import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { record, remove, workspaceFolder, write } from './bucket-files';
import { checkAll, checkedLines, linesOf, type Way, withCheck } from './checked-bucket';
import { defineFaultTests } from './fault-tests';
import { startThread } from './thread';

describe('faults, in a thread:', () => {
  const way: Way = { name: 'thread', startThread };
  const slices: Way = { name: 'slices', startThread: undefined };
  defineFaultTests(way);

  it('finds what is found in slices of time, in the same order, by several threads as well', async () => {
    const folder = 'many';
    const again = record({ event: 'deleteImage' });
    for (let index = 0; index < 40; index++)
      await write(folder, `${index}.json${index % 3 === 0 ? '.gz' : ''}`, [
        record(
          index % 7 === 0 ? { event: 'createImages' } : { user: `user-${index % 5}`, rating: 'warning' },
        ),
        ...(index % 10 === 0 ? [again] : []),
      ]);
    await write(folder, 'cut.json', '[{"trace_name": "createImage", ');
    const uri = vscode.Uri.joinPath(workspaceFolder(), folder);
    const run = (each: Way) =>
      withCheck(each, async (check) => {
        const bucket = (await checkAll(check, [uri])) ?? assert.fail('Cancelled');
        return { lines: linesOf(check, bucket), report: bucket.report };
      });
    const [inThread, inThreadAgain, inSlices] = [await run(way), await run(way), await run(slices)];
    assert.deepEqual(inThread, inThreadAgain);
    assert.deepEqual(inThread, inSlices);
    assert.equal(inThread.lines.filter((line) => line.includes('duplicate-trace')).length, 3);
    await remove(folder);
  });

  it('names a file of a device that fails (needs /proc of Linux)', async function () {
    const uri = vscode.Uri.joinPath(workspaceFolder(), '../faulty/failing');
    if (!existsSync(uri.fsPath)) this.skip();
    assert.deepEqual(await checkedLines(way, [uri]), [
      'failing.json | unreadable | could not be read to its end: the device reports an error (EIO)',
    ]);
  });
});
