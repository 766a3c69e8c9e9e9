import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, openText, until } from '../editor';
import { gzip, write } from '../gzip';
import { notificationOf } from '../notification';

const recordOf = (index: number) => ({
  trace_id: `f47ac10b-58cc-4372-a567-${String(index).padStart(12, '0')}`,
  time: 1795136523120 + index,
  service_type: 'IMS',
  resource_type: 'ims',
  trace_name: index === 150_000 ? 'createImages' : 'createImage',
  trace_rating: 'normal',
  trace_type: 'ConsoleAction',
  message: 'x'.repeat(200),
});

/** Some 74 MB on one line. */
function largeText(): string {
  return `[${Array.from({ length: 200_000 }, (_, index) => JSON.stringify(recordOf(index))).join(',')}]`;
}

/** Node has it, and a web worker has not. */
const isOnWeb = !('process' in globalThis);

/** Waits for a part that is shown laid out with the cursor at the event that was asked for. */
async function shownPart(): Promise<vscode.TextDocument> {
  const lineOf = ({ document, selection }: vscode.TextEditor) =>
    document.lineAt(selection.active.line).text.trim();
  const editor = await until(
    async () => vscode.window.activeTextEditor,
    (shown) =>
      shown?.document.uri.query.startsWith('cts-trace-part:') === true &&
      lineOf(shown) === '"trace_name": "createImages",',
  );
  assert.ok(editor);
  return editor.document;
}

describe('a file that is too large for extensions', () => {
  const text = largeText();
  const place = new vscode.Position(0, text.indexOf('"createImages"'));
  let uri: vscode.Uri;

  before(async () => {
    // VS Code 1.100 does not always start an extension for the language of a file that is too large for extensions
    await openText('{}');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    uri = await write('large-traces.json', new TextEncoder().encode(text));
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is recognised when it is opened, and checked from disk, or the limit is said', async () => {
    const open = async () => {
      await vscode.commands.executeCommand('vscode.open', uri);
      await until(
        async () => vscode.window.tabGroups.activeTabGroup.activeTab?.input,
        (input) => input instanceof vscode.TabInputText,
      );
    };
    if (isOnWeb) {
      const [message, ...buttons] = await notificationOf(open);
      assert.match(message, /^"large-traces\.json" has more than 50 MB.*on the desktop/);
      assert.deepEqual(buttons, []);
      return;
    }
    const [message, ...buttons] = await notificationOf(open, 'Check File');
    assert.match(message, /^"large-traces\.json" has more than 50 MB.*Check it from disk\?$/);
    assert.deepEqual(buttons, ['Check File']);
    const found = await diagnosticsOf(uri);
    assert.deepEqual(
      found.map(({ range }) => [range.start.line, range.start.character]),
      [[place.line, place.character]],
    );
    // As a row of the CTS view does
    await vscode.commands.executeCommand('ctsTrace.openBucketPlace', {
      file: 0,
      line: 0,
      column: place.character,
    });
    await shownPart();
  });

  it('shows the trace at a place and some around it, laid out', async () => {
    await vscode.commands.executeCommand('ctsTrace.openPart', uri, place);
    const document = await shownPart();
    const expected = Array.from({ length: 11 }, (_, index) => recordOf(150_000 - 5 + index));
    assert.equal(document.getText(), JSON.stringify(expected, undefined, 2));
    assert.equal((await diagnosticsOf(document.uri)).length, 1);
  });

  it('shows it if it is packed too, instead of the text that is too long', async () => {
    const packed = await write('large-traces.json.gz', await gzip(text));
    await vscode.commands.executeCommand('ctsTrace.openPacked', packed, place);
    await shownPart();
  });
});
