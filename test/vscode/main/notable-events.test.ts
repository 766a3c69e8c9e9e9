import { strict as assert } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { diagnosticsOf, openText, shownOf, until } from '../editor';
import { errorNotificationOf, notificationOf, turnOnAuditorRules as turnOn } from '../notification';

const text = `[
  {"time":1795136523120,"service_type":"IMS","resource_type":"ims","trace_name":"exportImage","trace_rating":"warning","trace_type":"Api"},
  {"time":1795136523121,"service_type":"IMS","resource_type":"ims","trace_name":"createImage","trace_rating":"normal","trace_type":"Api"}
]`;
const usual = ['Warning unknown-value "Api"', 'Warning unknown-value "Api"'];
const audited = ['Information notable-event "exportImage"', ...usual];

function turnOnCommand(): Thenable<unknown> {
  return vscode.commands.executeCommand('ctsTrace.turnOnAuditorRules');
}

function rulesSet(): unknown {
  return vscode.workspace.getConfiguration('ctsTrace').inspect('rules');
}

async function setRules(value: unknown, target: vscode.ConfigurationTarget): Promise<void> {
  await vscode.workspace.getConfiguration('ctsTrace').update('rules', value, target);
}

/** The notification that says what is shown. */
function notableShown(owner: string): string {
  return `Notable events are now shown in the Problems panel: failures, root user, no MFA, agencies, changed audit settings, other accounts, and images exported, copied, shared or deleted (${owner} settings)`;
}

describe('notable events', () => {
  afterEach(async () => {
    await setRules(undefined, vscode.ConfigurationTarget.Global);
    await setRules(undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('are turned on in the user settings with a notification, which can undo it', async () => {
    const document = await openText(text);
    assert.deepEqual(shownOf(document, await diagnosticsOf(document.uri)), usual);
    await setRules({ 'missing-field': 'error' }, vscode.ConfigurationTarget.Global);
    const before = rulesSet();
    assert.deepEqual(await turnOn(undefined), [notableShown('user'), 'Undo', 'Open Settings']);
    const found = await diagnosticsOf(document.uri, (diagnostics) => diagnostics.length === audited.length);
    assert.deepEqual(shownOf(document, found), audited);
    const [, ...rules] = Object.entries(
      vscode.workspace.getConfiguration('ctsTrace').get<Record<string, string>>('rules') ?? {},
    );
    assert.deepEqual(rules, [['notable-event', 'information']]);
    await setRules({ 'missing-field': 'error' }, vscode.ConfigurationTarget.Global);
    await turnOn('Undo');
    await until(
      async () => rulesSet(),
      (set) => isDeepStrictEqual(set, before),
    );
    await diagnosticsOf(document.uri, (diagnostics) => diagnostics.length === usual.length);
  });

  it('are shown and hidden by one command', async () => {
    const document = await openText(text);
    await diagnosticsOf(document.uri, (found) => found.length === usual.length);
    const toggle = () => vscode.commands.executeCommand('ctsTrace.toggleNotableEvents');
    const [shown] = await notificationOf(toggle);
    assert.equal(shown, notableShown('user'));
    const found = await diagnosticsOf(document.uri, (now) => now.length === audited.length);
    assert.deepEqual(shownOf(document, found), audited);
    const [hidden] = await notificationOf(toggle);
    assert.equal(hidden, 'Notable events are no longer shown (user settings)');
    await diagnosticsOf(document.uri, (now) => now.length === usual.length);
  });

  it('are undone without reverting other changes of the setting', async () => {
    await setRules({ 'missing-field': 'error' }, vscode.ConfigurationTarget.Global);
    await turnOn('Undo', () =>
      setRules(
        { 'missing-field': 'hint', 'unknown-value': 'off', 'notable-event': 'information' },
        vscode.ConfigurationTarget.Global,
      ),
    );
    const set = await until(
      async () => vscode.workspace.getConfiguration('ctsTrace').inspect<object>('rules')?.globalValue,
      (found) => found !== undefined && !('notable-event' in found),
    );
    assert.deepEqual(set, { 'missing-field': 'hint', 'unknown-value': 'off' });
  });

  it('are turned on in the workspace settings if those name the rule', async () => {
    const rules = { 'unknown-value': 'off', 'notable-event': 'off' };
    await setRules(rules, vscode.ConfigurationTarget.Workspace);
    const [message] = await turnOn(undefined);
    assert.equal(message, notableShown('workspace'));
    const { workspaceValue, globalValue } =
      vscode.workspace.getConfiguration('ctsTrace').inspect('rules') ?? {};
    assert.deepEqual(workspaceValue, { ...rules, 'notable-event': 'information' });
    assert.equal(globalValue, undefined);
  });

  it('are turned on in the user settings, and take effect, if the workspace settings name only other rules', async () => {
    const rules = { 'unknown-value': 'off' };
    await setRules(rules, vscode.ConfigurationTarget.Workspace);
    const document = await openText(text);
    const [message] = await turnOn(undefined);
    assert.equal(message, notableShown('user'));
    const { workspaceValue, globalValue } =
      vscode.workspace.getConfiguration('ctsTrace').inspect('rules') ?? {};
    assert.deepEqual([workspaceValue, globalValue], [rules, { 'notable-event': 'information' }]);
    const found = await diagnosticsOf(document.uri);
    assert.deepEqual(shownOf(document, found), audited.slice(0, 1));
  });

  it('that cannot be turned on or undone because the settings file is broken are reported', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const settings = vscode.Uri.joinPath(folder.uri, '.vscode', 'settings.json');
    const write = (text: string) => vscode.workspace.fs.writeFile(settings, new TextEncoder().encode(text));
    const workspaceIs = (level: string) =>
      until(
        async () => vscode.workspace.getConfiguration('ctsTrace').inspect('rules')?.workspaceValue,
        (set) => isDeepStrictEqual(set, { 'notable-event': level }),
      );
    await setRules({ 'notable-event': 'off' }, vscode.ConfigurationTarget.Workspace);
    const whole = await vscode.workspace.fs.readFile(settings);
    try {
      await write('{ "ctsTrace.rules": { "notable-event": "hint" }');
      await workspaceIs('hint');
      assert.deepEqual(await errorNotificationOf(turnOnCommand), [
        'Could not write the setting. Set "notable-event" to "information" in \'ctsTrace.rules\' (workspace settings)',
        'Open Settings',
      ]);
      await write('{ "ctsTrace.rules": { "notable-event": "off" } }');
      await workspaceIs('off');
      const [message] = await errorNotificationOf(() =>
        turnOn('Undo', () =>
          Promise.resolve(write('{ "ctsTrace.rules": { "notable-event": "information" }')),
        ),
      );
      assert.equal(
        message,
        'Could not write the setting. "notable-event" in \'ctsTrace.rules\' was not restored (workspace settings)',
      );
    } finally {
      await vscode.workspace.fs.writeFile(settings, whole);
      await workspaceIs('off');
    }
  });
});
