import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { until } from '../editor';

/** The keys that the editor offers at a position, with their descriptions. */
async function offeredRules(
  uri: vscode.Uri,
  position: vscode.Position,
): Promise<ReadonlyMap<string, string>> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
  );
  return new Map(
    items.map(({ label, documentation }) => [
      (typeof label === 'string' ? label : label.label).replaceAll('"', ''),
      documentation instanceof vscode.MarkdownString ? documentation.value : (documentation ?? ''),
    ]),
  );
}

describe('the settings file', () => {
  it('offers the rules with their descriptions', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, '.vscode', 'settings.json');
    const text = '{ "ctsTrace.rules": {  } }';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    try {
      await vscode.window.showTextDocument(uri);
      const position = new vscode.Position(0, text.indexOf('{  }') + 2);
      const offered = await until(
        () => offeredRules(uri, position),
        (found) => found.has('unknown-event'),
      );
      assert.match(
        offered.get('unknown-event') ?? '',
        /^An event name that is in no list of the service \(default: warning\)/,
      );
      assert.ok(offered.has('notable-event'));
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(uri);
    }
  });
});
