import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, hoverAt, openFile, openText, shownOf, until } from '../editor';

const trace = {
  time: '2020/10/21 11:40:19 GMT+08:00',
  service_type: 'IMS',
  resource_type: 'ims',
  trace_name: 'createImages',
  trace_rating: 'normal',
  trace_type: 'ConsoleAction',
};
const oneLine = JSON.stringify([{ ...trace, trace_name: 'deleteImage' }, trace]);

describe('the formatted view', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('formats a long line and keeps the cursor position', async () => {
    const document = await openNew('one-line.json', oneLine);
    const shown = await openFormatted(document, '"createImages"');
    assert.equal(shown.getText(), JSON.stringify(JSON.parse(oneLine), undefined, 2));
    assert.equal(shown.languageId, 'json');
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.label, 'one-line.json (formatted)');
    assert.equal(textAtCursor(), '"createImages"');
  });

  it('has findings and hovers, but is read-only', async () => {
    const shown = await openFormatted(await openNew('read-only.json', oneLine));
    const diagnostics = await diagnosticsOf(shown.uri);
    assert.deepEqual(shownOf(shown, diagnostics), ['Warning unknown-event "createImages"']);
    assert.match(await hoverAt(shown, 'deleteImage'), /删除镜像/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      shown.uri,
      diagnostics[0]?.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        'Add IMS event "createImages" to the workspace catalog',
        'About the rule "unknown-event"',
        'Report "unknown-event" as a hint (this workspace)',
        'Report "unknown-event" as a hint (user settings, every folder)',
        'Turn off "unknown-event" (this workspace)',
        'Turn off "unknown-event" (user settings, every folder)',
      ],
    );
    assert.equal(vscode.workspace.fs.isWritableFileSystem(shown.uri.scheme), false);
  });

  it('offers what edits nothing by a command of its own, as the editor offers nothing', async () => {
    const copy = '{"trace_id":"f47ac10b-58cc-4372-a567-0e02b2c3d479","trace_name":"createImage",';
    const rest =
      '"service_type":"IMS","resource_type":"ims","trace_rating":"normal","trace_type":"ApiCall","time":1795136523120';
    const shown = await openFormatted(
      await openNew('copies.json', `[${copy}${rest}},${copy}${rest},"code":200}]`),
    );
    const [diagnostic] = await diagnosticsOf(shown.uri);
    const editor = vscode.window.activeTextEditor;
    assert.ok(diagnostic && editor);
    editor.selection = new vscode.Selection(diagnostic.range.start, diagnostic.range.start);
    const done = vscode.commands.executeCommand('ctsTrace.showActions');
    const isCompared = async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff;
    };
    await until(isCompared, (is) => is);
    await done;
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('takes over the findings of the file, and returns them when it is closed', async () => {
    const document = await openNew('once.json', oneLine);
    await vscode.commands.executeCommand('workbench.action.keepEditor');
    const found = shownOf(document, await diagnosticsOf(document.uri));
    const shown = await openFormatted(document);
    assert.deepEqual(shownOf(shown, await diagnosticsOf(shown.uri)), found);
    await diagnosticsOf(document.uri, (diagnostics) => diagnostics.length === 0);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await diagnosticsOf(shown.uri, (diagnostics) => diagnostics.length === 0);
    assert.deepEqual(shownOf(document, await diagnosticsOf(document.uri)), found);
  });

  it('leaves no findings if it is closed after the file', async () => {
    const document = await openNew('closed.json', oneLine);
    await vscode.commands.executeCommand('workbench.action.keepEditor');
    const shown = await openFormatted(document);
    await diagnosticsOf(shown.uri);
    await vscode.commands.executeCommand('workbench.action.closeOtherEditors');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const both = async () => [document.uri, shown.uri].flatMap((uri) => vscode.languages.getDiagnostics(uri));
    await until(both, (left) => left.length === 0);
  });

  it('lays out the JSON in strings, marks it, and leads to its places and back', async () => {
    const request = JSON.stringify({ name: 'web-base', tags: ['a'] });
    const document = await openNew(
      'strings.json',
      JSON.stringify([{ ...trace, request, user: '{"name":"mei"}' }]),
    );
    const shown = await openFormatted(document, 'web-base');
    const expected = [{ ...trace, request: JSON.parse(request), user: { name: 'mei' } }];
    assert.equal(shown.getText(), JSON.stringify(expected, undefined, 2));
    assert.match(shown.getText().slice(cursorOffset()), /^web-base/);
    assert.match(await hoverAt(shown, '"tags"'), /tags/);
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      shown.uri,
      new vscode.Range(0, 0, shown.lineCount, 0),
    );
    const marked = hints
      .filter(({ label }) => label === 'JSON in a string')
      .map(({ position }) => shown.lineAt(position).text.trim());
    assert.deepEqual(marked, ['"request": {', '"user": {']);
    select(shown, 'mei');
    await vscode.commands.executeCommand('ctsTrace.showOriginal');
    assert.match(document.getText().slice(cursorOffset()), /^mei/);
  });

  it('shows event, time and user first if the setting says so, also in an open view', async () => {
    const configuration = vscode.workspace.getConfiguration('ctsTrace');
    const set = (value?: string) =>
      configuration.update('formattedView.fieldOrder', value, vscode.ConfigurationTarget.Global);
    const shown = await openFormatted(await openNew('order.json', oneLine), '"createImages"');
    try {
      await set('essentials-first');
      const { trace_name, time, trace_rating, resource_type, service_type, trace_type } = trace;
      const ordered = { trace_name, time, trace_rating, resource_type, service_type, trace_type };
      await untilText(
        shown,
        JSON.stringify([{ ...ordered, trace_name: 'deleteImage' }, ordered], undefined, 2),
      );
      const expected = 'Warning unknown-event "createImages"';
      await diagnosticsOf(shown.uri, (found) => shownOf(shown, found).join() === expected);
      select(shown, '"createImages"');
      await vscode.commands.executeCommand('ctsTrace.showOriginal');
      assert.equal(textAtCursor(), '"createImages"');
    } finally {
      await set();
    }
  });

  it('shows its progress if the file is large, and is not opened if that is cancelled', async () => {
    const large = JSON.stringify(Array.from({ length: 20_000 }, () => trace));
    const document = await openNew('large.json', large);
    const { withProgress } = vscode.window;
    const shownOptions: vscode.ProgressOptions[] = [];
    const cancelled = new vscode.CancellationTokenSource();
    cancelled.cancel();
    try {
      const run: typeof withProgress = (options, task) => {
        shownOptions.push(options);
        return task({ report: () => {} }, cancelled.token);
      };
      Object.assign(vscode.window, { withProgress: run });
      await vscode.commands.executeCommand('ctsTrace.openFormatted');
    } finally {
      Object.assign(vscode.window, { withProgress });
    }
    assert.deepEqual(shownOptions, [
      { location: vscode.ProgressLocation.Notification, title: 'Formatting "large.json"', cancellable: true },
    ]);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await vscode.commands.executeCommand('ctsTrace.openFormatted');
    assert.equal(vscode.window.activeTextEditor?.document.uri.scheme, 'cts-trace-formatted');
  });

  it('leads back to the same position in the original', async () => {
    const document = await openNew('back.json', oneLine);
    const shown = await openFormatted(document);
    select(shown, '"createImages"');
    await vscode.commands.executeCommand('ctsTrace.showOriginal');
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.equal(textAtCursor(), '"createImages"');
  });

  it('follows the original', async () => {
    const document = await openNew('followed.json', oneLine);
    const shown = await openFormatted(document);
    await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, 0, oneLine.length), `[${JSON.stringify(trace)}]`);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await untilText(shown, JSON.stringify([trace], undefined, 2));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await untilText(shown, JSON.stringify(JSON.parse(oneLine), undefined, 2));
  });

  it('shows several values as JSON Lines, with their findings and without errors of the editor', async () => {
    const lines = `${JSON.stringify(trace)}\n${JSON.stringify(trace)}\n`;
    const shown = await openFormatted(await openNew('lines.json', lines));
    assert.equal(shown.languageId, 'jsonl');
    const text = JSON.stringify(trace, undefined, 2);
    assert.equal(shown.getText(), `${text}\n${text}`);
    await diagnosticsOf(shown.uri, (found) => found.length === 2);
    const others = vscode.languages.getDiagnostics(shown.uri).filter(({ source }) => source !== 'cts');
    assert.deepEqual(others, []);
  });

  it('shows an untitled document', async () => {
    const shown = await openFormatted(await openText(oneLine));
    assert.equal(shown.getText(), JSON.stringify(JSON.parse(oneLine), undefined, 2));
    await diagnosticsOf(shown.uri);
  });

  it('is deleted with the original', async () => {
    const document = await openNew('deleted.json', oneLine);
    const shown = await openFormatted(document);
    await vscode.workspace.fs.delete(document.uri);
    await assert.rejects(async () => vscode.workspace.fs.stat(shown.uri), /FileNotFound|EntryNotFound/);
  });
});

async function openNew(name: string, text: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder.uri, name), new TextEncoder().encode(text));
  return openFile(name);
}

/** Opens the view after moving the cursor to a string in the original. */
async function openFormatted(document: vscode.TextDocument, text?: string): Promise<vscode.TextDocument> {
  if (text !== undefined) select(document, text);
  await vscode.commands.executeCommand('ctsTrace.openFormatted');
  const shown = vscode.window.activeTextEditor?.document;
  assert.ok(shown);
  assert.equal(shown.uri.scheme, 'cts-trace-formatted');
  return shown;
}

function select(document: vscode.TextDocument, text: string): void {
  const editor = vscode.window.activeTextEditor;
  assert.equal(editor?.document, document);
  const position = document.positionAt(document.getText().indexOf(text));
  if (editor) editor.selection = new vscode.Selection(position, position);
}

function untilText(document: vscode.TextDocument, text: string): Promise<string> {
  return until(
    async () => document.getText(),
    (found) => found === text,
  );
}

function cursorOffset(): number {
  const editor = vscode.window.activeTextEditor;
  return editor ? editor.document.offsetAt(editor.selection.active) : -1;
}

/** The string literal that starts at the cursor. */
function textAtCursor(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  const { document, selection } = editor ?? {};
  if (!document || !selection) return undefined;
  return /^"[^"]*"/.exec(document.getText().slice(document.offsetAt(selection.active)))?.[0];
}
