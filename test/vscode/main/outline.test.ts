import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { openFile } from '../editor';

describe('the outline', () => {
  it('lists the traces in addition to the symbols of the editor', async () => {
    const document = await openFile('ims.json');
    const traces = await tracesIn(document);
    assert.deepEqual(
      traces.map(({ name, range, selectionRange }) => [
        name,
        document.lineAt(range.start).text.trim(),
        document.getText(selectionRange),
      ]),
      [
        ['createImages · ims · normal · 2025-11-20 10:00:00Z', '{', '"createImages"'],
        ['updateImage · image · normal · 2025-11-20 10:00:01Z', '{', '"updateImage"'],
        ['copyImage · image · Normal · 2025-11-20 10:00:02Z', '{', '"copyImage"'],
      ],
    );
  });

  it('follows edits', async () => {
    const document = await openFile('ims.json');
    const edit = new vscode.WorkspaceEdit();
    const start = document.getText().indexOf('createImages');
    edit.insert(document.uri, document.positionAt(start), 're');
    try {
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.match((await tracesIn(document))[0]?.name ?? '', /^recreateImages · /);
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });

  it('is empty in other JSON', async () => {
    assert.deepEqual(await tracesIn(await openFile('other.json')), []);
  });
});

async function tracesIn(document: vscode.TextDocument): Promise<readonly vscode.DocumentSymbol[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  return (symbols ?? []).filter(({ kind }) => kind === vscode.SymbolKind.Event);
}
