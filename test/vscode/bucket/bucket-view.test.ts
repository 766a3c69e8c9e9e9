import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { BucketNode } from '../../../src/core/bucket/tree/bucket-node';
import { BucketCheck } from '../../../src/vscode/bucket/bucket-check';
import { BucketTreeData } from '../../../src/vscode/bucket/bucket-tree-data';
import { sayIfFailing } from '../../../src/vscode/bucket/say-if-failing';
import { Catalogs } from '../../../src/vscode/catalogs/catalogs';
import { OpenDocuments } from '../../../src/vscode/checks/open-documents';
import { Log } from '../../../src/vscode/log';
import { answering } from '../dialogs';
import { until } from '../editor';
import type { MemoryFilesApi } from '../memory-files/extension';
import { notificationOf } from '../notification';
import { record, remove, shownAt, workspaceFolder, write } from './bucket-files';
import { checkAll, withCheck } from './checked-bucket';

const folder = 'viewed';
const folderUri = () => vscode.Uri.joinPath(workspaceFolder(), folder);

interface Shown {
  readonly label: string;
  readonly below?: readonly Shown[];
}

/** Rows with what is below them, as far as the depth goes. */
async function shownIn(data: BucketTreeData, node: BucketNode | undefined, depth: number): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const each of await data.getChildren(node)) {
    const item = data.getTreeItem(each);
    const label = [item.label, item.description].filter((part) => part !== undefined).join(' | ');
    const isOpenable = item.collapsibleState !== vscode.TreeItemCollapsibleState.None && depth > 1;
    shown.push(isOpenable ? { label, below: await shownIn(data, each, depth - 1) } : { label });
  }
  return shown;
}

/** Indented lines. */
function linesOf(rows: readonly Shown[], indent = ''): readonly string[] {
  return rows.flatMap(({ label, below = [] }) => [`${indent}${label}`, ...linesOf(below, `${indent}  `)]);
}

describe('a check that was started', () => {
  it('is not over before catalogs were loaded for it', async () => {
    await write(folder, 'one.json', [record()]);
    await withCheck({ name: 'slices', startThread: undefined }, async (check) => {
      const checked = checkAll(check, [folderUri()]);
      await check.whenIdle();
      assert.equal(check.bucket, await checked);
    });
    await remove(folder);
  });

  it('says why it failed', async () => {
    const run = () => Promise.reject(new Error('out of memory\n  at a stack'));
    const said = await answering({}, () => assert.rejects(sayIfFailing(run)));
    assert.deepEqual(said, ['The check failed: out of memory']);
  });
});

describe('the tree of a bucket', () => {
  const log = new Log();
  const catalogs = new Catalogs(log);
  const documents = new OpenDocuments(catalogs, log);
  const check = new BucketCheck({ catalogs, documents, startThread: undefined });
  const data = new BucketTreeData({ check, verify: { report: undefined }, catalogs, documents });
  const { token } = new vscode.CancellationTokenSource();
  const run = (filter = {}) => check.check([folderUri()], filter, () => {}, token);

  before(async () => {
    await write(folder, 'one.json', [record(), record({ user: 'bob', rating: 'warning' })]);
    await write(folder, 'deep/two.json.gz', [
      record({ event: 'createImages' }),
      record({ event: 'deleteImage' }),
    ]);
    await write(folder, 'other.json', { a: 1 });
  });

  after(async () => {
    vscode.Disposable.from(check, documents, catalogs, log).dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await remove(folder);
  });

  it('has coverage, findings, who, what and resources', async () => {
    await run();
    assert.deepEqual(linesOf(await shownIn(data, undefined, 3)), [
      'Coverage | 4 traces',
      '  Read | 2',
      '    two.json.gz',
      '    one.json',
      '  Without traces | 1',
      '    other.json',
      '  2025-11-20 10:00 | UTC',
      'Findings | 1',
      '  unknown-event | 1 · warning',
      '    two.json.gz | 1',
      'Who | 2',
      '  corp | 4 · 1 failed · 2 notable',
      '    alice | 3 · 1 notable',
      '    bob | 1 · 1 failed · 1 notable',
      'What | 3',
      '  IMS | 4 · 1 failed · 2 notable',
      '    createImage | Creating an image · 2 · 1 failed · 1 notable',
      '    createImages | 1',
      '    deleteImage | Deleting an image · 1 · 1 notable',
      'Resources | 1',
      '  web-golden | 4 · 1 failed · 2 notable · 5f0c1d9a-1111-4222-8333-00000000a001',
      '    createImage | 11-20 10:00:00 · alice · 200 · 203.0.113.7',
      '    createImage | 11-20 10:00:00 · bob · 403 · 203.0.113.7',
      '    createImages | 11-20 10:00:00 · alice · 200 · 203.0.113.7',
      '    deleteImage | 11-20 10:00:00 · alice · 200 · 203.0.113.7',
    ]);
  });

  it('has what a filter leaves', async () => {
    await run({ users: ['bob'] });
    const [coverage, findings, who] = await shownIn(data, undefined, 3);
    assert.equal(coverage?.label, 'Coverage | 4 traces');
    assert.deepEqual(linesOf(findings ? [findings] : []), ['Findings | none']);
    assert.deepEqual(linesOf(who ? [who] : []), [
      'Who | 1',
      '  corp | 1 · 1 failed · 1 notable',
      '    bob | 1 · 1 failed · 1 notable',
    ]);
  });
});

describe('the tree of a bucket with traces that have no readable time', () => {
  it('counts them with the others, and apart', async () => {
    await write(folder, 'a.json', [
      record(),
      { ...record({ user: 'bob' }), time: 'never', record_time: null },
    ]);
    await withCheck({ name: 'slices', startThread: undefined }, async (check) => {
      const { report } = (await checkAll(check, [folderUri()])) ?? assert.fail('Cancelled');
      assert.equal(report.coverage.untimed, 1);
      assert.equal(report.coverage.first, report.coverage.last);
      const users = report.groups.user.shown.map(({ key, count, first, last }) => [
        key,
        count,
        first !== undefined && first === last,
      ]);
      assert.deepEqual(users, [
        ['alice', 1, true],
        ['bob', 1, false],
      ]);
    });
    await remove(folder);
  });
});

describe('the view of a bucket', () => {
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await remove(folder);
  });

  it('opens the place of a trace, in a packed file too', async () => {
    await write(folder, 'a.json', JSON.stringify([record(), record()], null, 1));
    await write(folder, 'b.json.gz', [record(), record()]);
    await notificationOf(() => vscode.commands.executeCommand('ctsTrace.checkFolder', folderUri()));
    const open = (file: number, line: number, column: number) =>
      vscode.commands.executeCommand('ctsTrace.openBucketPlace', { file, line, column });
    await open(0, 3, 2);
    const plain = await until(
      async () => vscode.window.activeTextEditor,
      (editor) => editor?.document.uri.path.endsWith('/a.json') === true,
    );
    assert.deepEqual(plain?.selection.active, new vscode.Position(3, 2));
    await open(1, 0, 1);
    const packed = await until(
      async () => vscode.window.activeTextEditor,
      (editor) => editor?.document.uri.path.includes('b.json') === true,
    );
    assert.match(packed?.document.getText() ?? '', /web-golden/);
  });

  it('asks what to filter by, and says what is wrong with it', async () => {
    const uri = await write(folder, 'a.json', [
      record({ event: 'createImages', user: 'bob' }),
      record({ event: 'createImages' }),
    ]);
    await notificationOf(() => vscode.commands.executeCommand('ctsTrace.checkFolder', folderUri()));
    assert.equal(shownAt(uri).length, 2);
    const original = vscode.window.showInputBox;
    let said: unknown[] = [];
    const answer: typeof original = async (options) => {
      said = ['user:', 'is:red', 'ip:300.1.1.1', 'user:bob', 'bob'].map((text) =>
        options?.validateInput?.(text),
      );
      return 'user:bob';
    };
    Object.assign(vscode.window, { showInputBox: answer });
    try {
      await vscode.commands.executeCommand('ctsTrace.filterBucket');
    } finally {
      Object.assign(vscode.window, { showInputBox: original });
    }
    assert.deepEqual(said, [
      '"user:" needs a value',
      '"is:" needs one of failed, notable or change',
      '"300.1.1.1" is not an IP address or a range such as 203.0.113.0/24',
      undefined,
      undefined,
    ]);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    assert.deepEqual(shownAt(uri), [`1:${text.indexOf('"createImages"') + 1} unknown-event`]);
    await vscode.commands.executeCommand('ctsTrace.clearBucketFilter');
    assert.equal(shownAt(uri).length, 2);
  });

  it('checks again what changes while it is visible', async () => {
    await write(folder, 'a.json', [record()]);
    await notificationOf(() => vscode.commands.executeCommand('ctsTrace.checkFolder', folderUri()));
    await vscode.commands.executeCommand('ctsTrace.bucket.focus');
    const uri = vscode.Uri.joinPath(folderUri(), 'late.json');
    const contents = new TextEncoder().encode(JSON.stringify([record({ event: 'createImages' })]));
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri, { contents });
    await vscode.workspace.applyEdit(edit);
    const read = async () => vscode.languages.getDiagnostics(uri).length;
    await until(read, (count) => count === 1);
    const removal = new vscode.WorkspaceEdit();
    removal.deleteFile(uri);
    await vscode.workspace.applyEdit(removal);
    await until(read, (count) => count === 0);
  });

  it('misses nothing that changes while it checks again, and ends what it has begun', async () => {
    const files = await vscode.extensions
      .getExtension<MemoryFilesApi>('cts-trace-lens-tests.memory-files')
      ?.activate();
    assert.ok(files);
    const root = vscode.Uri.from({ scheme: 'memfs', path: '/changing' });
    const change = (name: string, events: readonly string[]) =>
      vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(root, name),
        new TextEncoder().encode(JSON.stringify(events.map((event) => record({ event })))),
      );
    const countIn = async (name: string) =>
      vscode.languages.getDiagnostics(vscode.Uri.joinPath(root, name)).length;
    await change('first.json', ['createImage']);
    await change('held.json', ['createImage']);
    await notificationOf(() => vscode.commands.executeCommand('ctsTrace.checkFolder', root));
    await vscode.commands.executeCommand('ctsTrace.bucket.focus');
    const release = files.hold();
    await change('held.json', ['createImages']);
    await until(
      async () => files.heldReads(),
      (reads) => reads === 1,
    );
    // The first file has been read already
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, 'first.json'));
    const seen = new Promise((resolve) => watcher.onDidChange(resolve));
    await change('first.json', ['createImages', 'deleteImages']);
    await seen;
    watcher.dispose();
    release();
    await until(
      () => countIn('held.json'),
      (count) => count === 1,
    );
    await until(
      () => countIn('first.json'),
      (count) => count === 2,
    );
    await vscode.workspace.fs.delete(root, { recursive: true });
  });
});
