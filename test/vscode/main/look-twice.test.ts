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
    const [first] = diagnostic.relatedInformation ?? [];
    assert.equal(first?.message, 'First copy');
    assert.equal(first?.location.uri.toString(), document.uri.toString());
    assert.equal(document.getText(first?.location.range), `"${trace.trace_id}"`);
    assert.equal(first?.location.range.start.line, 1);
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
