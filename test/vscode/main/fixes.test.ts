import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, openFile, quickFixesAt } from '../editor';
import { notificationOf } from '../notification';

describe('quick fixes', () => {
  it('replace the event name, and are never preferred', async () => {
    const document = await openFile('ims.json');
    const [diagnostic] = await diagnosticsOf(document.uri);
    assert.ok(diagnostic);
    const actions = await quickFixesAt(document, diagnostic.range);
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => `${title}${isPreferred ? ' (preferred)' : ''}`),
      [
        'Replace with "createImage" (edits the record)',
        'Add IMS event "createImages" to the workspace catalog',
        'About the rule "unknown-event"',
        'Report "unknown-event" as a hint (this workspace)',
        'Report "unknown-event" as a hint (user settings, every folder)',
        'Turn off "unknown-event" (this workspace)',
        'Turn off "unknown-event" (user settings, every folder)',
      ],
    );
    try {
      const edit = actions[0]?.edit;
      assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
      assert.equal(document.lineAt(5).text, '    "trace_name": "createImage",');
      const rest = await diagnosticsOf(document.uri, (found) => found.length === 3);
      assert.ok(rest.every(({ range }) => range.start.line > 5));
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await diagnosticsOf(document.uri, (found) => found.length === 4);
    }
  });

  it('turn a rule off in the settings of the workspace', async () => {
    const document = await openFile('ims.json');
    const [diagnostic] = await diagnosticsOf(document.uri, (found) => found.length === 4);
    assert.ok(diagnostic);
    const title = 'Turn off "unknown-event" (this workspace)';
    const command = (await quickFixesAt(document, diagnostic.range)).find(
      (action) => action.title === title,
    )?.command;
    assert.ok(command);
    const configuration = vscode.workspace.getConfiguration('ctsTrace');
    try {
      const run = () => vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
      const [message] = await notificationOf(run);
      assert.equal(message, '"unknown-event" is now off (workspace settings)');
      await diagnosticsOf(document.uri, (found) => found.length === 3);
      const { globalValue, workspaceValue } =
        vscode.workspace.getConfiguration('ctsTrace').inspect('rules') ?? {};
      assert.deepEqual([globalValue, workspaceValue], [undefined, { 'unknown-event': 'off' }]);
    } finally {
      await configuration.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
      await diagnosticsOf(document.uri, (found) => found.length === 4);
    }
  });

  it('add a missing field', async () => {
    const document = await openFile('ims.json');
    const found = await diagnosticsOf(document.uri, ({ length }) => length === 4);
    const missing = found.find(({ code }) => typeof code === 'object' && code.value === 'missing-field');
    assert.ok(missing);
    const title = 'Add missing field "trace_type" (edits the record)';
    const edit = (await quickFixesAt(document, missing.range)).find((action) => action.title === title)?.edit;
    try {
      assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
      const left = await diagnosticsOf(
        document.uri,
        (now) => now.length === 4 && now.some(({ message }) => message.includes('is empty')),
      );
      assert.ok(left.some((now) => document.getText(now.range) === '""'));
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await diagnosticsOf(document.uri, (now) => now.every(({ message }) => !message.includes('is empty')));
    }
  });

  it('turn a rule off in the settings of the user, which can be undone', async () => {
    const document = await openFile('ims.json');
    const [diagnostic] = await diagnosticsOf(document.uri, (found) => found.length === 4);
    assert.ok(diagnostic);
    const actions = await quickFixesAt(document, diagnostic.range);
    const command = actions.find(({ title }) => /^Turn.*user settings/.test(title))?.command;
    assert.ok(command);
    const configuration = vscode.workspace.getConfiguration('ctsTrace');
    try {
      const run = () => vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
      assert.deepEqual(await notificationOf(run), [
        '"unknown-event" is now off (user settings)',
        'Undo',
        'Open Settings',
      ]);
      await diagnosticsOf(document.uri, (found) => found.length === 3);
      await configuration.update('rules', undefined, vscode.ConfigurationTarget.Global);
      await diagnosticsOf(document.uri, (found) => found.length === 4);
      await notificationOf(run, 'Undo', async () => {
        await diagnosticsOf(document.uri, (found) => found.length === 3);
      });
      await diagnosticsOf(document.uri, (found) => found.length === 4);
    } finally {
      await configuration.update('rules', undefined, vscode.ConfigurationTarget.Global);
      await diagnosticsOf(document.uri, (found) => found.length === 4);
    }
  });
});

describe('settings', () => {
  it('take effect immediately', async () => {
    const document = await openFile('ims.json');
    const configuration = vscode.workspace.getConfiguration('ctsTrace');
    await diagnosticsOf(document.uri, (found) => found.length === 4);
    try {
      await configuration.update('rules', { 'missing-field': 'error' }, vscode.ConfigurationTarget.Workspace);
      const isError = ({ severity }: vscode.Diagnostic): boolean =>
        severity === vscode.DiagnosticSeverity.Error;
      const found = await diagnosticsOf(document.uri, (diagnostics) => diagnostics.some(isError));
      assert.equal(found.filter(isError).length, 1);
      await configuration.update('language', 'zh-cn', vscode.ConfigurationTarget.Global);
      const isChinese = ({ message }: vscode.Diagnostic): boolean => message.includes('缺少字段“trace_type”');
      await diagnosticsOf(document.uri, (diagnostics) => diagnostics.some(isChinese));
    } finally {
      await configuration.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
      await configuration.update('language', undefined, vscode.ConfigurationTarget.Global);
      await diagnosticsOf(document.uri, (found) => found[0]?.message.startsWith('Unknown') === true);
    }
  });
});
