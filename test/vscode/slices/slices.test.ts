import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { makeTraces } from '../../bench/traces';
import { diagnosticsOf } from '../editor';

const extensionId = 'cts-trace-lens.cts-trace-lens';
const units = 47e6;

interface Api {
  sliceTimes(): readonly number[];
}

describe('a file of 47 MB', () => {
  it('is read in slices, also after edits', async function () {
    this.timeout(600_000);
    const folder = mkdtempSync(join(tmpdir(), 'cts-trace-lens-'));
    try {
      const file = join(folder, 'large.json');
      writeFileSync(file, makeTraces(units, 0.01));
      const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
      const extension = vscode.extensions.getExtension<Api>(extensionId);
      const api = await extension?.activate();
      assert.ok(api);
      await diagnosticsOf(document.uri, (found) => found.length > 1, 300_000);
      const opening = [...api.sliceTimes()];
      const editing = await editInTheMiddle(document, api);
      writeFileSync(process.env.TEST_MEASUREMENTS ?? '', JSON.stringify({ opening, editing }));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Inserts spaces at some lines and returns how long each slice blocked the extension host, in milliseconds. */
async function editInTheMiddle(document: vscode.TextDocument, api: Api): Promise<readonly number[]> {
  const before = api.sliceTimes().length;
  const line = document.lineCount >> 1;
  for (let round = 0; round < 20; round++) {
    const edit = new vscode.WorkspaceEdit();
    const at = new vscode.Position(line + round * 100, 0);
    edit.insert(document.uri, at, ' ');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await new Promise((resume) => setTimeout(resume, 200));
  }
  return api.sliceTimes().slice(before);
}
