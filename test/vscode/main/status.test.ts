import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, openFile, until } from '../editor';

describe('the actions of the language status', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('treat a file with one trace per line as JSON Lines, in which the editor reports no errors', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, 'trace-a-line.json');
    const line =
      '{"trace_name":"createImages","trace_type":"ApiCall","service_type":"IMS","resource_type":"ims","trace_rating":"normal","time":1603251619204}\n';
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(line + line));
    const document = await openFile('trace-a-line.json');
    await diagnosticsOf(uri, (found) => found.length === 2);
    await until(
      () => otherDiagnosticsOf(uri),
      (found) => found.length > 0,
    );
    await vscode.commands.executeCommand('ctsTrace.treatAsJsonLines');
    assert.equal(document.languageId, 'jsonl');
    await until(
      () => otherDiagnosticsOf(uri),
      (found) => found.length === 0,
    );
    await diagnosticsOf(uri, (found) => found.length === 2);
  });

  it('show the rules document', async () => {
    await vscode.commands.executeCommand('ctsTrace.showRules');
    await until(
      async () => vscode.window.tabGroups.activeTabGroup.activeTab?.label,
      (label) => label?.includes('rules.md') === true,
    );
  });
});

/** Diagnostics of other extensions. */
async function otherDiagnosticsOf(uri: vscode.Uri): Promise<readonly vscode.Diagnostic[]> {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source !== 'cts');
}
