import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { checkAll, linesOf, withCheck } from '../bucket/checked-bucket';
import { diagnosticsOf, hoverAt, quickFixesAt, show, shownOf } from '../editor';
import { gzip } from '../gzip';
import { notificationOf } from '../notification';

const record = {
  time: 1763632800123,
  service_type: 'IMS',
  resource_type: 'image',
  trace_name: 'updateImages',
  trace_rating: 'normal',
  trace_type: 'ApiCall',
};
const text = JSON.stringify([record], null, 2);

const uriOf = (scheme: string, name: string) => vscode.Uri.from({ scheme, path: `/${name}` });

/** Writes a file, which is the same in both schemes, and opens it in one of them. */
async function openIn(scheme: string, name: string, content = text): Promise<vscode.TextDocument> {
  await vscode.workspace.fs.writeFile(uriOf('memfs', name), new TextEncoder().encode(content));
  return show(uriOf(scheme, name));
}

async function textIn(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** The titles of the code actions at the first finding, and their edits. */
async function offered(document: vscode.TextDocument) {
  const [diagnostic] = await diagnosticsOf(document.uri);
  assert.ok(diagnostic);
  const actions = await quickFixesAt(document, diagnostic.range);
  return { titles: actions.map(({ title }) => title), edits: actions.flatMap(({ edit }) => edit ?? []) };
}

const addAction = 'Add IMS event "updateImages" to the workspace catalog';
const ruleActions = [
  'About the rule "unknown-event"',
  'Report "unknown-event" as a hint (this folder)',
  'Report "unknown-event" as a hint (user settings, every folder)',
  'Turn off "unknown-event" (this folder)',
  'Turn off "unknown-event" (user settings, every folder)',
];
/** Where the folder's settings cannot be written, those of the workspace are offered. */
const inWorkspace = (title: string): string => title.replace('(this folder)', '(this workspace)');

describe('a virtual workspace', () => {
  it('has only a virtual folder', () => {
    const folders = vscode.workspace.workspaceFolders ?? [];
    assert.deepEqual(
      folders.map(({ uri }) => uri.toString()),
      ['memfs:/'],
    );
  });

  it('has findings and hovers', async () => {
    const document = await openIn('memfs', 'traces.json');
    assert.deepEqual(shownOf(document, await diagnosticsOf(document.uri)), [
      'Warning unknown-event "updateImages"',
    ]);
    assert.match(await hoverAt(document, 'updateImages'), /updateImage/);
    assert.match(await hoverAt(document, '1763632800123'), /2025-11-20 10:00:00/);
  });

  it('has findings in JSON Lines too', async () => {
    const lines = `${JSON.stringify(record)}\n${JSON.stringify(record)}\n`;
    const document = await openIn('memfs', 'traces.jsonl', lines);
    assert.equal(document.languageId, 'jsonl');
    const found = await diagnosticsOf(document.uri);
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [0, 1],
    );
  });

  it('has fixes, which are saved to the virtual file', async () => {
    const document = await openIn('memfs', 'to-fix.json');
    const { titles, edits } = await offered(document);
    assert.deepEqual(titles, ['Replace with "updateImage" (edits the record)', addAction, ...ruleActions]);
    assert.ok(edits[0] && (await vscode.workspace.applyEdit(edits[0])));
    await diagnosticsOf(document.uri, (found) => found.length === 0);
    assert.ok(await document.save());
    assert.equal(await textIn(document.uri), text.replace('updateImages', 'updateImage'));
  });

  it('has everything but fixes if the file system is read-only', async () => {
    const document = await openIn('memfs-readonly', 'evidence.json');
    assert.deepEqual(await offered(document), { titles: ruleActions.map(inWorkspace), edits: [] });
    assert.match(await hoverAt(document, 'ApiCall'), /ApiCall/);
  });

  it('has everything but fixes if the file is read-only', async () => {
    const document = await openIn('memfs', 'locked.json');
    assert.deepEqual(await offered(document), { titles: [addAction, ...ruleActions], edits: [] });
  });

  it('follows changes of a catalog', async () => {
    const write = (content: unknown) =>
      vscode.workspace.fs.writeFile(
        uriOf('memfs', 'own.cts-catalog.json'),
        new TextEncoder().encode(JSON.stringify(content)),
      );
    const configuration = vscode.workspace.getConfiguration('ctsTrace');
    const document = await openIn('memfs', 'with-catalog.json');
    await diagnosticsOf(document.uri);
    await write({ events: [] });
    try {
      await configuration.update('catalogs', ['own.cts-catalog.json'], vscode.ConfigurationTarget.Workspace);
      await write({ events: [{ service: 'IMS', resourceType: 'image', name: 'updateImages' }] });
      await diagnosticsOf(document.uri, (found) => found.length === 0);
      await write({ operations: [] });
      await diagnosticsOf(document.uri, (found) => found.length === 1);
    } finally {
      await configuration.update('catalogs', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('is checked as a whole, with packed files and folders in it, as its settings say', async () => {
    const write = async (name: string, content: Uint8Array | string) =>
      vscode.workspace.fs.writeFile(
        uriOf('memfs', name),
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      );
    await write('bucket/denied.json', text);
    await write('bucket/deep/packed.json.gz', await gzip(text));
    await write('bucket/plain.json', text);
    await write('bucket/skipped/plain.json', text);
    const configuration = vscode.workspace.getConfiguration('ctsTrace');
    const target = vscode.ConfigurationTarget.Workspace;
    await configuration.update('exclude', ['bucket/skipped'], target);
    try {
      await withCheck({ name: 'slices', startThread: undefined }, async (check) => {
        const bucket = await checkAll(check, [uriOf('memfs', 'bucket')]);
        assert.deepEqual(bucket && linesOf(check, bucket), [
          'deep/packed.json.gz | read | 6 unknown-event',
          'denied.json | unreadable | cannot be opened: permission denied',
          'plain.json | read | 6 unknown-event',
          'skipped | passed-over',
        ]);
      });
      const [message] = await notificationOf(() => vscode.commands.executeCommand('ctsTrace.checkWorkspace'));
      assert.match(
        message,
        /^Checked \d+ traces in \d+ files: \d+ warnings\. Not read, or only in part: 1\.$/,
      );
    } finally {
      await configuration.update('exclude', undefined, target);
      await vscode.workspace.fs.delete(uriOf('memfs', 'bucket'), { recursive: true });
    }
  });

  it('leaves other JSON alone', async () => {
    const other = await openIn('memfs', 'other.json', '{ "trace_name": "updateImages" }');
    const document = await openIn('memfs', 'traces.json');
    await diagnosticsOf(document.uri);
    assert.deepEqual(
      vscode.languages.getDiagnostics(other.uri).filter(({ source }) => source === 'cts'),
      [],
    );
    assert.equal(await hoverAt(other, 'updateImages'), '');
  });
});
