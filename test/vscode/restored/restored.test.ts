import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

const trace = {
  trace_id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479',
  trace_name: 'createImage',
  service_type: 'IMS',
  resource_type: 'ims',
  trace_rating: 'normal',
  trace_type: 'ApiCall',
  time: 1795136523120,
};

/** Registered once the features are loaded. */
const featureCommand = 'ctsTrace.compareCopies';

describe('a restored window without a trace file', () => {
  it('has the texts of its comparisons and explanations', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const original = vscode.Uri.joinPath(folder.uri, 'copies.json');
    const text = JSON.stringify([trace, { ...trace, code: 200 }]);
    await vscode.workspace.fs.writeFile(original, new TextEncoder().encode(text));
    assert.ok(!(await vscode.commands.getCommands(true)).includes(featureCommand), 'features are loaded');
    const pair = { uri: original.toString(), first: text.indexOf('"f47'), other: text.lastIndexOf('"f47') };
    const copy = vscode.Uri.from({
      scheme: 'cts-trace-copy',
      path: '/2/copies.json',
      query: JSON.stringify({ ...pair, side: 'other' }),
    });
    const explanation = vscode.Uri.parse('cts-trace-explanation:/IMS/createImage.md?en');
    const [other, explained] = await Promise.all([
      vscode.workspace.openTextDocument(copy),
      vscode.workspace.openTextDocument(explanation),
    ]);
    assert.equal(other.getText(), `${JSON.stringify({ ...trace, code: 200 }, undefined, 2)}\n`);
    assert.match(explained.lineAt(0).text, /createImage.*Creating an image/);
  });
  it('says of an excerpt that its file is to be checked again', async () => {
    const uri = vscode.Uri.from({
      scheme: 'cts-trace-findings',
      path: '/large.json (findings).jsonc',
      query: 'file:///large.json',
    });
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.getText(), '// Check "large.json" again to list its findings\n');
    assert.equal(document.languageId, 'jsonc');
  });
});
