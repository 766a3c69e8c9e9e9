import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, hoverAt, openText, shownOf, until } from '../editor';
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

/** The document with the traces of a file that have findings. */
function excerptOf(file: vscode.Uri, name: string): vscode.Uri {
  const path = `${vscode.Uri.joinPath(file, '..').path}/${name}`;
  return vscode.Uri.from({ scheme: 'cts-trace-findings', path, query: file.toString() });
}

/** Opens the only finding as a click in the Problems panel does. */
async function clickFinding(excerpt: vscode.Uri): Promise<vscode.TextDocument> {
  const found = await diagnosticsOf(excerpt);
  await vscode.commands.executeCommand('vscode.open', excerpt, { selection: found[0]?.range });
  const editor = await until(
    async () => vscode.window.activeTextEditor,
    (shown) => shown?.document.uri.toString() === excerpt.toString(),
  );
  assert.ok(editor);
  assert.deepEqual(shownOf(editor.document, found), ['Warning unknown-event "createImages"']);
  assert.equal(editor.document.getText(editor.selection), '"createImages"');
  return editor.document;
}

/** Waits for a part that is shown laid out with the cursor at what was asked for. */
async function shownPart(expected = '"trace_name": "createImages",'): Promise<vscode.TextDocument> {
  const lineOf = ({ document, selection }: vscode.TextEditor) =>
    document.lineAt(selection.active.line).text.trim();
  const editor = await until(
    async () => vscode.window.activeTextEditor,
    (shown) => shown?.document.uri.query.startsWith('cts-trace-part:') === true && lineOf(shown) === expected,
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
      assert.match(message, /^"large-traces\.json" is larger than 50 MB.*on the desktop/);
      assert.deepEqual(buttons, []);
      return;
    }
    const [message, ...buttons] = await notificationOf(open, 'Check File');
    assert.match(message, /^"large-traces\.json" is larger than 50 MB.*Check it from disk\?$/);
    assert.deepEqual(buttons, ['Check File']);
    const excerpt = excerptOf(uri, 'large-traces.json (findings).jsonc');
    await diagnosticsOf(excerpt);
    assert.deepEqual(vscode.languages.getDiagnostics(uri), []);
    await clickFinding(excerpt);
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

  it('has its findings in an excerpt, packed too, which leads to the traces around each', async () => {
    const packed = await write('large-bucket/traces.json.gz', await gzip(text));
    const folder = vscode.Uri.joinPath(packed, '..');
    try {
      const [message] = await notificationOf(() =>
        vscode.commands.executeCommand('ctsTrace.checkFolder', folder, [folder]),
      );
      assert.equal(message, 'Checked 200,000 traces in 1 file: 1 warning.');
      const document = await clickFinding(excerptOf(packed, 'traces.json.gz (findings).jsonc'));
      const [start, end] = [150_000, 49_999].map(
        (count) => `// … ${count.toLocaleString('en-US')} traces left out`,
      );
      const record = JSON.stringify(recordOf(150_000), undefined, 2).split('\n');
      const column = text.indexOf(JSON.stringify(recordOf(150_000))) + 1;
      assert.deepEqual(
        document
          .getText()
          .split('\n')
          .slice(1)
          .map((line) => line.replace(/^ {2}/, '')),
        ['[', start, `// Line 1, column ${column.toLocaleString('en-US')}`, ...record, end, ']'],
      );
      assert.match(await hoverAt(document, 'createImages'), /createImage/);
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      assert.ok(symbols.some(({ name }) => name.includes('createImages')));
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        document.uri,
      );
      const [link] = links.filter(({ target }) => target?.scheme === 'command');
      assert.ok(link?.target);
      assert.match(document.getText(link.range), /^Line 1, column/);
      await vscode.commands.executeCommand(link.target.path, ...JSON.parse(link.target.query));
      await shownPart('{');
      // The finding stays while a part is open, and goes with what it was found in
      assert.equal(vscode.languages.getDiagnostics(document.uri).length, 1);
    } finally {
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });

  it('shows it if it is packed too, instead of the text that is too long', async () => {
    const packed = await write('large-traces.json.gz', await gzip(text));
    await vscode.commands.executeCommand('ctsTrace.openPacked', packed, place);
    await shownPart();
  });
});
