import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, hoverAt, openText, until } from '../editor';

const text = `{
  "trace_name": "createImages", "service_type": "IMS", "resource_type": "ims", "trace_type": "ApiCall", "trace_rating": "normal",
  "record_time": 1795136523120,
  "time": "12/03/2018 09:07:28 GMT+08:00"
}`;

describe('the setting for the time zone', () => {
  afterEach(async () => {
    await setTimeZone(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is UTC by default', async () => {
    const document = await openText(text);
    await diagnosticsOf(document.uri);
    assert.deepEqual(await hintsIn(document, 2), ['2026-11-20 01:02:03.120 UTC', '2018-12-03 01:07:28 UTC']);
    assert.match(await outlineOf(document), /01:07:28 .*2018-12-03 UTC/);
  });

  it('changes hints, hovers and the outline of an open file', async () => {
    const document = await openText(text);
    await diagnosticsOf(document.uri);
    await outlineOf(document);
    await setTimeZone('America/New_York');
    const expected = ['2026-11-19 20:02:03.120 GMT-05:00', '2018-12-02 20:07:28 GMT-05:00'];
    assert.deepEqual(await hintsIn(document, 2), expected);
    assert.match(
      await hoverAt(document, '1795136523120'),
      /^\*\*record_time\*\* · 2026-11-19 20:02:03\.120 GMT-05:00 {2}\n\*\*UTC:\*\* 2026-11-20 01:02:03\.120 UTC/,
    );
    assert.match(await outlineOf(document), /20:07:28 .*2018-12-02 GMT-05:00/);
  });

  it('falls back to UTC for an unknown name', async () => {
    const document = await openText(text);
    await diagnosticsOf(document.uri);
    await setTimeZone('Mars/Olympus');
    assert.deepEqual(await hintsIn(document, 2), ['2026-11-20 01:02:03.120 UTC', '2018-12-03 01:07:28 UTC']);
  });
});

async function setTimeZone(name: string | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('ctsTrace')
    .update('timeZone', name, vscode.ConfigurationTarget.Global);
}

/** The hints from a line on, once there are any. */
async function hintsIn(document: vscode.TextDocument, line: number): Promise<readonly string[]> {
  const range = new vscode.Range(
    new vscode.Position(line, 0),
    document.lineAt(document.lineCount - 1).range.end,
  );
  const hints = await until(
    () =>
      vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        range,
      ),
    (found) => found.length > 0,
  );
  return hints.map(({ label }) =>
    typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
  );
}

async function outlineOf({ uri }: vscode.TextDocument): Promise<string> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return symbols.map(({ name, detail }) => `${name} ${detail}`).join('\n');
}
