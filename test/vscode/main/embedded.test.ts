import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { openText, textsOf, until } from '../editor';

const password = 'Invented#4711';
const request = { name: 'image "of" tests', instance: { id: 'a', adminPass: password } };
const record = JSON.stringify({
  time: 1603251619000,
  service_type: 'IMS',
  resource_type: 'ims',
  trace_name: 'createImage',
  trace_rating: 'normal',
  trace_type: 'ConsoleAction',
  request: JSON.stringify(request),
});

/** The text of each hover's range, followed by its contents. */
async function hoverOn(document: vscode.TextDocument, target: string): Promise<readonly string[]> {
  const position = document.positionAt(record.indexOf(target) + 1);
  const hovers = await until(
    () =>
      vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position),
    (found) => found.length > 0,
  );
  return hovers.flatMap((hover) => [hover.range ? document.getText(hover.range) : '', ...textsOf([hover])]);
}

describe('the hover in a string that holds JSON', () => {
  it('covers and shows the inner value, without credentials', async () => {
    const document = await openText(record);
    assert.deepEqual(await hoverOn(document, 'of\\'), [
      String.raw`\"image \\\"of\\\" tests\"`,
      '**request** · `name`\n\n```json\n"image \\"of\\" tests"\n```',
    ]);
    assert.deepEqual(await hoverOn(document, 'instance'), [
      String.raw`\"instance\"`,
      '**request** · `instance`\n\n```json\n{\n  "id": "a",\n  "adminPass": "***"\n}\n```',
    ]);
  });
});
