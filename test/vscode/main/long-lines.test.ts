import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { openFile, until } from '../editor';
import { notificationOf } from '../notification';

const trace = {
  time: 1795136523120,
  service_type: 'IMS',
  resource_type: 'ims',
  trace_name: 'createImage',
  trace_rating: 'normal',
  trace_type: 'ApiCall',
};
const oneLine = JSON.stringify(Array.from({ length: 10 }, () => trace));
const question = (name: string) =>
  [
    `The lines of "${name}" are too long to read. Open it formatted?`,
    'Open Formatted',
    'Always',
    'Never',
  ] as const;

async function create(name: string, text = oneLine): Promise<vscode.Uri> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder);
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

function setting(): string | undefined {
  return vscode.workspace.getConfiguration('ctsTrace').get('longLines');
}

async function set(value: string | undefined): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('ctsTrace');
  await configuration.update('longLines', value, vscode.ConfigurationTarget.Global);
}

function activeScheme(): string | undefined {
  return vscode.window.activeTextEditor?.document.uri.scheme;
}

function untilViewIsActive(): Promise<unknown> {
  return until(
    async () => activeScheme(),
    (scheme) => scheme === 'cts-trace-formatted',
  );
}

function labels(): readonly string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

describe('a file with long lines', () => {
  beforeEach(() => set(undefined));

  afterEach(async () => {
    await set('never');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  after(() => set(undefined));

  it('offers its formatted view when it is opened', async () => {
    await create('long-open.json');
    const asked = await notificationOf(() => openFile('long-open.json'), 'Open Formatted');
    assert.deepEqual(asked, question('long-open.json'));
    await untilViewIsActive();
    assert.equal(setting(), 'ask');
  });

  it('opens formatted from then on if the answer is always, but not when one returns to the original', async () => {
    await create('long-always.json');
    await create('long-next.json');
    await notificationOf(() => openFile('long-always.json'), 'Always');
    await untilViewIsActive();
    await until(
      async () => setting(),
      (value) => value === 'always',
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const next = await openFile('long-next.json');
    await vscode.commands.executeCommand('workbench.action.keepEditor');
    await untilViewIsActive();
    await until(
      async () => labels(),
      (shown) => shown.includes('long-next.json (formatted)') && !shown.includes('long-next.json'),
    );
    await vscode.commands.executeCommand('ctsTrace.showOriginal');
    await vscode.commands.executeCommand('vscode.executeCodeLensProvider', next.uri);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), next.uri.toString());
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await openFile('long-next.json');
    await untilViewIsActive();
  });

  it('offers nothing more if the answer is never', async () => {
    await create('long-never.json');
    await notificationOf(() => openFile('long-never.json'), 'Never');
    await until(
      async () => setting(),
      (value) => value === 'never',
    );
    const uri = vscode.window.activeTextEditor?.document.uri;
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      uri,
    );
    assert.equal(lenses[0]?.command?.title, '10 traces');
  });
});
