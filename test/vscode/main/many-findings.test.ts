import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, openText, quickFixesAt, until } from '../editor';

const base = {
  service_type: 'IMS',
  resource_type: 'ims',
  resource_name: 'web-base',
  trace_type: 'ApiCall',
  user: { name: 'bob' },
};
const failures = 151;
const traces = Array.from({ length: 3000 }, (_, number) => ({
  ...base,
  time: 1795136523120 + 1000 * number,
  ...(number % 19 === 7 && number < 19 * failures
    ? { trace_name: 'exportImage', trace_rating: 'warning' }
    : { trace_name: 'deleteImage', trace_rating: 'normal' }),
}));
const text = traces.map((trace) => `${JSON.stringify(trace)}\n`).join('');

/** Whether a diagnostic stands for others. */
function isStandIn({ message }: vscode.Diagnostic): boolean {
  return message.includes('not shown');
}

describe('very many findings', () => {
  const rules = () => vscode.workspace.getConfiguration('ctsTrace');
  let document: vscode.TextDocument;
  let diagnostics: readonly vscode.Diagnostic[];

  before(async () => {
    await rules().update('rules', { 'notable-event': 'information' }, vscode.ConfigurationTarget.Global);
    document = await openText(text, 'jsonl');
    diagnostics = await diagnosticsOf(document.uri, (found) => found.length > 900);
  });
  after(async () => {
    await rules().update('rules', undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('have every failure among those that the editor keeps', () => {
    const failed = diagnostics.filter(({ message }) => message.includes('failed'));
    assert.equal(failed.length, failures);
    assert.equal(
      failed[0]?.message,
      'exportImage failed: bob tried to export image "web-base", 2026-11-20 01:02:10 UTC',
    );
    assert.ok(diagnostics.length <= 1000);
    const [standIn, ...more] = diagnostics.filter(isStandIn);
    const hidden = (3000 - diagnostics.length + 1).toLocaleString('en-US');
    assert.equal(
      standIn?.message,
      `${hidden} more notable-event findings not shown: deleteImage (${hidden})`,
    );
    assert.deepEqual(more, []);
  });

  it('are stated in hovers beyond those that the editor marks, with a link to the rule', async () => {
    const stated = async (line: number): Promise<readonly string[]> => {
      const position = new vscode.Position(line, document.lineAt(line).text.indexOf('deleteImage'));
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position,
      );
      const texts = hovers.flatMap(({ contents }) =>
        contents.map((part) => (typeof part === 'string' ? part : part.value)),
      );
      return texts
        .slice(0, 2)
        .filter((part) => part.includes('deleteImage by') || part.includes('showRules'));
    };
    const last = await stated(2999);
    assert.deepEqual(last, [
      '**information** · deleteImage by bob: image "web-base", 2026-11-20 01:52:02 UTC',
      '[notable-event](command:ctsTrace.showRules?%22notable-event%22)',
    ]);
    assert.deepEqual(await stated(0), []);
  });

  it('lead to a list of all, which goes to the place of the focused one', async () => {
    const standIn = diagnostics.find(isStandIn);
    assert.ok(standIn);
    const actions = await quickFixesAt(document, standIn.range);
    const showAll = actions.find(({ title }) => title === 'Show all findings of "notable-event"')?.command;
    assert.ok(showAll);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(2999, 0, 2999, 0);
    const done = vscode.commands.executeCommand(showAll.command, ...(showAll.arguments ?? []));
    const selected = async () => document.getText(editor.selection);
    await until(selected, (name) => name === '"deleteImage"');
    assert.equal(editor.selection.start.line, 0);
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await until(
      async () => editor.selection.start.line,
      (line) => line === 1,
    );
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await done;
    assert.equal(editor.selection.start.line, 1);
  });

  it('leave the cursor where it was if the list is closed', async () => {
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(2999, 0, 2999, 0);
    const done = vscode.commands.executeCommand('ctsTrace.showFindings', document.uri, {
      severity: 'information',
    });
    await until(
      async () => editor.selection.start.line,
      (line) => line === 0,
    );
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await done;
    assert.equal(editor.selection.start.line, 2999);
  });
});
