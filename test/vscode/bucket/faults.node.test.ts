import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { workspaceFolder } from './bucket-files';
import { checkedLines } from './checked-bucket';
import { defineFaultTests } from './fault-tests';
import { startThread } from './thread';

describe('faults, in a thread:', () => {
  const way = { name: 'thread', startThread } as const;
  defineFaultTests(way);

  it('names a file of a device that fails (needs /proc of Linux)', async function () {
    const uri = vscode.Uri.joinPath(workspaceFolder(), '../faulty/failing');
    if (!existsSync(uri.fsPath)) this.skip();
    assert.deepEqual(await checkedLines(way, [uri]), [
      'failing.json | unreadable | could not be read to its end: the device reports an error (EIO)',
    ]);
  });
});
