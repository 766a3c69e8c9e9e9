import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { toFormattedUri } from '../../../src/vscode/documents/original-uri';
import { FollowedOriginals } from '../../../src/vscode/formatting/followed-originals';
import { FormattedViews } from '../../../src/vscode/formatting/formatted-views';
import { openText, until } from '../editor';

/** In milliseconds. */
const retention = 100;

/** Originals for which the test decides whether a view is open. */
function originalsOpen(isFollowed: () => boolean) {
  const released = new vscode.EventEmitter<vscode.Uri>();
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const dispose = () => vscode.Disposable.from(released, changed).dispose();
  const originals = {
    onDidRelease: released.event,
    onDidChangeViews: changed.event,
    isFollowed,
    dispose,
  };
  return { originals, released };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}

describe('the texts of formatted views', () => {
  let views: FormattedViews;

  afterEach(() => views.dispose());

  it('are kept while a view is open, and dropped when the last one is closed', async () => {
    const { originals, released } = originalsOpen(() => true);
    views = new FormattedViews(originals, retention);
    const document = await openText('[1]');
    const view = await views.viewOf(document);
    await wait(2 * retention);
    assert.equal(await views.viewOf(document), view);
    released.fire(document.uri);
    assert.notEqual(await views.viewOf(document), view);
  });

  it('are dropped if the view was closed while the text was being formatted', async () => {
    let isOpen = true;
    const { originals, released } = originalsOpen(() => isOpen);
    views = new FormattedViews(originals, retention);
    const document = await openText(`[${'{"a":1},'.repeat(100_000)}1]`);
    const making = views.viewOf(document);
    isOpen = false;
    released.fire(document.uri);
    const view = await making;
    await wait(2 * retention);
    assert.notEqual(await views.viewOf(document), view);
  });

  it('are made once for requests at the same time', async () => {
    views = new FormattedViews(originalsOpen(() => true).originals, retention);
    const document = await openText(`[${'{"a":1},'.repeat(100_000)}1]`);
    const [one, other] = await Promise.all([views.viewOf(document), views.viewOf(document)]);
    assert.equal(other, one);
    assert.equal(views.findKept(toFormattedUri(document.uri, 'json')), one);
  });

  it('are kept while a view is being opened', async () => {
    const { originals } = originalsOpen(() => false);
    views = new FormattedViews(originals, retention);
    const uri = toFormattedUri((await openText('[1]')).uri, 'json');
    const { mtime } = await views.stat(uri);
    await views.readFile(uri);
    assert.equal((await views.stat(uri)).mtime, mtime);
  });
});

describe('the originals of formatted views', () => {
  it('are followed while a view is open', async () => {
    const originals = new FollowedOriginals();
    try {
      const document = await openText('[1]');
      assert.equal(originals.isFollowed(document.uri), false);
      await vscode.commands.executeCommand('ctsTrace.openFormatted', document.uri);
      await until(
        async () => originals.isFollowed(document.uri),
        (isFollowed) => isFollowed,
      );
      const changed = new Promise<readonly vscode.FileChangeEvent[]>((resolve) => {
        originals.onDidChangeViews(resolve);
      });
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 1), '0,');
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.deepEqual(
        (await changed).map(({ type, uri }) => [type, uri.scheme]),
        [[vscode.FileChangeType.Changed, 'cts-trace-formatted']],
      );
    } finally {
      originals.dispose();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });
});
