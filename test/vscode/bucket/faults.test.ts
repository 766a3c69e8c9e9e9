import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { record } from './bucket-files';
import { checkedLines, type Way } from './checked-bucket';
import { defineFaultTests } from './fault-tests';

const way: Way = { name: 'slices', startThread: undefined };

describe('faults, in slices of time:', () => {
  defineFaultTests(way);

  it('names what may not be read in a virtual folder, and reads the rest', async () => {
    const folder = vscode.Uri.from({ scheme: 'memfs', path: '/bucket' });
    for (const name of ['a.json', 'denied-folder/b.json', 'denied.json', 'folder/c.json'])
      await vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(folder, name),
        new TextEncoder().encode(JSON.stringify([record({ event: 'createImages' })])),
      );
    assert.deepEqual(await checkedLines(way, [folder]), [
      'a.json | read | 1 unknown-event',
      'denied-folder | unreadable | cannot be opened: permission denied',
      'denied.json | unreadable | cannot be opened: permission denied',
      'folder/c.json | read | 1 unknown-event',
    ]);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });
});
