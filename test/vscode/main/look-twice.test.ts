import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsOf, openText, quickFixesAt } from '../editor';
import { statusMessageOf } from '../notification';

const trace = {
  trace_id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479',
  trace_name: 'createImage',
  service_type: 'IMS',
  resource_type: 'ims',
  trace_rating: 'normal',
  trace_type: 'ApiCall',
  time: 1795136523120,
  request: '{"name":"web","admin_pass":"Invented#4711"}',
};

function ruleOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

describe('a duplicate trace', () => {
  it('links to the first one', async () => {
    const copy = JSON.stringify({ ...trace, request: null });
    const document = await openText(`[\n${copy},\n${copy}\n]`);
    const [diagnostic] = await diagnosticsOf(document.uri);
    assert.ok(diagnostic);
    assert.equal(ruleOf(diagnostic), 'duplicate-trace');
    assert.match(diagnostic.message, /^Same trace as in line 2\./);
    const [first] = diagnostic.relatedInformation ?? [];
    assert.equal(first?.message, 'First copy');
    assert.equal(first?.location.uri.toString(), document.uri.toString());
    assert.equal(document.getText(first?.location.range), `"${trace.trace_id}"`);
    assert.equal(first?.location.range.start.line, 1);
  });

  it('can be compared with the first one in the diff editor, laid out', async () => {
    const { resource_type, ...rest } = trace;
    const other = {
      ...rest,
      request: { name: 'web', admin_pass: 'Invented#4711' },
      code: 201,
      resource_type,
    };
    const document = await openText(
      `[\n${JSON.stringify({ ...trace, code: 200 })},\n${JSON.stringify(other)}\n]`,
    );
    const isOfCopy = (found: vscode.Diagnostic) => ruleOf(found) === 'duplicate-trace';
    const diagnostics = await diagnosticsOf(document.uri, (found) => found.some(isOfCopy));
    const diagnostic = diagnostics.find(isOfCopy);
    assert.equal(diagnostic?.message, 'Differs from its copy in line 2: code');
    const actions = await quickFixesAt(document, diagnostic.range);
    const command = actions.find(({ title }) => title === 'Compare the two copies')?.command;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    assert.ok(tab?.input instanceof vscode.TabInputTextDiff);
    assert.match(tab.label, /: line 2 and its copy in line 3$/);
    const [left, right] = await Promise.all(
      [tab.input.original, tab.input.modified].map((uri) => vscode.workspace.openTextDocument(uri)),
    );
    assert.ok(left && right);
    assert.match(left.getText(), /\n {2}"request": \{\n {4}"name": "web",\n/);
    assert.equal(right.getText(), left.getText().replace('"code": 200', '"code": 201'));
    assert.deepEqual(vscode.languages.getDiagnostics(right.uri), []);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});

describe('a credential in plain text', () => {
  it('can be redacted in a copy or in the record', async () => {
    const document = await openText(JSON.stringify(trace));
    const [diagnostic] = await diagnosticsOf(document.uri);
    assert.ok(diagnostic);
    assert.equal(ruleOf(diagnostic), 'exposed-secret');
    const [copy, redact] = await quickFixesAt(document, diagnostic.range);
    assert.deepEqual(
      [copy?.title, redact?.title],
      ['Copy trace without credentials', 'Mask the credential (edits the record)'],
    );
    const redacted = JSON.stringify({ ...trace, request: '{"name":"web","admin_pass":"***"}' });
    assert.ok(copy?.command && copy.edit === undefined);
    const { command, arguments: values = [] } = copy.command;
    const said = await statusMessageOf(() => vscode.commands.executeCommand(command, ...values));
    assert.equal(said, 'Trace copied, 1 credential masked');
    assert.equal(await vscode.env.clipboard.readText(), redacted);
    assert.ok(redact?.edit && (await vscode.workspace.applyEdit(redact.edit)));
    assert.equal(document.getText(), redacted);
    await diagnosticsOf(document.uri, (found) => found.length === 0);
  });
});
