import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { readAcceptedFile } from '../../../src/core/accepted/accepted-format';
import { createLocalizer } from '../../../src/core/text/localization';
import { record, remove, workspaceFolder, write } from '../bucket/bucket-files';
import { type Answers, answering } from '../dialogs';
import { diagnosticsOf, hoverAt, quickFixesAt, show, until } from '../editor';

const folder = 'reviewed';
let count = 0;
/** Beside the folder that the window has opened; others for each test, as documents of deleted files stay for a while. */
const traceName = () => `traces-${count}.json`;
const fileName = () => `review-${count}.cts-accepted.json`;
const outside = () => vscode.Uri.joinPath(workspaceFolder(), '..', fileName());

const configuration = () => vscode.workspace.getConfiguration('ctsTrace');

async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** `rule key-path: reason` of each entry. */
async function entriesIn(uri: vscode.Uri): Promise<readonly string[] | undefined> {
  const { acceptances } = readAcceptedFile(await readText(uri), createLocalizer('en', {}));
  return acceptances?.map(({ rule, keyPath, reason }) => `${rule} ${keyPath}: ${reason}`);
}

async function setFile(path: string | undefined): Promise<void> {
  const { Global, Workspace } = vscode.ConfigurationTarget;
  if (path === undefined) await configuration().update('acceptedFindings', undefined, Global);
  await configuration().update('acceptedFindings', path, Workspace);
  await until(
    async () => configuration().get('acceptedFindings'),
    (set) => set === (path ?? ''),
  );
}

/** Accepts the first finding of a document with its quick fix. */
async function acceptIn(document: vscode.TextDocument, answers: Answers): Promise<readonly string[]> {
  const [diagnostic] = await diagnosticsOf(document.uri);
  assert.ok(diagnostic);
  const actions = await quickFixesAt(document, diagnostic.range);
  const action = actions.find(({ title }) => title.startsWith('Accept this finding…'));
  assert.ok(action?.command, actions.map(({ title }) => title).join());
  const { command, arguments: values = [] } = action.command;
  said = await answering(answers, () => vscode.commands.executeCommand(command, ...values));
  return said;
}

/** Waits until a document has so many findings. */
async function finds(document: vscode.TextDocument, count: number): Promise<void> {
  try {
    await diagnosticsOf(document.uri, ({ length }) => length === count);
  } catch (error) {
    const text = await readText(outside()).catch(String);
    throw new Error(
      `${error}\n${JSON.stringify({ said, set: configuration().inspect('acceptedFindings'), text })}`,
    );
  }
}

let said: readonly string[] = [];

describe('accepting a finding', () => {
  const content = () => [record({ event: 'createImages' }), record({ event: 'deleteImages' })];

  beforeEach(async () => {
    count++;
    await setFile(undefined);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await setFile(undefined);
    await remove(folder);
    await vscode.workspace.fs.delete(outside()).then(undefined, () => {});
  });

  it('asks for a reason and a file, notes it there, names it in the settings, and reports it no longer', async () => {
    const document = await show(await write(folder, traceName(), content()));
    await finds(document, 2);
    const messages = await acceptIn(document, {
      typed: ['  ', 'known here'],
      files: [outside()],
      buttons: ['Choose File…'],
    });
    assert.deepEqual(messages.slice(0, 2), ['Enter a reason', 'Where should accepted findings be kept?']);
    await finds(document, 1);
    assert.deepEqual(await entriesIn(outside()), ['unknown-event /trace_name: known here']);
    const named = configuration().inspect<string>('acceptedFindings');
    assert.ok(named?.globalValue?.endsWith(fileName()), JSON.stringify(named));
    // The settings of the folder would be a file among the evidence
    assert.equal(named?.workspaceValue, undefined);
    assert.match(await hoverAt(document, 'createImages'), /accepted: known here · \d{4}/);
    await acceptIn(document, { typed: ['also known'] });
    await finds(document, 0);
    assert.deepEqual(await entriesIn(outside()), [
      'unknown-event /trace_name: known here',
      'unknown-event /trace_name: also known',
    ]);
  });

  it('is said where there is nothing else to explain, too', async () => {
    await setFile(`../${fileName()}`);
    const { trace_rating: _, ...incomplete } = record();
    const document = await show(await write(folder, traceName(), [incomplete]));
    await finds(document, 1);
    await acceptIn(document, { typed: ['of an old export'] });
    await finds(document, 0);
    assert.match(
      await hoverAt(document, '[{'),
      /"trace_rating" is missing.* · accepted: of an old export · /,
    );
  });

  it('changes nothing without a reason, or without a file', async () => {
    const document = await show(await write(folder, traceName(), content()));
    await finds(document, 2);
    await acceptIn(document, {});
    await acceptIn(document, { typed: ['known'] });
    await acceptIn(document, { typed: ['known'], buttons: ['Choose File…'] });
    await assert.rejects(readText(outside()));
    assert.equal(configuration().get('acceptedFindings'), '');
  });

  it('says that a file is among the evidence, and takes another or this one', async () => {
    const inside = vscode.Uri.joinPath(workspaceFolder(), folder, 'inside.cts-accepted.json');
    const document = await show(await write(folder, traceName(), content()));
    await finds(document, 2);
    const files = [inside, outside()];
    const answers = { typed: ['known'], files };
    const messages = await acceptIn(document, {
      ...answers,
      buttons: ['Choose File…', 'Choose Another File…'],
    });
    assert.match(messages.join('\n'), /is in a folder with evidence/);
    await finds(document, 1);
    await assert.rejects(readText(inside));
    await setFile(undefined);
    await finds(document, 2);
    await acceptIn(document, { ...answers, buttons: ['Choose File…', 'Keep Them There'] });
    await finds(document, 1);
    assert.deepEqual(await entriesIn(inside), ['unknown-event /trace_name: known']);
    const { scheme, fsPath } = inside;
    assert.equal(configuration().get('acceptedFindings'), scheme === 'file' ? fsPath : inside.toString());
  });

  it('is taken back by the notification', async () => {
    await setFile(`../${fileName()}`);
    const document = await show(await write(folder, traceName(), content()));
    await finds(document, 2);
    await acceptIn(document, { typed: ['known'] });
    await finds(document, 1);
    await acceptIn(document, { typed: ['by mistake'], buttons: ['Undo'] });
    await until(
      () => entriesIn(outside()),
      (entries) => entries?.length === 1,
    );
    assert.deepEqual(await entriesIn(outside()), ['unknown-event /trace_name: known']);
    await finds(document, 1);
  });

  it('never overwrites an invalid file, which is marked where it is broken', async () => {
    await setFile(`../${fileName()}`);
    await writeText(outside(), '{"version": 1, "accepted": [{}]}');
    await diagnosticsOf(outside());
    const [problem] = await diagnosticsOf(outside());
    assert.match(problem?.message ?? '', /^Invalid file of accepted findings; none of it is used/);
    const document = await show(await write(folder, traceName(), content()));
    await finds(document, 2);
    const messages = await acceptIn(document, { typed: ['known'], buttons: ['Open'] });
    assert.match(messages.join('\n'), /is not a valid file of accepted findings/);
    assert.equal(await readText(outside()), '{"version": 1, "accepted": [{}]}');
    await until(
      async () => vscode.window.activeTextEditor?.document.uri.toString(),
      (shown) => shown === outside().toString(),
    );
  });

  it('keeps what is being typed into the file', async () => {
    await setFile(`../${fileName()}`);
    const document = await show(await write(folder, traceName(), content()));
    await finds(document, 2);
    await acceptIn(document, { typed: ['known'] });
    await finds(document, 1);
    const open = await vscode.workspace.openTextDocument(outside());
    const edit = new vscode.WorkspaceEdit();
    const at = open.positionAt(open.getText().indexOf('known"'));
    edit.insert(outside(), at, 'well ');
    await vscode.workspace.applyEdit(edit);
    await acceptIn(document, { typed: ['typed'] });
    await finds(document, 0);
    assert.deepEqual(await entriesIn(outside()), [
      'unknown-event /trace_name: well known',
      'unknown-event /trace_name: typed',
    ]);
  });

  it('follows the file when it is changed elsewhere', async () => {
    await setFile(`../${fileName()}`);
    const document = await show(await write(folder, traceName(), content()));
    await finds(document, 2);
    await acceptIn(document, { typed: ['known'] });
    await finds(document, 1);
    await writeText(outside(), '{"version": 1, "accepted": []}');
    await finds(document, 2);
  });

  it('is offered in packed files and on the file itself', async () => {
    await setFile(`../${fileName()}`);
    const uri = await write(
      folder,
      'example_CloudTrace_region-1_2026-11-23T02-12-03Z_0000000000000001.json.gz',
      content(),
    );
    await vscode.commands.executeCommand('vscode.open', uri);
    const document = await until(
      async () => vscode.window.activeTextEditor?.document,
      (shown) => shown?.uri.scheme === 'cts-trace-formatted',
    );
    assert.ok(document);
    await finds(document, 2);
    await acceptIn(document, { typed: ['known'] });
    await finds(document, 1);
    assert.deepEqual(await entriesIn(outside()), ['unknown-event /trace_name: known']);
  });

  it('is not offered for what cannot be told apart', async () => {
    const document = await show(
      await write(folder, 'unidentified.json', [{ ...record({ event: 'createImages' }), trace_id: '7' }]),
    );
    const [diagnostic] = await diagnosticsOf(document.uri);
    assert.ok(diagnostic);
    const actions = await quickFixesAt(document, diagnostic.range);
    assert.deepEqual(
      actions.filter(({ title }) => title.startsWith('Accept')),
      [],
    );
  });
});
