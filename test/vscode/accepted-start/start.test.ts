import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { openFile, shownOf, until } from '../editor';

describe('a window that starts with accepted findings', () => {
  it('never reports them', async () => {
    const seen: string[] = [];
    const ours = (uri: vscode.Uri) =>
      vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'cts');
    const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris) seen.push(...ours(uri).map(({ message }) => message));
    });
    const document = await openFile('traces.json');
    await until(
      async () => ours(document.uri).length,
      (count) => count === 1,
    );
    listener.dispose();
    assert.deepEqual(shownOf(document, ours(document.uri)), ['Warning unknown-event "deleteImages"']);
    assert.deepEqual(
      seen.filter((message) => message.includes('createImages')),
      [],
    );
  });
});
