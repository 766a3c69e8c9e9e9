import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { until } from '../editor';
import { notificationOf } from '../notification';
import { record, remove, shownAt, workspaceFolder } from './bucket-files';

interface MemoryFilesApi {
  watched(): readonly string[];
}

async function watchedUris(): Promise<readonly string[]> {
  const extension = vscode.extensions.getExtension<MemoryFilesApi>('cts-trace-lens-tests.memory-files');
  return (await extension?.activate())?.watched() ?? assert.fail('No memory files');
}

const unknown = (count: number) =>
  new TextEncoder().encode(
    JSON.stringify(Array.from({ length: count }, () => record({ event: 'createImages' }))),
  );

const check = (folder: vscode.Uri) =>
  notificationOf(() => vscode.commands.executeCommand('ctsTrace.checkFolder', folder, [folder]));

const countAt = (uri: vscode.Uri, count: number) =>
  until(
    async () => shownAt(uri).length,
    (found) => found === count,
  );

const showView = () => vscode.commands.executeCommand('ctsTrace.bucket.focus');
const hideView = () => vscode.commands.executeCommand('workbench.view.explorer');

/** A virtual one, since the VS Code server of these tests lacks the package that watches folders of the disk. */
const folder = vscode.Uri.from({ scheme: 'memfs', path: '/watched' });
const at = (path: string) => vscode.Uri.joinPath(folder, path);
const write = (path: string, count: number) => vscode.workspace.fs.writeFile(at(path), unknown(count));

describe('the view of a folder', () => {
  afterEach(async () => {
    await hideView();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('follows what changes, in new folders and deleted ones too, while it is visible', async () => {
    await write('a.json', 1);
    await check(folder);
    await showView();
    await write('a.json', 3);
    await countAt(at('a.json'), 3);
    await write('new/folder/b.json', 2);
    await countAt(at('new/folder/b.json'), 2);
    await vscode.workspace.fs.delete(at('new'), { recursive: true });
    await countAt(at('new/folder/b.json'), 0);
    assert.equal(shownAt(at('a.json')).length, 3);
  });

  it('follows a file that was checked alone', async () => {
    await write('a.json', 1);
    await check(at('a.json'));
    await showView();
    await write('a.json', 3);
    await countAt(at('a.json'), 3);
  });

  it('watches nothing while it is hidden, and what was checked when it is shown again', async () => {
    const isWatched = async () => (await watchedUris()).includes(folder.toString());
    await hideView();
    await write('a.json', 1);
    await check(folder);
    assert.equal(await isWatched(), false);
    await showView();
    await until(isWatched, Boolean);
    await hideView();
    await until(isWatched, (found) => !found);
  });
});

describe('the view of another folder', () => {
  it('forgets what the last one had', async () => {
    const folder = vscode.Uri.joinPath(workspaceFolder(), 'other');
    const uri = vscode.Uri.joinPath(folder, 'a.json');
    await vscode.workspace.fs.writeFile(uri, unknown(1));
    await check(folder);
    assert.equal(shownAt(uri).length, 1);
    const empty = vscode.Uri.joinPath(workspaceFolder(), 'empty');
    await vscode.workspace.fs.createDirectory(empty);
    await check(empty);
    assert.equal(shownAt(uri).length, 0);
    await remove('other');
    await remove('empty');
  });
});
