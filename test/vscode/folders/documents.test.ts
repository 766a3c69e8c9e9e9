import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { Catalogs } from '../../../src/vscode/catalogs/catalogs';
import { OpenDocuments } from '../../../src/vscode/checks/open-documents';
import { Log } from '../../../src/vscode/log';
import { show } from '../editor';
import { folderNamed } from './folder';

describe('documents in a workspace of several folders', () => {
  it('are checked again only if the settings of their own folder change', async () => {
    const log = new Log();
    const catalogs = new Catalogs(log);
    const documents = new OpenDocuments(catalogs, log);
    const [first, second] = [folderNamed('first'), folderNamed('second')];
    const configuration = vscode.workspace.getConfiguration('ctsTrace', second);
    const target = vscode.ConfigurationTarget.WorkspaceFolder;
    try {
      const here = await show(vscode.Uri.joinPath(first.uri, 'traces.json'));
      const there = await show(vscode.Uri.joinPath(second.uri, 'traces.json'));
      const before = [await documents.whenChecked(here), await documents.whenChecked(there)];
      // Registered after the listeners of `documents`, so it sees their state right after the change
      const checked = new Promise<readonly boolean[]>((resolve) => {
        const listener = vscode.workspace.onDidChangeConfiguration((event) => {
          if (!event.affectsConfiguration('ctsTrace.rules', second)) return;
          listener.dispose();
          resolve([here, there].map((document) => documents.isChecking(document)));
        });
      });
      await configuration.update('rules', { 'unknown-value': 'off' }, target);
      assert.deepEqual(await checked, [false, true]);
      assert.equal((await documents.whenChecked(here))?.file, before[0]?.file);
      assert.notEqual((await documents.whenChecked(there))?.file, before[1]?.file);
    } finally {
      await configuration.update('rules', undefined, target);
      vscode.Disposable.from(documents, catalogs, log).dispose();
    }
  });
});
