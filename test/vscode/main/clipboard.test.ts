import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, openText, shownOf, until } from '../editor';
import { notificationOf } from '../notification';

const record =
  '{"time":1795136523120,"service_type":"IMS","resource_type":"ims","trace_name":"createImages","trace_rating":"normal","trace_type":"ApiCall"}';

function previewsOpen(): readonly string[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap(({ input, label }) => (input instanceof vscode.TabInputWebview ? [label] : []));
}

async function select(document: vscode.TextDocument, text: string): Promise<void> {
  const start = document.getText().indexOf(text);
  const [from, to] = [document.positionAt(start), document.positionAt(start + text.length)];
  const editor = await vscode.window.showTextDocument(document, { selection: new vscode.Range(from, to) });
  await until(
    async () => document.getText(editor.selection),
    (selected) => selected === text,
  );
}

describe('CTS: New Trace File from Clipboard', () => {
  it('opens the traces laid out in an untitled document with findings', async () => {
    await vscode.env.clipboard.writeText(record);
    await vscode.commands.executeCommand('ctsTrace.newTraceFile');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled && document.languageId === 'json');
    assert.equal(document.getText(), JSON.stringify(JSON.parse(record), null, 2));
    assert.deepEqual(shownOf(document, await diagnosticsOf(document.uri)), [
      'Warning unknown-event "createImages"',
    ]);
  });

  it('opens nothing and says so if there are no traces', async () => {
    await vscode.env.clipboard.writeText('hello');
    assert.deepEqual(await notificationOf(() => vscode.commands.executeCommand('ctsTrace.newTraceFile')), [
      'The clipboard contains no CTS traces',
    ]);
  });
});

describe('CTS: Explain Selection', () => {
  it('shows an event named in a document of any language', async () => {
    const document = await openText('Then *alice* called exportImage, it failed.', 'markdown');
    await select(document, 'called exportImage, it');
    await vscode.commands.executeCommand('ctsTrace.explainSelection');
    const shown = await until(
      async () => previewsOpen(),
      (open) => open.length > 0,
    );
    assert.deepEqual(shown, ['Preview exportImage.md']);
    // The first explanation in this window; the preview does not keep its document open
    const uri = vscode.Uri.parse('cts-trace-selection:/exportImage.md?1');
    const explained = await vscode.workspace.openTextDocument(uri);
    assert.match(explained.getText(), /^\*\*exportImage\*\* · Exporting an image/);
  });

  it('says so if there is nothing to explain', async () => {
    const document = await openText('nothing of the kind', 'plaintext');
    await select(document, 'of the kind');
    assert.deepEqual(
      await notificationOf(() => vscode.commands.executeCommand('ctsTrace.explainSelection')),
      ['The selection contains no trace and no known event name'],
    );
  });
});
