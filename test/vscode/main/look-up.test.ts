import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { openText, until } from '../editor';

const preview = 'markdown.preview';

function explanationOf(path: string, language: string): vscode.Uri {
  return vscode.Uri.parse(`cts-trace-explanation:${path}?${language}`);
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

function previewsOpen(): readonly string[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap(({ input, label }) =>
    input instanceof vscode.TabInputWebview && input.viewType.endsWith(preview) ? [label] : [],
  );
}

/** Looks up the initial text of the input, which is the word at the cursor. */
async function lookUpFirst(): Promise<readonly string[]> {
  const done = vscode.commands.executeCommand('ctsTrace.lookUpEvent');
  await until(
    async () => {
      await new Promise((resume) => setTimeout(resume, 1_000));
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return previewsOpen();
    },
    (open) => open.length > 0,
  );
  await done;
  return previewsOpen();
}

/** Opens a trace with the given event name and the cursor in it. */
async function putCursorOn(name: string): Promise<void> {
  const record = `{"time":1795136523120,"service_type":"IMS","resource_type":"ims","trace_name":"${name}","trace_rating":"normal","trace_type":"ApiCall"}`;
  const document = await openText(record);
  const position = document.positionAt(record.indexOf(name) + 3);
  const selection = new vscode.Range(position, position);
  const editor = await vscode.window.showTextDocument(document, { selection });
  assert.equal(editor.selection.active.character, position.character);
}

describe('event look-up', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('shows the first event of the catalog in the Markdown preview if nothing is typed', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    assert.deepEqual(await lookUpFirst(), ['Preview createImage.md']);
  });

  it('starts with the event under the cursor', async () => {
    await putCursorOn('exportImage');
    assert.deepEqual(await lookUpFirst(), ['Preview exportImage.md']);
  });

  it('lists IMS first instead of sorting alphabetically', async () => {
    await putCursorOn('copy');
    assert.deepEqual(await lookUpFirst(), ['Preview copyImage.md']);
  });

  it('offers close names if nothing matches', async () => {
    await putCursorOn('exportImagee');
    assert.deepEqual(await lookUpFirst(), ['Preview exportImage.md']);
  });

  it('explains each event in a read-only document, in both languages', async () => {
    const english = await textOf(explanationOf('/IMS/updateImage.md', 'en'));
    assert.match(english, /^\*\*updateImage\*\* · Modifying\/Uploading an image · 修改镜像信息\/上传镜像/m);
    assert.match(english, /PATCH \/v2\/images\/\{image_id\}/);
    const chinese = await textOf(explanationOf('/IMS/updateImage.md', 'zh-cn'));
    assert.match(chinese, /^\*\*updateImage\*\* · 修改镜像信息\/上传镜像 · Modifying\/Uploading an image/m);
    assert.equal(await textOf(explanationOf('/IMS/noSuchEvent.md', 'en')), '');
  });
});
