import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { answering } from '../dialogs';
import { diagnosticsOf, hoverAt, shownOf, until } from '../editor';
import { gzip, join, write } from '../gzip';
import { warningOf } from '../notification';

const trace = {
  trace_id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479',
  time: 1795136523120,
  user: '{"name":"example","id":"0123456789abcdef0123456789abcdef"}',
  service_type: 'IMS',
  resource_type: 'ims',
  trace_name: 'createImages',
  trace_rating: 'normal',
  trace_type: 'ConsoleAction',
};
const other = { ...trace, trace_id: 'f47ac10b-58cc-4372-a567-0e02b2c3d47a', trace_name: 'deleteImage' };
const oneLine = JSON.stringify([other, trace]);

const imageId = '0c1b7a3e-52f4-4d0f-9d2a-3a6b1c9e8f70';

let count = 0;
/** A name as CTS gives it, another each time. */
const bucketName = (kind = 'CloudTrace') =>
  `example_${kind}_region-1_2026-11-23T02-12-03Z_${String(++count).padStart(16, '0')}.json.gz`;

const tabLabels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));

const openedInput = () => vscode.window.tabGroups.activeTabGroup.activeTab?.input;

async function lineOfCursor(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.lineAt(editor.selection.active.line).text.trim();
}

async function selectedText(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.getText(editor.selection);
}

/** Opens a file as a click in the explorer does, and waits for its text. */
async function click(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('vscode.open', uri);
  return shownTextOf(uri);
}

/** Waits until a laid-out text of the packed file is shown, and nothing else of it. */
async function shownTextOf(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const find = () => vscode.window.activeTextEditor?.document;
  const document = await until(
    async () => find(),
    (shown) =>
      shown?.uri.scheme === 'cts-trace-formatted' &&
      vscode.Uri.parse(shown.uri.query).query === uri.toString() &&
      tabLabels().length === 1,
  );
  assert.ok(document);
  return document;
}

async function opened(bytes: Uint8Array, name = bucketName()): Promise<vscode.TextDocument> {
  return click(await write(name, bytes));
}

describe('a packed file', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace
      .getConfiguration('ctsTrace')
      .update('openPackedFiles', undefined, vscode.ConfigurationTarget.Global);
  });

  it('of a bucket opens unpacked and laid out, with everything but edits', async () => {
    const name = bucketName();
    const document = await opened(await gzip(oneLine), name);
    const expected = [other, trace].map((record) => ({ ...record, user: JSON.parse(record.user) }));
    assert.equal(document.getText(), JSON.stringify(expected, undefined, 2));
    assert.equal(document.languageId, 'json');
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.label, `${name} (unpacked)`);
    assert.deepEqual(shownOf(document, await diagnosticsOf(document.uri)), [
      'Warning unknown-event "createImages"',
    ]);
    assert.match(await hoverAt(document, 'deleteImage'), /删除镜像/);
    assert.equal(vscode.workspace.fs.isWritableFileSystem(document.uri.scheme), false);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.equal(symbols.filter(({ name }) => name.includes('Image')).length, 2);
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      document.positionAt(document.getText().indexOf('"example"') + 2),
    );
    assert.deepEqual(
      references.map(({ uri, range }) => [
        uri.toString() === document.uri.toString(),
        document.getText(range),
      ]),
      [
        [true, '"deleteImage"'],
        [true, '"createImages"'],
      ],
    );
  });

  it('leads from value to value: definition, references, and what is searched in it', async () => {
    const job = { resource_id: imageId, response: '{"job_id":"0123456789abcdef0123456700000021"}' };
    const call = { ...trace, ...job, trace_name: 'deleteImage' };
    const result = { ...call, trace_id: other.trace_id, time: trace.time + 60_000 };
    const document = await opened(await gzip(JSON.stringify([call, result, trace])));
    const at = (text: string) => document.positionAt(document.getText().indexOf(text) + 2);
    const linesOf = (locations: readonly (vscode.Location | vscode.LocationLink)[]) =>
      locations.map((location) => {
        const [uri, range] =
          'targetUri' in location
            ? [location.targetUri, location.targetSelectionRange ?? location.targetRange]
            : [location.uri, location.range];
        assert.equal(uri.toString(), document.uri.toString());
        return document.getText(range);
      });
    const find = async (command: string, text: string) =>
      linesOf(await vscode.commands.executeCommand<vscode.Location[]>(command, document.uri, at(text)));
    assert.deepEqual(await find('vscode.executeReferenceProvider', `"${imageId}"`), [
      '"deleteImage"',
      '"deleteImage"',
    ]);
    assert.deepEqual(await find('vscode.executeDefinitionProvider', '"deleteImage"'), ['"deleteImage"']);
    await vscode.commands.executeCommand('editor.actions.findWithArgs', { searchString: 'createImages' });
    await vscode.commands.executeCommand('editor.action.nextMatchFindAction');
    await until(selectedText, (text) => text === 'createImages');
  });

  it('is compared with another one by its text', async () => {
    const [one, two] = [await gzip(oneLine), await gzip(JSON.stringify([other]))];
    const files = [await write(bucketName(), one), await write(bucketName(), two)];
    const [first, second] = files;
    assert.ok(first && second);
    await vscode.commands.executeCommand('ctsTrace.comparePacked', second, files);
    const input = await until(
      async () => openedInput(),
      (shown) => shown instanceof vscode.TabInputTextDiff,
    );
    assert.ok(input instanceof vscode.TabInputTextDiff);
    const packedOf = (view: vscode.Uri) => vscode.Uri.parse(view.query).query;
    assert.deepEqual([packedOf(input.original), packedOf(input.modified)], files.map(String));
    const texts = [input.original, input.modified].map(async (uri) =>
      JSON.parse((await vscode.workspace.openTextDocument(uri)).getText()),
    );
    assert.deepEqual(
      (await Promise.all(texts)).map(({ length }) => length),
      [2, 1],
    );
  });

  it('that is gone is not compared, which is said', async () => {
    const one = await write(bucketName(), await gzip(oneLine));
    const gone = vscode.Uri.joinPath(one, '../gone.json.gz');
    const said = await answering({}, () =>
      vscode.commands.executeCommand('ctsTrace.comparePacked', one, [one, gone]),
    );
    assert.deepEqual(said, ['"gone.json.gz" cannot be opened: no such file or folder']);
  });

  it('of two members is one text', async () => {
    const [one, two] = await Promise.all([gzip(oneLine.slice(0, 100)), gzip(oneLine.slice(100))]);
    const document = await opened(join(one, two));
    assert.equal(JSON.parse(document.getText()).length, 2);
    assert.equal((await diagnosticsOf(document.uri)).length, 1);
  });

  it('that is a digest opens too', async () => {
    const digest = { digest_file_name: 'example', digest_start_time: '', log_files: [] };
    const name = bucketName('CloudTrace-Digest').replace(/_0\d+\.json/, '.json');
    const document = await opened(await gzip(JSON.stringify(digest)), name);
    assert.equal(document.getText(), JSON.stringify(digest, undefined, 2));
  });

  const damaged: readonly (readonly [string, () => Promise<Uint8Array>, string, RegExp])[] = [
    [
      'that is cut off',
      async () => (await gzip(oneLine)).subarray(0, -1),
      ']',
      /^Error The packed file is cut off: the gzipped data ends too early/,
    ],
    [
      'with a wrong checksum',
      async () => withWrongChecksum(await gzip(oneLine)),
      '[',
      /^Error The packed file was read, but the checksum of its gzipped data is wrong/,
    ],
    [
      'with bytes after the end',
      async () => join(await gzip(oneLine), new TextEncoder().encode('more')),
      ']',
      /^Warning The packed file has bytes after the end of its gzipped data/,
    ],
  ];
  for (const [name, bytes, character, message] of damaged)
    it(`${name} has a finding at its place, beside the others`, async () => {
      const document = await opened(await bytes());
      const found = await diagnosticsOf(document.uri, ({ length }) => length === 2);
      const [own] = found.filter(({ code }) => code === undefined);
      assert.ok(own);
      assert.match(`${vscode.DiagnosticSeverity[own.severity]} ${own.message}`, message);
      assert.equal(document.getText(own.range), character);
      const text = document.getText();
      const offset = character === ']' ? text.length - 1 : 0;
      assert.equal(document.offsetAt(own.range.start), offset);
    });

  it('with any name opens by the command and by its editor', async () => {
    const uri = await write('other.json.gz', await gzip('{"a":[1]}'));
    await vscode.commands.executeCommand('ctsTrace.openPacked', uri);
    assert.equal((await shownTextOf(uri)).getText(), '{\n  "a": [\n    1\n  ]\n}');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('vscode.openWith', uri, 'ctsTrace.packedJson');
    assert.equal((await shownTextOf(uri)).getText(), '{\n  "a": [\n    1\n  ]\n}');
  });

  it('stays packed if the setting says so, until it is asked for', async () => {
    await vscode.workspace
      .getConfiguration('ctsTrace')
      .update('openPackedFiles', false, vscode.ConfigurationTarget.Global);
    const uri = await write(bucketName(), await gzip(oneLine));
    await vscode.commands.executeCommand('vscode.open', uri);
    const isText = () => {
      const input = openedInput();
      return input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
    };
    await until(async () => isText(), Boolean);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('ctsTrace.openPacked', uri);
    await shownTextOf(uri);
  });

  it('opens at a place of its text', async () => {
    const uri = await write(bucketName(), await gzip(oneLine));
    const place = new vscode.Position(0, oneLine.indexOf('"createImages"'));
    await vscode.commands.executeCommand('ctsTrace.openPacked', uri, place);
    await shownTextOf(uri);
    await until(lineOfCursor, (line) => line === '"trace_name": "createImages",');
    await vscode.commands.executeCommand(
      'ctsTrace.openPacked',
      uri,
      place.with({ character: oneLine.indexOf('example') }),
    );
    await until(lineOfCursor, (line) => line === '"name": "example",');
  });

  it('opens laid out at a finding that is listed by the place in its text', async () => {
    const uri = await write(bucketName(), await gzip(oneLine));
    const text = vscode.Uri.from({
      scheme: 'cts-trace-unpacked',
      path: uri.path.replace(/\.gz$/, ''),
      query: uri.toString(),
    });
    const start = new vscode.Position(0, oneLine.indexOf('"createImages"'));
    await vscode.commands.executeCommand('vscode.open', text, { selection: new vscode.Range(start, start) });
    await shownTextOf(uri);
    await until(lineOfCursor, (line) => line === '"trace_name": "createImages",');
  });

  it('has its text as it is behind the laid-out one', async () => {
    const document = await opened(await gzip(oneLine));
    await vscode.commands.executeCommand('ctsTrace.showOriginal', document.uri);
    const text = await until(
      async () => vscode.window.activeTextEditor?.document,
      (shown) => shown?.uri.scheme === 'cts-trace-unpacked',
    );
    assert.equal(text?.getText(), oneLine);
    assert.equal(vscode.workspace.fs.isWritableFileSystem('cts-trace-unpacked'), false);
  });

  it('in a virtual folder opens too, and is read again when it changes', async () => {
    const uri = vscode.Uri.from({ scheme: 'memfs', path: `/${bucketName()}` });
    await vscode.workspace.fs.writeFile(uri, await gzip(oneLine));
    const document = await click(uri);
    await diagnosticsOf(document.uri, ({ length }) => length === 1);
    await vscode.workspace.fs.writeFile(uri, await gzip(JSON.stringify([other])));
    await until(
      async () => document.getText(),
      (text) => JSON.parse(text).length === 1,
    );
    await diagnosticsOf(document.uri, ({ length }) => length === 0);
  });

  for (const [where, uriOf] of [
    // Folders of the workspace cannot be watched here, as the VS Code server of these tests lacks a package
    ['on disk', (name: string) => write(`../${name}`, new Uint8Array())],
    ['in a virtual folder', async (name: string) => vscode.Uri.from({ scheme: 'memfs', path: `/${name}` })],
  ] as const)
    it(`${where} that vanishes while it is open keeps its text, and is read again when it is back`, async () => {
      const uri = await uriOf(bucketName());
      await vscode.workspace.fs.writeFile(uri, await gzip(oneLine));
      const document = await click(uri);
      const text = document.getText();
      await diagnosticsOf(document.uri, ({ length }) => length === 1);
      await vscode.workspace.fs.delete(uri);
      const reason = `"${uri.path.slice(uri.path.lastIndexOf('/') + 1)}" cannot be opened: no such file or folder`;
      const [message] = await warningOf(() => vscode.commands.executeCommand('ctsTrace.openPacked', uri));
      assert.equal(message, reason);
      assert.equal(document.isClosed, false);
      assert.equal(document.getText(), text);
      assert.equal((await diagnosticsOf(document.uri)).length, 1);
      await vscode.workspace.fs.writeFile(uri, await gzip(JSON.stringify([other])));
      await until(
        async () => document.getText(),
        (shown) => JSON.parse(shown).length === 1,
      );
      await diagnosticsOf(document.uri, ({ length }) => length === 0);
    });

  it('that cannot be shown is not, with the reason and a way on', async () => {
    const denied = vscode.Uri.from({ scheme: 'memfs', path: '/denied.json.gz' });
    await vscode.workspace.fs.writeFile(denied, await gzip(oneLine));
    const large = ' '.repeat(51 * 1024 * 1024);
    const cases: readonly (readonly [vscode.Uri, string])[] = [
      [denied, 'cannot be opened: permission denied'],
      [denied.with({ path: '/gone.json.gz' }), 'cannot be opened: no such file or folder'],
      [
        await write('twice.json.gz', await gzip(await gzip(oneLine))),
        "is gzipped twice. Unzip it once first: 'gunzip FILE'",
      ],
      [
        await write('binary.json.gz', await gzip(new Uint8Array(100))),
        'is not text: it contains NUL characters. UTF-16 must begin with a byte order mark',
      ],
      [
        await write('bomb.json.gz', await gzip(large)),
        "has more than 50 MB of text, too much for the editor. Check its folder instead, or use the command line: 'cts-trace check FILE'",
      ],
    ];
    for (const [uri, reason] of cases) {
      const shown = await warningOf(() => vscode.commands.executeCommand('ctsTrace.openPacked', uri));
      const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
      assert.deepEqual(shown, [`"${name}" ${reason}`, 'Check Folder']);
    }
  });

  it('that would be too large laid out has its text as it is, and stays so', async () => {
    const wide = JSON.stringify([{ ...trace, request: { sizes: new Array(5_200_000).fill(0) } }]);
    const uri = await write(bucketName(), await gzip(wide));
    await vscode.commands.executeCommand('vscode.open', uri);
    const document = await until(
      async () => vscode.window.activeTextEditor?.document,
      (shown) => shown?.uri.scheme === 'cts-trace-unpacked' && tabLabels().length === 1,
    );
    assert.ok(document);
    await diagnosticsOf(document.uri);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.equal(tabLabels().length, 1);
  });

  it('that is gzipped twice, or no text, is not shown, and the window stays as it is', async () => {
    const twice = await write(bucketName(), await gzip(await gzip(oneLine)));
    await vscode.commands.executeCommand('vscode.open', twice);
    await until(async () => openedInput() instanceof vscode.TabInputCustom, Boolean);
    await opened(await gzip(oneLine));
  });
});

function withWrongChecksum(bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[bytes.length - 8] = (changed[bytes.length - 8] ?? 0) ^ 1;
  return changed;
}
