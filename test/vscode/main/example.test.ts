import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, shownOf } from '../editor';

describe('the example', () => {
  it('opens as an untitled document and has a finding', async () => {
    await vscode.commands.executeCommand('ctsTrace.openExample');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.deepEqual([document.uri.scheme, document.languageId], ['untitled', 'json']);
    assert.deepEqual(shownOf(document, await diagnosticsOf(document.uri)), [
      'Warning unknown-event "createImages"',
    ]);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
