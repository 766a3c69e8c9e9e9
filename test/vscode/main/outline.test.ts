import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { openFile, openText, until } from '../editor';

describe('the outline', () => {
  it('lists the traces in addition to the symbols of the editor', async () => {
    const document = await openFile('ims.json');
    const traces = await tracesIn(document);
    assert.deepEqual(
      traces.map(({ name, detail, range, selectionRange }) => [
        name,
        detail,
        document.lineAt(range.start).text.trim(),
        document.getText(selectionRange),
      ]),
      [
        ['10:00:00 createImages · IMS', 'ims · 2025-11-20 UTC', '{', '"createImages"'],
        ['10:00:01 updateImage · IMS', 'image · 2025-11-20 UTC', '{', '"updateImage"'],
        ['10:00:02 copyImage · IMS', 'image · 2025-11-20 UTC', '{', '"copyImage"'],
      ],
    );
  });

  it('says when, who, which image and what failed, and what is missing', async () => {
    const record = {
      time: 1603251619000,
      service_type: 'IMS',
      trace_name: 'exportImage',
      trace_type: 'ApiCall',
      resource_name: 'web-base',
      user: { name: 'bob' },
    };
    const lines = Array.from({ length: 5001 }, (_, number) =>
      JSON.stringify({ ...record, trace_rating: number === 1 ? 'warning' : 'normal' }),
    );
    const document = await openText(`[${lines.join(',\n')}]`);
    const symbols = await until(
      () => symbolsIn(document),
      (found) => found.some(({ kind }) => kind === vscode.SymbolKind.Event),
    );
    const names = symbols
      .filter(({ kind }) => kind === vscode.SymbolKind.Event || kind === vscode.SymbolKind.Null)
      .map(({ name }) => name);
    assert.deepEqual(names.slice(0, 3), [
      '⚠ First 5,000 of 5,001 traces; later ones are not listed, failed or not',
      '03:40:19 exportImage web-base · bob · IMS',
      '03:40:19 ⚠ exportImage web-base · bob · failed · IMS',
    ]);
    assert.equal(names.length, 5001);
  });

  it('follows edits', async () => {
    const document = await openFile('ims.json');
    const edit = new vscode.WorkspaceEdit();
    const start = document.getText().indexOf('createImages');
    edit.insert(document.uri, document.positionAt(start), 're');
    try {
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.match((await tracesIn(document))[0]?.name ?? '', /^10:00:00 recreateImages · /);
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });

  it('is empty in other JSON', async () => {
    assert.deepEqual(await tracesIn(await openFile('other.json')), []);
  });
});

async function tracesIn(document: vscode.TextDocument): Promise<readonly vscode.DocumentSymbol[]> {
  return (await symbolsIn(document)).filter(({ kind }) => kind === vscode.SymbolKind.Event);
}

async function symbolsIn(document: vscode.TextDocument): Promise<readonly vscode.DocumentSymbol[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  return symbols ?? [];
}
