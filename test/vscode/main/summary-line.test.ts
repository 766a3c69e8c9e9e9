import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { openText, until } from '../editor';
import { notificationOf } from '../notification';

const trace = {
  time: 1795136523120,
  service_type: 'IMS',
  resource_type: 'ims',
  trace_name: 'createImage',
  trace_rating: 'normal',
  trace_type: 'ApiCall',
};
const traces = [
  trace,
  { ...trace, time: 1795222923120, trace_name: 'exportImage', trace_rating: 'warning' },
  { ...trace, trace_name: 'createImages' },
];
const laidOut = JSON.stringify(traces, undefined, 2);
const oneLine = JSON.stringify([...traces, ...Array.from({ length: 10 }, () => trace)]);

async function titlesOf({ uri }: vscode.TextDocument): Promise<readonly string[]> {
  const lenses = await lensesOf(uri);
  return lenses.map(({ command }) => command?.title ?? '');
}

function lensesOf(uri: vscode.Uri): Thenable<vscode.CodeLens[]> {
  return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
}

describe('the summary line', () => {
  afterEach(async () => {
    for (const name of ['summaryLine', 'longLines'])
      await vscode.workspace
        .getConfiguration('ctsTrace')
        .update(name, undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('says what a file holds, and follows edits', async () => {
    const document = await openText(laidOut);
    const expected = ['3 traces', '1 failed trace', '1 warning', '2026-11-20 01:02 – 2026-11-21 01:02 UTC'];
    await until(
      () => titlesOf(document),
      (titles) => titles.join() === expected.join(),
    );
    const edit = new vscode.WorkspaceEdit();
    const offset = laidOut.indexOf('warning');
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(offset), document.positionAt(offset + 'warning'.length)),
      'normal',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(
      () => titlesOf(document),
      (titles) => titles.join() === expected.filter((title) => !title.includes('failed')).join(),
    );
  });

  it('leads to the failed traces', async () => {
    const document = await openText(laidOut);
    const lenses = await until(
      () => lensesOf(document.uri),
      (found) => found.length === 4,
    );
    const { command } = lenses[1] ?? {};
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const { selection } = vscode.window.activeTextEditor ?? {};
    assert.ok(selection);
    assert.equal(document.offsetAt(selection.active), laidOut.indexOf('"exportImage"'));
  });

  it('is not the only way to failed traces: the command answers if there is none, and no trace file', async () => {
    const next = () => vscode.commands.executeCommand('ctsTrace.nextFailure');
    const document = await openText(JSON.stringify([trace], undefined, 2));
    await until(
      () => titlesOf(document),
      (titles) => titles.length === 3,
    );
    assert.deepEqual(await notificationOf(next), ['No trace in this file has failed']);
    await openText('{ "name": "settings" }');
    assert.deepEqual(await notificationOf(next), ['Open a trace file first']);
    const list = () => vscode.commands.executeCommand('ctsTrace.showFindings');
    assert.deepEqual(await notificationOf(list), ['Open a trace file first']);
  });

  it('says where a file is cut off, and leads there', async () => {
    const cut = laidOut.slice(0, laidOut.indexOf('"exportImage"'));
    const document = await openText(cut);
    const lenses = await until(
      () => lensesOf(document.uri),
      (found) => found.length === 3,
    );
    const { command } = lenses[1] ?? {};
    const line = document.lineCount;
    assert.equal(command?.title, `cut off at line ${line}`);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, line - 1);
  });

  it('says at which column a file of one line is cut off', async () => {
    const cut = oneLine.slice(0, oneLine.length - 40);
    const document = await openText(cut);
    await until(
      () => titlesOf(document),
      (titles) => titles.includes(`cut off at column ${cut.length}`),
    );
  });

  it('offers the formatted view of a long line, which has the summary but not the offer', async () => {
    const document = await openText(oneLine);
    const titles = await until(
      () => titlesOf(document),
      (found) => found.length > 1,
    );
    assert.equal(titles[0], 'Open Formatted');
    await vscode.commands.executeCommand('ctsTrace.openFormatted', document.uri);
    const shown = vscode.window.activeTextEditor?.document;
    assert.ok(shown);
    await until(
      () => titlesOf(shown),
      (found) => found.join() === titles.slice(1).join(),
    );
  });

  it('is turned off by its setting', async () => {
    const document = await openText(oneLine);
    await until(
      () => titlesOf(document),
      (found) => found.length > 1,
    );
    const configuration = vscode.workspace.getConfiguration('ctsTrace');
    await configuration.update('summaryLine', false, vscode.ConfigurationTarget.Global);
    await until(
      () => titlesOf(document),
      (found) => found.join() === 'Open Formatted · 13 traces',
    );
  });
});
