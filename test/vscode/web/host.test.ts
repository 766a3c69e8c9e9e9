import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { extensionId } from '../id';

describe('the web worker extension host', () => {
  it('is a web worker', () => {
    assert.ok('WorkerGlobalScope' in globalThis);
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
  });

  it('runs the extension', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });
});
