import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, hoverAt, openFile, shownOf, until } from '../editor';

/** The same traces as in the right side, as the git extension of the editor would serve them. */
function serveLeftSide(text: string): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider('git', {
    provideTextDocumentContent: () => text,
  });
}

describe('the left side of a git diff', () => {
  it('has hovers, hints and an outline, and no findings', async () => {
    const right = await openFile('ims.json');
    const findings = await diagnosticsOf(right.uri);
    const served = serveLeftSide(right.getText());
    try {
      const uri = right.uri.with({ scheme: 'git', query: 'ref=HEAD' });
      const left = await vscode.workspace.openTextDocument(uri);
      await vscode.commands.executeCommand('vscode.diff', uri, right.uri, 'ims.json (Working Tree)');
      const hover = await until(
        () => hoverAt(left, 'updateImage'),
        (text) => text !== '',
      );
      assert.equal(hover, await hoverAt(right, 'updateImage'));
      assert.deepEqual(await namesIn(left), await namesIn(right));
      assert.notDeepEqual(await namesIn(left), []);
      assert.deepEqual(await hintsIn(left), await hintsIn(right));
      assert.notDeepEqual(await hintsIn(left), []);
      assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
      assert.deepEqual(await actionsIn(left), []);
      assert.deepEqual(shownOf(right, await diagnosticsOf(right.uri)), shownOf(right, findings));
    } finally {
      served.dispose();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });
});

/** The traces in the outline; the editor's own JSON symbols are there for one document sooner than for the other. */
async function namesIn({ uri }: vscode.TextDocument): Promise<readonly string[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return symbols.map(({ name }) => name).filter((name) => name.includes(' · '));
}

async function hintsIn(document: vscode.TextDocument): Promise<readonly unknown[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const command = 'vscode.executeInlayHintProvider';
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(command, document.uri, whole);
  return hints.map(({ label, position }) => [label, position.line]);
}

async function actionsIn(document: vscode.TextDocument): Promise<readonly string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const command = 'vscode.executeCodeActionProvider';
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(command, document.uri, whole);
  return actions.filter(({ kind }) => kind?.value === 'quickfix').map(({ title }) => title);
}
