import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, hoverAt, openFile, openText, quickFixesAt, shownOf, until } from '../editor';
import { errorNotificationOf, notificationOf } from '../notification';

const record =
  '{"time":1795136523120,"service_type":"ELB","resource_type":"member","trace_name":"moveMember","trace_rating":"normal","trace_type":"ApiCall"}';
const hint = 'Hint unknown-event "moveMember"';
const warning = 'Warning unknown-event "moveMember"';
const catalogName = 'own.cts-catalog.json';
const traceName = 'move-member.json';
const workspaceCatalogName = 'cts-trace.cts-catalog.json';

function inWorkspace(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, name);
}

function write(name: string, content: unknown): Thenable<void> {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  return vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
}

function setCatalogs(paths: readonly string[] | undefined): Thenable<void> {
  const configuration = vscode.workspace.getConfiguration('ctsTrace');
  return configuration.update('catalogs', paths, vscode.ConfigurationTarget.Workspace);
}

function regionOf(...operation_list: readonly string[]) {
  return { operations: [{ service_type: 'ELB', resource_type: 'member', operation_list }] };
}

/** Waits until a document has exactly these findings. */
async function finds(document: vscode.TextDocument, ...expected: readonly string[]): Promise<void> {
  await diagnosticsOf(
    document.uri,
    (found) => JSON.stringify(shownOf(document, found)) === JSON.stringify(expected),
  );
}

async function replaceIn(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const start = document.getText().indexOf(from);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

async function remove(name: string): Promise<void> {
  try {
    await vscode.workspace.fs.delete(inWorkspace(name));
  } catch {
    // Did not exist
  }
}

function addToCatalog(name: string): Thenable<unknown> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return vscode.commands.executeCommand('ctsTrace.addToCatalog', folder?.uri, { service: 'ELB', name });
}

function catalogsSet(): readonly string[] | undefined {
  return vscode.workspace.getConfiguration('ctsTrace').get<readonly string[]>('catalogs');
}

async function namesIn(name: string): Promise<readonly string[]> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(inWorkspace(name)));
  return JSON.parse(text).events.map((event: { name: string }) => event.name);
}

/** The commands above the first line of a document, once there are as many as expected. */
async function lensesOf(
  { uri }: vscode.TextDocument,
  areExpected: (lenses: readonly vscode.Command[]) => boolean,
): Promise<readonly vscode.Command[]> {
  const read = async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      uri,
      10,
    );
    return lenses.flatMap(({ command }) => command ?? []);
  };
  return until(read, areExpected);
}

const notWritten =
  'Could not write cts-trace.cts-catalog.json. Make sure that it is a writable file and try again';

describe('user catalogs', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await setCatalogs(undefined);
    await remove(catalogName);
    await remove(workspaceCatalogName);
    await remove(traceName);
  });

  it('take effect while the setting lists them', async () => {
    const document = await openText(record);
    await finds(document, hint);
    await write(catalogName, regionOf('createMember'));
    await setCatalogs([catalogName]);
    await finds(document, warning);
    await setCatalogs(undefined);
    await finds(document, hint);
  });

  it('can be UTF-16', async () => {
    const document = await openText(record);
    const units = Uint16Array.from(`\ufeff${JSON.stringify(regionOf('createMember'))}`, (unit) =>
      unit.charCodeAt(0),
    );
    await vscode.workspace.fs.writeFile(inWorkspace(catalogName), new Uint8Array(units.buffer));
    await setCatalogs([catalogName]);
    await finds(document, warning);
  });

  it('take effect when they are renamed', async () => {
    const document = await openText(record);
    await setCatalogs([catalogName]);
    await write(workspaceCatalogName, regionOf('createMember'));
    await finds(document, hint);
    const renaming = new vscode.WorkspaceEdit();
    renaming.renameFile(inWorkspace(workspaceCatalogName), inWorkspace(catalogName));
    assert.ok(await vscode.workspace.applyEdit(renaming));
    await finds(document, warning);
  });

  it('take effect when they are edited, before they are saved, and when they are deleted', async () => {
    const document = await openText(record);
    await write(catalogName, regionOf('createMember'));
    await setCatalogs([catalogName]);
    await finds(document, warning);
    const catalog = await openFile(catalogName);
    await replaceIn(catalog, 'createMember', 'moveMember');
    await finds(document);
    assert.match(await hoverAt(document, 'moveMember'), /In your catalog `own\.cts-catalog\.json`/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await finds(document, warning);
    await replaceIn(catalog, 'createMember', 'moveMember');
    assert.ok(await catalog.save());
    await finds(document);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    const deletion = new vscode.WorkspaceEdit();
    deletion.deleteFile(catalog.uri);
    assert.ok(await vscode.workspace.applyEdit(deletion));
    await finds(document, hint);
  });

  it('that are broken have diagnostics, and the built-in catalog stays in effect', async () => {
    const document = await openText(record);
    await write(catalogName, '{ "events": [{ "service": "ELB", "name": 7 }] }');
    await setCatalogs([catalogName]);
    const catalog = await openFile(catalogName);
    const found = await diagnosticsOf(catalog.uri);
    assert.deepEqual(shownOf(catalog, found), ['Error broken-catalog 7']);
    const [{ code } = { code: undefined }] = found;
    assert.ok(typeof code === 'object' && code.target.query === '"broken-catalog"');
    await finds(document, hint);
    await replaceIn(catalog, '7', '"moveMember"');
    await diagnosticsOf(catalog.uri, (left) => left.length === 0);
    await finds(document);
  });

  it('that do not exist are marked in the settings', async () => {
    await openText(record);
    await setCatalogs(['none.cts-catalog.json']);
    const settings = inWorkspace('.vscode/settings.json');
    const found = await diagnosticsOf(settings);
    assert.deepEqual(
      found.map(({ message }) => message),
      ['Catalog "none.cts-catalog.json" not found (setting \'ctsTrace.catalogs\')'],
    );
    // Read, not opened: the editor would keep the document and take later changes of the file for a conflict
    const lines = new TextDecoder().decode(await vscode.workspace.fs.readFile(settings)).split('\n');
    assert.deepEqual(
      found.map(({ range }) => lines[range.start.line]?.slice(range.start.character, range.end.character)),
      ['"none.cts-catalog.json"'],
    );
    assert.deepEqual(vscode.languages.getDiagnostics(inWorkspace('none.cts-catalog.json')), []);
    await setCatalogs(undefined);
    await diagnosticsOf(settings, (left) => left.length === 0);
  });

  it('say on top whether they are in use, and can be put in use and taken back', async () => {
    await write(catalogName, regionOf('createMember', 'deleteMember'));
    const catalog = await openFile(catalogName);
    const unused = await lensesOf(catalog, ([, second]) => second?.title === 'Use This Catalog');
    assert.deepEqual(
      unused.map(({ title }) => title),
      ['Not in use', 'Use This Catalog'],
    );
    const [, use] = unused;
    assert.ok(use);
    let whileUsed: readonly string[] | undefined;
    const notice = await notificationOf(
      () => vscode.commands.executeCommand(use.command, ...(use.arguments ?? [])),
      'Undo',
      async () => {
        const [used] = await lensesOf(catalog, (lenses) => lenses.length === 1);
        assert.equal(used?.title, 'In use: 2 events');
        whileUsed = catalogsSet();
        const [message] = await notificationOf(() =>
          vscode.commands.executeCommand('ctsTrace.useCatalog', catalog.uri),
        );
        assert.equal(message, '"own.cts-catalog.json" is already in use');
      },
    );
    assert.deepEqual(notice, ['"own.cts-catalog.json" is now in use (workspace settings)', 'Undo']);
    assert.deepEqual(whileUsed, [catalogName]);
    await lensesOf(catalog, (lenses) => lenses.length === 2);
    assert.deepEqual(catalogsSet(), []);
  });

  it('are not offered while they are broken', async () => {
    await write(catalogName, '{"events":[');
    const catalog = await openFile(catalogName);
    const lenses = await lensesOf(catalog, ([, second]) => second?.command === '');
    const shown = lenses.map(({ title, command }) => [title, command]);
    assert.deepEqual(shown, [
      ['Not in use', ''],
      ['Invalid catalog; none of it is used: invalid JSON', ''],
    ]);
  });

  it('receive an event by a quick fix, which does not edit the trace', async () => {
    await write(traceName, record);
    const document = await openFile(traceName);
    const [diagnostic] = await diagnosticsOf(document.uri);
    assert.ok(diagnostic);
    const actions = await quickFixesAt(document, diagnostic.range);
    const action = actions.find(
      ({ title }) => title === 'Add ELB event "moveMember" to the workspace catalog',
    );
    assert.ok(action?.command && action.edit === undefined);
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    await finds(document);
    assert.equal(document.getText(), record);
    const written = await vscode.workspace.fs.readFile(inWorkspace(workspaceCatalogName));
    assert.deepEqual(JSON.parse(new TextDecoder().decode(written)), {
      events: [{ service: 'ELB', resourceType: 'member', name: 'moveMember' }],
    });
    await until(
      async () => catalogsSet(),
      (paths) => JSON.stringify(paths) === JSON.stringify([workspaceCatalogName]),
    );
  });

  it('confirm an added event with a notification, which can undo all of it', async () => {
    const document = await openText(record);
    await finds(document, hint);
    const event = { service: 'ELB', resourceType: 'member', name: 'moveMember' };
    const add = () => vscode.commands.executeCommand('ctsTrace.addToCatalog', inWorkspace(''), event);
    assert.deepEqual(await notificationOf(add), [
      'Added "moveMember" to cts-trace.cts-catalog.json',
      'Open',
      'Undo',
    ]);
    await finds(document);
    await setCatalogs(undefined);
    await remove(workspaceCatalogName);
    await finds(document, hint);
    await notificationOf(add, 'Undo', () => finds(document));
    await finds(document, hint);
    const { workspaceValue } = vscode.workspace.getConfiguration('ctsTrace').inspect('catalogs') ?? {};
    assert.equal(workspaceValue, undefined);
    const files = () => vscode.workspace.fs.readDirectory(inWorkspace(''));
    await until(files, (found) => !found.some(([name]) => name === workspaceCatalogName));
  });

  it('keep what they had before when an added event is undone', async () => {
    await addToCatalog('shareMember');
    await notificationOf(() => addToCatalog('moveMember'), 'Undo');
    await until(
      () => namesIn(workspaceCatalogName),
      (names) => JSON.stringify(names) === JSON.stringify(['shareMember']),
    );
    assert.deepEqual(catalogsSet(), [workspaceCatalogName]);
  });

  it('receive concurrently added events without losing one', async () => {
    const names = ['moveMember', 'shareMember', 'lendMember'];
    await Promise.all(names.map(addToCatalog));
    assert.deepEqual(await namesIn(workspaceCatalogName), names);
  });

  it('are saved if the event is already in the unsaved text', async () => {
    await addToCatalog('moveMember');
    const catalog = await openFile(workspaceCatalogName);
    await replaceIn(catalog, 'moveMember', 'shareMember');
    await addToCatalog('shareMember');
    assert.deepEqual(await namesIn(workspaceCatalogName), ['shareMember']);
  });

  it('that cannot be written are reported and not added to the setting', async () => {
    await vscode.workspace.fs.createDirectory(inWorkspace(workspaceCatalogName));
    assert.deepEqual(await errorNotificationOf(() => addToCatalog('moveMember')), [notWritten]);
    assert.deepEqual(catalogsSet(), []);
  });

  it('that cannot be edited are reported and not added to the setting', async () => {
    const { applyEdit } = vscode.workspace;
    try {
      Object.assign(vscode.workspace, { applyEdit: async () => false });
      assert.deepEqual(await errorNotificationOf(() => addToCatalog('moveMember')), [notWritten]);
    } finally {
      Object.assign(vscode.workspace, { applyEdit });
    }
    assert.deepEqual(catalogsSet(), []);
  });
});
