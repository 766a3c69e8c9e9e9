import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, openFile } from '../editor';

describe('diagnostics', () => {
  it('marks a name that the service does not report', async () => {
    const document = await openFile('misspelt.json');
    const [diagnostic] = await diagnosticsOf(document.uri);
    assert.equal(diagnostic?.source, 'cts');
    assert.equal(document.getText(diagnostic.range), 'createImages');
  });
});

describe('hover', () => {
  it('explains the name under the pointer', async () => {
    const document = await openFile('misspelt.json');
    const position = document.positionAt(document.getText().indexOf('createImages') + 3);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const texts = hovers.flatMap((hover) =>
      hover.contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    assert.ok(texts.join('\n').includes('创建镜像'));
  });
});
