import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, openFile, openText, shownOf, until } from '../editor';

describe('diagnostics', () => {
  it('show every finding of a trace file, with its rule and a link to the documentation', async () => {
    const document = await openFile('ims.json');
    const diagnostics = await diagnosticsOf(document.uri);
    assert.deepEqual(shownOf(document, diagnostics), [
      'Warning unknown-event "createImages"',
      'Warning missing-field {',
      'Warning wrong-resource-type "image"',
      'Warning unknown-value "Normal"',
    ]);
    for (const diagnostic of diagnostics) {
      const { path, query } = targetOf(diagnostic);
      assert.deepEqual([path, query], ['ctsTrace.showRules', JSON.stringify(codeOf(diagnostic))]);
    }
  });

  it('report syntax errors where the editor does not, and findings after them', async () => {
    const document = await openFile('lines.jsonl');
    assert.equal(document.languageId, 'jsonl');
    const diagnostics = await diagnosticsOf(document.uri);
    assert.deepEqual(
      diagnostics.map((diagnostic) => `${diagnostic.range.start.line + 1} ${codeOf(diagnostic)}`),
      ['2 json-syntax', '3 unknown-event'],
    );
  });

  it('are not shown in other JSON', async () => {
    const other = await openFile('other.json');
    const document = await openFile('ims.json');
    await diagnosticsOf(document.uri);
    assert.deepEqual(
      vscode.languages.getDiagnostics(other.uri).filter(({ source }) => source === 'cts'),
      [],
    );
  });

  it('leave repeated keys to the JSON support of the editor', async () => {
    const document = await openText(
      '{"time":1795136523120,"service_type":"IMS","resource_type":"ims","trace_name":"createImages","trace_rating":"normal","trace_type":"ApiCall","code":"200","code":"404"}',
    );
    const ours = await diagnosticsOf(document.uri);
    assert.deepEqual(shownOf(document, ours), ['Warning unknown-event "createImages"']);
    const all = await until(
      async () => vscode.languages.getDiagnostics(document.uri),
      (found) => found.some(({ source }) => source !== 'cts'),
    );
    const others = all.filter(({ source }) => source !== 'cts');
    assert.deepEqual([...new Set(others.map(({ message }) => message))], ['Duplicate object key']);
    await vscode.languages.setTextDocumentLanguage(document, 'jsonl');
    await diagnosticsOf(document.uri, (found) => found.length === 2);
  });

  it('follow edits, and are removed with the last trace', async () => {
    const document = await openFile('ims.json');
    await diagnosticsOf(document.uri);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const text = document.getText();
    try {
      await replace(document, text.indexOf('createImages'), 'createImages'.length, 'createImage');
      const rest = await diagnosticsOf(document.uri, (found) => found.length === 3);
      assert.equal(shownOf(document, rest)[0], 'Warning missing-field {');
      await replace(document, 0, document.getText(whole).length, '{ "some": "thing else" }');
      assert.deepEqual(await diagnosticsOf(document.uri, (found) => found.length === 0), []);
      await replace(document, 0, document.getText(whole).length, text);
      assert.equal((await diagnosticsOf(document.uri, (found) => found.length === 4)).length, 4);
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
  });
});

async function replace(
  document: vscode.TextDocument,
  offset: number,
  length: number,
  text: string,
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
  edit.replace(document.uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

function targetOf({ code }: vscode.Diagnostic): vscode.Uri {
  if (typeof code !== 'object') throw new Error('The diagnostic has no link');
  return code.target;
}
