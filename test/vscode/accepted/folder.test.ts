import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { acceptedFileText } from '../../../src/core/accepted/accepted-format';
import type { BucketNode } from '../../../src/core/bucket/tree/bucket-node';
import { AcceptedFiles } from '../../../src/vscode/accepted/accepted-files';
import { folderAround } from '../../../src/vscode/accepted/evidence-folders';
import { BucketCheck } from '../../../src/vscode/bucket/bucket-check';
import { BucketTreeData } from '../../../src/vscode/bucket/bucket-tree-data';
import { Catalogs } from '../../../src/vscode/catalogs/catalogs';
import { OpenDocuments } from '../../../src/vscode/checks/open-documents';
import { Log } from '../../../src/vscode/log';
import { record, remove, shownAt, workspaceFolder, write } from '../bucket/bucket-files';
import { answering } from '../dialogs';
import { until } from '../editor';
import { notificationOf } from '../notification';

const folder = 'checked';
const folderUri = () => vscode.Uri.joinPath(workspaceFolder(), folder);
const file = () => vscode.Uri.joinPath(workspaceFolder(), '../folder.cts-accepted.json');

async function accept(...traces: readonly { readonly trace_id: string }[]): Promise<void> {
  const acceptances = traces.map(({ trace_id }) => ({
    rule: 'unknown-event',
    traceId: trace_id,
    keyPath: '/trace_name',
    reason: 'known here',
    date: '2026-11-20',
  }));
  await vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(acceptedFileText(acceptances)));
}

async function setFile(path: string | undefined): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('ctsTrace');
  await configuration.update('acceptedFindings', path, vscode.ConfigurationTarget.Workspace);
}

describe('accepted findings of a folder', () => {
  const traces = [record({ event: 'createImages' }), record({ event: 'deleteImages' })];
  let plain: vscode.Uri;
  let packed: vscode.Uri;

  before(async () => {
    plain = await write(folder, 'a.json', traces);
    packed = await write(folder, 'b.json.gz', [record({ event: 'listImages' })]);
    await accept();
    await setFile('../folder.cts-accepted.json');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await setFile(undefined);
    await remove(folder);
    await vscode.workspace.fs.delete(file());
  });

  it('leave the Problems panel as soon as they are accepted, and come back', async () => {
    await notificationOf(() => vscode.commands.executeCommand('ctsTrace.checkFolder', folderUri()));
    const read = async () => [shownAt(plain).length, shownAt(packed).length].join();
    await until(read, (counts) => counts === '2,1');
    const [first] = traces;
    assert.ok(first);
    await accept(first);
    await until(read, (counts) => counts === '1,1');
    const [message] = await notificationOf(() =>
      vscode.commands.executeCommand('ctsTrace.checkFolder', folderUri()),
    );
    assert.equal(message, 'Checked 3 traces in 2 files: 2 warnings. Accepted: 1.');
    await accept();
    await until(read, (counts) => counts === '2,1');
  });

  it('are never those that the settings of a folder outside of the workspace name', async () => {
    const foreign = '../foreign-evidence';
    const traced = record({ event: 'createImages' });
    const uri = await write(foreign, 'a.json', [traced]);
    const acceptance = { rule: 'unknown-event', traceId: traced.trace_id, keyPath: '/trace_name' };
    await write(
      foreign,
      'own.cts-accepted.json',
      acceptedFileText([{ ...acceptance, reason: 'nothing to see', date: '2026-11-20' }]),
    );
    const path = vscode.Uri.joinPath(workspaceFolder(), foreign, 'own.cts-accepted.json').fsPath;
    await write(foreign, '.vscode/settings.json', { 'ctsTrace.acceptedFindings': path });
    const [message] = await notificationOf(() =>
      vscode.commands.executeCommand('ctsTrace.checkFolder', vscode.Uri.joinPath(uri, '..')),
    );
    assert.equal(message, 'Checked 1 trace in 1 file: 1 warning.');
    await remove(foreign);
  });

  it('are said not to be found if the settings name what is no address', async () => {
    await setFile('memo:////review.json');
    const log = new Log();
    const files = new AcceptedFiles(undefined, log);
    await files.whenLoaded();
    assert.equal(files.at(folderUri())?.trouble, 'missing');
    vscode.Disposable.from(files, log).dispose();
    await setFile('../folder.cts-accepted.json');
  });

  it('are kept with those of the innermost folder', () => {
    const at = (path: string) => vscode.Uri.joinPath(workspaceFolder(), path);
    const folders = ['case', 'case/evidence', 'case/evidence-2'].map(at);
    const around = (path: string) => folderAround(at(path), folders)?.path.split('/').pop();
    assert.deepEqual(
      ['case/a.json', 'case/evidence/a.json', 'case/evidence-2/a.json', 'a.json'].map(around),
      ['case', 'evidence', 'evidence-2', undefined],
    );
  });

  it('are accepted and taken back with rows of the view', async () => {
    await notificationOf(() => vscode.commands.executeCommand('ctsTrace.checkFolder', folderUri()));
    const findings = await rowsWith('ctsTrace.finding');
    assert.equal(findings.length, 3);
    const inPacked = findings.find(({ node }) => node.label.includes('listImages'));
    assert.ok(inPacked);
    await answering({ typed: ['read only'] }, () =>
      vscode.commands.executeCommand('ctsTrace.acceptBucketFinding', inPacked.node),
    );
    await until(
      async () => shownAt(packed).length,
      (count) => count === 0,
    );
    const [quiet, ...more] = await rowsWith('ctsTrace.accepted');
    assert.ok(quiet);
    assert.equal(more.length, 0);
    assert.match(String(quiet.item.description), /^accepted: read only · \d{4}-\d\d-\d\d$/);
    assert.equal(quiet.item.command?.command, 'ctsTrace.openBucketPlace');
    await vscode.commands.executeCommand('ctsTrace.undoAcceptance', quiet.node);
    await until(
      async () => shownAt(packed).length,
      (count) => count === 1,
    );
    assert.deepEqual(await rowsWith('ctsTrace.accepted'), []);
  });

  it('may be kept in a file beside the folder that was checked', async () => {
    await setFile(undefined);
    await notificationOf(() => vscode.commands.executeCommand('ctsTrace.checkFolder', workspaceFolder()));
    const [row] = await rowsWith('ctsTrace.finding');
    assert.ok(row);
    const beside = vscode.Uri.joinPath(workspaceFolder(), '../beside/chosen.cts-accepted.json');
    const said = await answering(
      { typed: ['known'], files: [beside], buttons: ['Choose File…', 'Choose Another File…'] },
      () => vscode.commands.executeCommand('ctsTrace.acceptBucketFinding', row.node),
    );
    assert.doesNotMatch(said.join('\n'), /is in a folder with evidence/);
    await vscode.workspace.fs.stat(beside);
    const { Global } = vscode.ConfigurationTarget;
    await vscode.workspace.getConfiguration('ctsTrace').update('acceptedFindings', undefined, Global);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(beside, '..'), { recursive: true });
    await setFile('../folder.cts-accepted.json');
  });

  it('have the folder checked again, once', async () => {
    await notificationOf(() => vscode.commands.executeCommand('ctsTrace.checkFolder', folderUri()));
    const [row] = await rowsWith('ctsTrace.finding');
    assert.ok(row);
    const { withProgress } = vscode.window;
    let count = 0;
    const counted: typeof withProgress = (options, task) => {
      if (typeof options.location === 'object') count++;
      return withProgress(options, task);
    };
    Object.assign(vscode.window, { withProgress: counted });
    try {
      await answering({ typed: ['known here'] }, () =>
        vscode.commands.executeCommand('ctsTrace.acceptBucketFinding', row.node),
      );
      await until(
        async () => shownAt(plain).length + shownAt(packed).length,
        (left) => left === 2,
      );
      // Longer than a change on disk waits for others
      await new Promise((resume) => setTimeout(resume, 2500));
    } finally {
      Object.assign(vscode.window, { withProgress });
    }
    assert.equal(count, 1);
  });
});

interface Row {
  readonly node: BucketNode;
  readonly item: vscode.TreeItem;
}

/** The rows of a kind, of a check that is made for them: those of the view cannot be read. */
async function rowsWith(context: string): Promise<readonly Row[]> {
  const log = new Log();
  const accepted = new AcceptedFiles(undefined, log);
  const catalogs = new Catalogs(log);
  const documents = new OpenDocuments(catalogs, log, accepted);
  const check = new BucketCheck({ catalogs, accepted, documents, startThread: undefined });
  const data = new BucketTreeData({ check, verify: { report: undefined }, catalogs, documents });
  const rows: Row[] = [];
  const add = async (nodes: readonly BucketNode[]): Promise<void> => {
    for (const node of nodes) {
      rows.push({ node, item: data.getTreeItem(node) });
      if (node.children) await add(await data.getChildren(node));
    }
  };
  try {
    const { token } = new vscode.CancellationTokenSource();
    await check.check([folderUri()], {}, () => {}, token);
    await add(await data.getChildren());
    return rows.filter(({ item }) => item.contextValue === context);
  } finally {
    vscode.Disposable.from(check, documents, catalogs, accepted, log).dispose();
  }
}
