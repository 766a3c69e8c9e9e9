import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, show, until } from '../editor';
import { notificationOf } from '../notification';
import { gzip, record, records, remove, shownAt, workspaceFolder, write } from './bucket-files';
import { checkedLines } from './checked-bucket';

const folder = 'bucket';
const folderUri = () => vscode.Uri.joinPath(workspaceFolder(), folder);
const check = (uri = folderUri()) =>
  notificationOf(() => vscode.commands.executeCommand('ctsTrace.checkFolder', uri, [uri]));

const unknown = { event: 'createImages' };

/** The findings that formatted views show. */
const formattedFindings = () =>
  vscode.languages
    .getDiagnostics()
    .filter(([{ scheme }]) => scheme === 'cts-trace-formatted')
    .flatMap(([, diagnostics]) => diagnostics);

describe('the check of a folder', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await remove(folder);
  });

  it('finds what is in plain and packed files, whatever is not open', async () => {
    const plain = await write(folder, 'plain.json', [record(), record(unknown)]);
    const packed = await write(folder, 'deep/packed.json.gz', [record(unknown)]);
    const lines = await write(folder, 'lines.jsonl', `${JSON.stringify(record())}\n{"a":1}\n`);
    await write(folder, 'other.json', { a: 1 });
    await write(folder, 'notes.txt', 'no evidence');
    assert.deepEqual(await check(), [
      'Checked 4 traces in 3 files: 2 warnings.',
      'Show in CTS View',
      'Show Problems',
    ]);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(plain));
    const column = text.indexOf('"createImages"') + 1;
    assert.deepEqual(shownAt(plain), [`1:${column} unknown-event`]);
    assert.deepEqual(shownAt(packed), [
      `1:${JSON.stringify([record(unknown)]).indexOf('"createImages"') + 1} unknown-event`,
    ]);
    assert.deepEqual(shownAt(lines), []);
  });

  it('tells files in folders of the same name apart', async () => {
    for (const name of ['one/traces/a.json', 'two/traces/a.json'])
      await write(folder, name, [record(unknown)]);
    const folders = ['one/traces', 'two/traces'].map((path) => vscode.Uri.joinPath(folderUri(), path));
    assert.deepEqual(await checkedLines({ name: 'slices', startThread: undefined }, folders), [
      'one/traces/a.json | read | 1 unknown-event',
      'two/traces/a.json | read | 1 unknown-event',
    ]);
  });

  it('names what was not read, or not to its end', async () => {
    const whole = await gzip(new TextEncoder().encode(JSON.stringify(records(50))));
    const cut = vscode.Uri.joinPath(folderUri(), 'cut.json.gz');
    await vscode.workspace.fs.writeFile(cut, whole.slice(0, whole.length - 200));
    const appended = vscode.Uri.joinPath(folderUri(), 'appended.json.gz');
    await vscode.workspace.fs.writeFile(appended, new Uint8Array([...whole, 1, 2, 3]));
    const twice = vscode.Uri.joinPath(folderUri(), 'twice.json.gz');
    await vscode.workspace.fs.writeFile(twice, await gzip(whole));
    const [message] = await check();
    assert.match(message, /^Checked \d+ traces in 2 files: .* Not read, or only in part: 3\.$/);
    assert.match(shownAt(cut)[0] ?? '', /^1:1 This file is cut off: the gzipped data ends too early/);
    assert.match(shownAt(appended)[0] ?? '', /^1:1 This file has bytes after the end/);
    assert.match(shownAt(twice)[0] ?? '', /^1:1 This file is gzipped twice/);
  });

  it('reads gzipped files of several members', async () => {
    const [one, other] = await Promise.all(
      [[record()], [record(unknown)]].map((part) =>
        gzip(new TextEncoder().encode(`${JSON.stringify(part[0])}\n`)),
      ),
    );
    const uri = vscode.Uri.joinPath(folderUri(), 'members.jsonl.gz');
    await vscode.workspace.fs.writeFile(uri, new Uint8Array([...(one ?? []), ...(other ?? [])]));
    assert.equal((await check())[0], 'Checked 2 traces in 1 file: 1 warning.');
    assert.match(shownAt(uri)[0] ?? '', /^2:\d+ unknown-event$/);
  });

  it('passes over what the settings exclude', async () => {
    const read = await write(folder, 'read.json', [record(unknown)]);
    const archived = await write(folder, 'archive/old.json', [record(unknown)]);
    const hidden = await write(folder, 'hidden.json', [record(unknown)]);
    const target = vscode.ConfigurationTarget.Workspace;
    const own = vscode.workspace.getConfiguration('ctsTrace', folderUri());
    const files = vscode.workspace.getConfiguration('files', folderUri());
    // Those that make no sense exclude nothing
    await own.update('exclude', ['**/archive', '', '[', '{a', '(', 7], target);
    await files.update('exclude', { [`${folder}/hidden.json`]: true }, target);
    try {
      assert.equal((await check())[0], 'Checked 1 trace in 1 file: 1 warning.');
      assert.deepEqual(
        [read, archived, hidden].map((uri) => shownAt(uri).length),
        [1, 0, 0],
      );
    } finally {
      await own.update('exclude', undefined, target);
      await files.update('exclude', undefined, target);
    }
  });

  it('leaves files that are open to their own check, and takes them back when they are closed', async () => {
    const uri = await write(folder, 'open.json', [record(unknown)]);
    const document = await show(uri);
    await diagnosticsOf(uri);
    await check();
    assert.equal(shownAt(uri).length, 1);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await until(
      async () => shownAt(uri).length,
      (count) => count === 1,
    );
  });

  it('finds what is in a packed file whose tab was closed, though the editor still has its text', async () => {
    const uri = await write(folder, 'closed.json.gz', [record(unknown)]);
    await vscode.commands.executeCommand('ctsTrace.openPacked', uri);
    await until(
      async () => shownAt(uri).length + formattedFindings().length,
      (count) => count > 0,
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until(
      async () => formattedFindings().length,
      (count) => count === 0,
    );
    assert.ok(vscode.workspace.textDocuments.some((open) => open.uri.path.includes('closed.json')));
    await check();
    assert.equal(shownAt(uri).length, 1);
  });

  it('lists all findings of many files', async function () {
    this.timeout(120_000);
    const names = Array.from(
      { length: 50 },
      (_, index) => `part-${index}.json${index % 2 === 0 ? '' : '.gz'}`,
    );
    const uris = await Promise.all(names.map((name) => write(folder, name, records(100, unknown))));
    assert.equal((await check())[0], 'Checked 5,000 traces in 50 files: 5,000 warnings.');
    assert.deepEqual(
      uris.map((uri) => shownAt(uri).length),
      uris.map(() => 100),
    );
  });

  it('can be cancelled, and begun anew', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => write(folder, `${index}.json`, records(200))));
    const original = vscode.window.withProgress;
    const source = new vscode.CancellationTokenSource();
    const cancelled: typeof vscode.window.withProgress = (_, task) =>
      task({ report: () => source.cancel() }, source.token);
    Object.assign(vscode.window, { withProgress: cancelled });
    try {
      await vscode.commands.executeCommand('ctsTrace.checkFolder', folderUri(), [folderUri()]);
    } finally {
      Object.assign(vscode.window, { withProgress: original });
    }
    assert.ok(source.token.isCancellationRequested);
    assert.equal((await check())[0], 'Checked 4,000 traces in 20 files: no findings.');
  });

  it('tells how far it is, and never more than all of it', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => write(folder, `${index}.json`, records(100))));
    const original = vscode.window.withProgress;
    const { token } = new vscode.CancellationTokenSource();
    const told: { message?: string; increment?: number }[] = [];
    const listened: typeof vscode.window.withProgress = (_, task) =>
      task({ report: (value) => void told.push({ ...value }) }, token);
    Object.assign(vscode.window, { withProgress: listened });
    try {
      await check();
    } finally {
      Object.assign(vscode.window, { withProgress: original });
    }
    // On the web the number of files is not known before
    assert.match(told.at(-1)?.message ?? '', /^Files: 20(?: of 20)?; 2,000 traces$/);
    const sum = told.reduce((all, { increment = 0 }) => all + increment, 0);
    const isKnown = told.at(-1)?.message?.includes(' of ') === true;
    assert.equal(Math.round(sum), isKnown ? 100 : 0);
  });

  it('says so if there is nothing to check', async () => {
    await write(folder, 'notes.txt', 'no evidence');
    assert.equal((await check())[0], 'No trace files were found');
  });

  it('checks all folders of the workspace', async () => {
    await write(folder, 'plain.json', [record(unknown)]);
    const [message] = await notificationOf(() => vscode.commands.executeCommand('ctsTrace.checkWorkspace'));
    assert.equal(message, 'Checked 1 trace in 1 file: 1 warning.');
  });
});
