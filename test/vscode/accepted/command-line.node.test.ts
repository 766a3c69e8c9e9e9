import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import * as vscode from 'vscode';
import { record, remove, workspaceFolder, write } from '../bucket/bucket-files';
import { answering } from '../dialogs';
import { diagnosticsOf, quickFixesAt, show } from '../editor';

const folder = 'shared';

describe('a file of accepted findings', () => {
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await remove(folder);
  });

  it('that the editor wrote is read by the command line', async () => {
    const file = vscode.Uri.joinPath(workspaceFolder(), '../shared.cts-accepted.json');
    const settings = vscode.workspace.getConfiguration('ctsTrace');
    await settings.update('acceptedFindings', file.fsPath, vscode.ConfigurationTarget.Workspace);
    const uri = await write(folder, 'shared.json', [record({ event: 'createImages' })]);
    const document = await show(uri);
    const [diagnostic] = await diagnosticsOf(document.uri);
    assert.ok(diagnostic);
    const actions = await quickFixesAt(document, diagnostic.range);
    const { command, arguments: values = [] } =
      actions.find(({ title }) => title === 'Accept this finding…')?.command ?? {};
    assert.ok(command);
    await answering({ typed: ['known here'] }, () => vscode.commands.executeCommand(command, ...values));
    await diagnosticsOf(document.uri, ({ length }) => length === 0);
    const script = path.join(__dirname, '../../../dist/cli.js');
    const output = execFileSync(
      process.execPath,
      [script, 'check', uri.fsPath, '--accepted', file.fsPath, '--format', 'json'],
      { encoding: 'utf8' },
    );
    assert.deepEqual(JSON.parse(output).accepted, { count: 1, unmatched: [] });
    await settings.update('acceptedFindings', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.workspace.fs.delete(file);
  });
});
