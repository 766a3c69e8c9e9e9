import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { hoverAt, openText, until } from '../editor';
import { notificationOf } from '../notification';

const image = '6d1a2f0e-5b8c-4b0e-9d64-2c1f7a3e9b55';
const key = 'HST3INVENTED4711XYZ9';

function record(name: string, members: object): string {
  return JSON.stringify({
    trace_name: name,
    service_type: 'IMS',
    trace_type: 'ApiCall',
    trace_rating: 'normal',
    time: 1603251619000,
    ...members,
  });
}

/** In documents, one record per line from line 2. */
const records = [
  record('createImage', {
    user: { name: 'alice', access_key_id: key },
    source_ip: '192.0.2.10',
    resource_id: image,
    resource_name: 'web-base',
  }),
  record('addMember', {
    user: '{"name":"bob"}',
    source_ip: '192.0.2.1',
    request: `{"images":["${image}"],"name":"web-base"}`,
    trace_rating: 'warning',
  }),
  record('deleteImage', {
    user: `{"user_name":"alice","access_key_id":"${key}"}`,
    source_ip: '192.0.2.10',
    request: { adminPass: 'Invented-4711-Invented' },
  }),
];

async function open(text = `[\n${records.join(',\n')}\n]`): Promise<vscode.TextDocument> {
  const document = await openText(text);
  await until(
    () => hoverAt(document, 'trace_rating'),
    (found) => found !== '',
  );
  return document;
}

/** A position inside the first such text from a line on; lines count from 1. */
function positionIn(document: vscode.TextDocument, text: string, line = 1): vscode.Position {
  const start = document.offsetAt(new vscode.Position(line - 1, 0));
  return document.positionAt(document.getText().indexOf(text, start) + 2);
}

async function referencesAt(document: vscode.TextDocument, position: vscode.Position) {
  const locations = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    position,
  );
  return locations.map(({ range }) => `${range.start.line + 1} ${document.getText(range)}`);
}

async function highlightsAt(document: vscode.TextDocument, position: vscode.Position) {
  const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[] | undefined>(
    'vscode.executeDocumentHighlights',
    document.uri,
    position,
  );
  return (highlights ?? []).map(({ range }) => `${range.start.line + 1} ${document.getText(range)}`);
}

describe('the traces with a value', () => {
  it('are references of a user, an access key, an address, a name and an id in a request', async () => {
    const document = await open();
    const [first, second, third] = ['2 "createImage"', '3 "addMember"', '4 "deleteImage"'];
    const cases: readonly (readonly [string, number, readonly (string | undefined)[]])[] = [
      ['alice', 2, [first, third]],
      ['alice', 4, [first, third]],
      ['bob', 3, [second]],
      [key, 2, [first, third]],
      ['192.0.2.10', 4, [first, third]],
      ['web-base', 3, [first, second]],
      [image, 3, [first, second]],
      [image, 2, [first, second]],
      ['Invented-4711', 4, []],
    ];
    for (const [text, line, expected] of cases)
      assert.deepEqual(
        await referencesAt(document, positionIn(document, text, line)),
        expected,
        `${text} ${line}`,
      );
  });

  it('have the value highlighted, in JSON in strings too', async () => {
    const document = await open();
    assert.deepEqual(await highlightsAt(document, positionIn(document, 'alice', 2)), [
      '2 "alice"',
      '4 \\"alice\\"',
    ]);
    assert.deepEqual(await highlightsAt(document, positionIn(document, image, 3)), [
      `2 ${image}`,
      `3 ${image}`,
    ]);
  });

  it('are listed by a command that the hover links to and that leads to them, also in a file of one line', async () => {
    const document = await open(`[${records.join(',')}]`);
    const position = document.positionAt(document.getText().lastIndexOf('alice'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const links = hovers
      .flatMap(({ contents }) => contents)
      .flatMap((content) => (content instanceof vscode.MarkdownString && content.isTrusted ? content : []));
    assert.deepEqual(
      links.map(({ value, isTrusted }) => [
        /^\[[^\]]*\]\(command:ctsTrace\.showTraces\?/.test(value),
        isTrusted,
      ]),
      [[true, { enabledCommands: ['ctsTrace.showTraces'] }]],
    );
    const [, encoded = ''] = /\?([^)]*)\)$/.exec(links[0]?.value ?? '') ?? [];
    const place = JSON.parse(decodeURIComponent(encoded)) as readonly [string, number];
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const target = document.getText().indexOf('"createImage"');
    await vscode.commands.executeCommand('ctsTrace.showTraces', ...place);
    await until(
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return document.offsetAt(editor.selection.start);
      },
      (offset) => offset === target,
    );
  });

  it('are asked for at a value only', async () => {
    const document = await open();
    const offset = document.getText().indexOf('ApiCall');
    const run = () => vscode.commands.executeCommand('ctsTrace.showTraces', document.uri.toString(), offset);
    assert.deepEqual(await notificationOf(run), [
      'Place the cursor on a user, ID, IP address or name of a trace',
    ]);
  });
});
