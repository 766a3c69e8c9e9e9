import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { show, until } from '../editor';
import { folderNamed } from './folder';

const catalogName = 'own.cts-catalog.json';

const catalog =
  '{"events":[{"service":"Brewery","name":"brewTea","operation":{"en":"Brewing tea","zh":"泡茶"}}]}';

async function setCatalogs(folder: vscode.WorkspaceFolder, paths: readonly string[] | undefined) {
  const configuration = vscode.workspace.getConfiguration('ctsTrace', folder);
  await configuration.update('catalogs', paths, vscode.ConfigurationTarget.WorkspaceFolder);
}

function explanationIn(folder: vscode.WorkspaceFolder): vscode.Uri {
  const path = '/Brewery/brewTea.md';
  return vscode.Uri.from({ scheme: 'cts-trace-explanation', path, query: `en&${folder.uri.toString()}` });
}

describe('event look-up in a workspace of several folders', () => {
  it('uses the catalogs of the requesting folder, not of the active editor, and follows them', async () => {
    const [first, second] = [folderNamed('first'), folderNamed('second')];
    const catalogUri = vscode.Uri.joinPath(second.uri, catalogName);
    await vscode.workspace.fs.writeFile(catalogUri, new TextEncoder().encode(catalog));
    try {
      await setCatalogs(second, [catalogName]);
      await show(vscode.Uri.joinPath(first.uri, 'traces.json'));
      const document = await vscode.workspace.openTextDocument(explanationIn(second));
      const textWith = (text: string) =>
        until(
          async () => document.getText(),
          (found) => found.includes(text),
        );
      await textWith('Brewing tea');
      assert.equal((await vscode.workspace.openTextDocument(explanationIn(first))).getText(), '');
      const edit = new vscode.WorkspaceEdit();
      edit.replace(
        (await show(catalogUri)).uri,
        new vscode.Range(0, 0, 1, 0),
        catalog.replace('Brewing', 'Making'),
      );
      assert.ok(await vscode.workspace.applyEdit(edit));
      await textWith('Making tea');
    } finally {
      await setCatalogs(second, undefined);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await vscode.workspace.fs.delete(catalogUri);
    }
  });
});
