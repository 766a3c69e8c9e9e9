import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, quickFixesAt, show, shownOf } from '../editor';
import { turnOnAuditorRules } from '../notification';
import { folderNamed } from './folder';

const unknownEvent = 'Hint unknown-event "moveMember"';
const unknownValue = 'Warning unknown-value "Normal"';

function rulesOf(folder: vscode.WorkspaceFolder) {
  return vscode.workspace.getConfiguration('ctsTrace', folder).inspect<unknown>('rules');
}

async function setRules(folder: vscode.WorkspaceFolder, rules: unknown): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('ctsTrace', folder);
  await configuration.update('rules', rules, vscode.ConfigurationTarget.WorkspaceFolder);
}

async function finds(document: vscode.TextDocument, ...expected: readonly string[]): Promise<void> {
  await diagnosticsOf(
    document.uri,
    (found) => JSON.stringify(shownOf(document, found)) === JSON.stringify(expected),
  );
}

async function open(folder: vscode.WorkspaceFolder): Promise<vscode.TextDocument> {
  return show(vscode.Uri.joinPath(folder.uri, 'traces.json'));
}

async function turnOff(document: vscode.TextDocument, rule: string, where: string): Promise<void> {
  const actions = await quickFixesAt(document, new vscode.Range(0, 0, document.lineCount, 0));
  const command = actions.find(({ title }) => title === `Turn off "${rule}" (${where})`)?.command;
  assert.ok(command);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** The notification that says what is shown. */
function notableShown(owner: string): string {
  return `Notable events are now shown in the Problems panel: failures, root user, no MFA, agencies, changed audit settings, other accounts, and images exported, copied, shared or deleted (${owner} settings)`;
}

describe('rules in a workspace of several folders', () => {
  afterEach(async () => {
    await setRules(folderNamed('first'), undefined);
    await setRules(folderNamed('second'), undefined);
    const configuration = vscode.workspace.getConfiguration('ctsTrace');
    await configuration.update('rules', undefined, vscode.ConfigurationTarget.Global);
  });

  it('are turned off in the folder settings if those name the rule', async () => {
    await setRules(folderNamed('second'), { 'unknown-event': 'warning' });
    const document = await open(folderNamed('second'));
    await finds(document, unknownEvent, unknownValue);
    await turnOff(document, 'unknown-event', 'this folder');
    await finds(document, unknownValue);
    assert.deepEqual(rulesOf(folderNamed('second'))?.workspaceFolderValue, { 'unknown-event': 'off' });
    await finds(await open(folderNamed('first')), unknownEvent, unknownValue);
  });

  it('are turned off in one folder if that is chosen', async () => {
    const document = await open(folderNamed('first'));
    await finds(document, unknownEvent, unknownValue);
    await turnOff(document, 'unknown-value', 'this folder');
    await finds(document, unknownEvent);
    const { globalValue, workspaceFolderValue } = rulesOf(folderNamed('first')) ?? {};
    assert.deepEqual([globalValue, workspaceFolderValue], [undefined, { 'unknown-value': 'off' }]);
    await finds(await open(folderNamed('second')), unknownEvent, unknownValue);
  });

  it('are turned off in the user settings if those are chosen', async () => {
    await setRules(folderNamed('second'), { 'unknown-event': 'warning' });
    const document = await open(folderNamed('first'));
    await finds(document, unknownEvent, unknownValue);
    await turnOff(document, 'unknown-value', 'user settings, every folder');
    await finds(document, unknownEvent);
    const { globalValue, workspaceFolderValue } = rulesOf(folderNamed('first')) ?? {};
    assert.deepEqual([globalValue, workspaceFolderValue], [{ 'unknown-value': 'off' }, undefined]);
  });

  it('are turned off in the user settings, and take effect, if the folder settings name only other rules', async () => {
    await setRules(folderNamed('second'), { 'unknown-event': 'warning' });
    const document = await open(folderNamed('second'));
    await finds(document, unknownEvent, unknownValue);
    await turnOff(document, 'unknown-value', 'user settings, every folder');
    await finds(document, unknownEvent);
    const { globalValue, workspaceFolderValue } = rulesOf(folderNamed('second')) ?? {};
    assert.deepEqual(
      [globalValue, workspaceFolderValue],
      [{ 'unknown-value': 'off' }, { 'unknown-event': 'warning' }],
    );
  });

  it('for auditors are turned on in the folder of the active document if its settings name the rule', async () => {
    await setRules(folderNamed('first'), { 'unknown-value': 'off', 'notable-event': 'off' });
    await open(folderNamed('first'));
    const [message] = await turnOnAuditorRules();
    assert.equal(message, notableShown('folder'));
    const { globalValue, workspaceFolderValue } = rulesOf(folderNamed('first')) ?? {};
    assert.deepEqual(workspaceFolderValue, { 'unknown-value': 'off', 'notable-event': 'information' });
    assert.equal(globalValue, undefined);
  });
});
