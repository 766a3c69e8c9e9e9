import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, openFile, until } from '../editor';

/** The titles of the open Markdown previews. */
function previews(): readonly string[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap(({ input, label }) =>
    input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview') ? [label] : [],
  );
}

describe('the link of a finding', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('shows the rules document rendered, not as an editable source', async () => {
    const document = await openFile('ims.json');
    const [diagnostic] = await diagnosticsOf(document.uri);
    const code = diagnostic?.code;
    assert.ok(typeof code === 'object');
    assert.equal(code.target.toString(true), `command:ctsTrace.showRules?"${code.value}"`);
    await vscode.commands.executeCommand(code.target.path, JSON.parse(code.target.query));
    await until(
      async () => previews(),
      (open) => open.length > 0,
    );
    assert.deepEqual(previews(), ['Preview rules.md']);
    assert.ok(!vscode.window.visibleTextEditors.some((editor) => editor.document.languageId === 'markdown'));
  });
});
