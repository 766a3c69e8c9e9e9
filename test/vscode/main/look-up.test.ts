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

/** Looks up what the input holds at first: what the cursor is on. */
async function lookUpFirst(): Promise<readonly string[]> {
  const done = vscode.commands.executeCommand('ctsTrace.lookUpEvent');
  await until(
    async () => {
      await new Promise((resume) => setTimeout(resume, 300));
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return previewsOpen();
    },
    (open) => open.length > 0,
  );
  await done;
  return previewsOpen();
}

describe('looking an event up', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('shows the first event of the catalog in the Markdown preview when nothing is typed', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    assert.deepEqual(await lookUpFirst(), ['Preview createImage.md']);
  });

  it('begins with the event under the cursor', async () => {
    const record =
      '{"time":1795136523120,"service_type":"IMS","resource_type":"ims","trace_name":"exportImage","trace_rating":"normal","trace_type":"ApiCall"}';
    const document = await openText(record);
    const position = document.positionAt(record.indexOf('exportImage') + 3);
    const editor = await vscode.window.showTextDocument(document, {
      selection: new vscode.Range(position, position),
    });
    assert.equal(editor.selection.active.character, position.character);
    assert.deepEqual(await lookUpFirst(), ['Preview exportImage.md']);
  });

  it('explains each event in a read-only document, in both languages', async () => {
    const english = await textOf(explanationOf('/IMS/image/updateImage.md', 'en'));
    assert.match(english, /^\*\*updateImage\*\* · Modifying\/Uploading an image · 修改镜像信息\/上传镜像/);
    assert.match(english, /PATCH \/v2\/images\/\{image_id\}/);
    const chinese = await textOf(explanationOf('/IMS/image/updateImage.md', 'zh-cn'));
    assert.match(chinese, /^\*\*updateImage\*\* · 修改镜像信息\/上传镜像 · Modifying\/Uploading an image/);
    assert.equal(await textOf(explanationOf('/IMS/image/noSuchEvent.md', 'en')), '');
  });
});
