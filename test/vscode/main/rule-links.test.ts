import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { RuleLinks } from '../../../src/vscode/language/rule-links';

describe('rule links', () => {
  it('are read again after a failure', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const links = new RuleLinks(folder.uri);
    assert.equal((await links.read()).size, 0);
    const docs = vscode.Uri.joinPath(folder.uri, 'docs');
    const uri = vscode.Uri.joinPath(docs, 'rules.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('# Rules\n\n## `unknown-event`\n'));
    try {
      const found = await links.read();
      assert.equal(found.get('unknown-event')?.toString(), uri.with({ fragment: 'L3' }).toString());
    } finally {
      await vscode.workspace.fs.delete(docs, { recursive: true });
    }
  });
});
