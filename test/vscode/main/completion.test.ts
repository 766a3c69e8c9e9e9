import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { openText, until } from '../editor';

/** A file of two records, the first of which ends with the given text. */
function fileWith(open: string): string {
  return `[
  {
    "time": 1795136523120,
    "service_type": "IMS",
    "resource_type": "image",
    "trace_rating": "normal",
    "trace_type": "ApiCall",
    ${open}
  },
  {
    "time": 1795136523121,
    "service_type": "IMS",
    "resource_type": "ims",
    "trace_name": "copyImage",
    "trace_rating": "normal",
    "trace_type": "ApiCall"
  }
]
`;
}

/** The extension's items, recognised by the leading space of their sort text. */
async function itemsAt(
  { uri }: vscode.TextDocument,
  position: vscode.Position,
  resolved = 0,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
    '"',
    resolved,
  );
  return list.items.filter(({ sortText }) => sortText?.startsWith(' '));
}

function positionAfter(document: vscode.TextDocument, after: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(after) + after.length);
}

function shownOf(document: vscode.TextDocument, items: readonly vscode.CompletionItem[]): readonly string[] {
  return items.map(({ label, detail, insertText, range }) => {
    const name = typeof label === 'string' ? label : label.label;
    const replaced = range instanceof vscode.Range ? document.getText(range) : 'nothing';
    return `${name} (${detail}): ${replaced} -> ${insertText}`;
  });
}

function namesOf(items: readonly vscode.CompletionItem[]): readonly string[] {
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('completion', () => {
  it('offers the events that match the record, replacing the whole value', async () => {
    const document = await openText(fileWith('"trace_name": "create"'));
    const position = positionAfter(document, '"trace_name": "cr');
    const items = await until(
      () => itemsAt(document, position),
      (found) => found.length > 0,
    );
    assert.deepEqual(shownOf(document, items), [
      'createImage (Creating an image): "create" -> "createImage"',
      'updateImage (Modifying/Uploading an image): "create" -> "updateImage"',
      'deleteImage (Deleting an image): "create" -> "deleteImage"',
      'addTag (Tagging an image): "create" -> "addTag"',
      'deleteTag (Deleting an image tag): "create" -> "deleteTag"',
      'addMember (Adding a tenant that can use a shared image): "create" -> "addMember"',
      'updateMember (Modifying information about a tenant that can use a shared image): "create" -> "updateMember"',
      'deleteMember (Deleting a tenant from the group where the members can use a shared image): "create" -> "deleteMember"',
    ]);
  });

  it('explains each item, and strikes out events that are only in older lists', async () => {
    const document = await openText(fileWith('"trace_name": "copyImage"').replace('"image"', '"ims"'));
    const position = positionAfter(document, '"trace_name": "');
    const items = await until(
      () => itemsAt(document, position, 20),
      (found) => found.length > 0,
    );
    assert.equal(items.length, 12);
    for (const { label, documentation } of items) {
      const explained = documentation instanceof vscode.MarkdownString ? documentation.value : '';
      assert.ok(explained.includes(`**${typeof label === 'string' ? label : label.label}**`), explained);
    }
    const older = items.filter(({ tags = [] }) => tags.includes(vscode.CompletionItemTag.Deprecated));
    assert.deepEqual(older, items.slice(8));
  });

  it('is available right after typing, in an unfinished record', async () => {
    const [unfinished = ''] = fileWith('"trace_name":').split('\n  },\n', 1);
    const document = await openText(unfinished);
    const editor = await vscode.window.showTextDocument(document);
    const end = positionAfter(document, '"trace_name":');
    await until(
      () => itemsAt(document, end),
      (found) => found.length === 8,
    );
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: ' "del' });
    const cursor = editor.selection.active;
    const items = await itemsAt(document, cursor);
    assert.equal(items.length, 8);
    assert.ok(items.every(({ range }) => range instanceof vscode.Range && range.contains(cursor)));
  });

  it('inserts the selected item', async () => {
    const document = await openText(fileWith('"trace_name": '));
    const editor = await vscode.window.showTextDocument(document);
    const end = positionAfter(document, '"trace_name": ');
    await until(
      () => itemsAt(document, end),
      (found) => found.length === 8,
    );
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: '"' });
    await vscode.commands.executeCommand('type', { text: 'updateM' });
    await until(
      async () => {
        await vscode.commands.executeCommand('editor.action.triggerSuggest');
        await new Promise((resume) => setTimeout(resume, 500));
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        return document.lineAt(end.line).text.trim();
      },
      (line) => line === '"trace_name": "updateMember"',
    );
  });

  it('offers keys that the trace lacks, and inserts one with its placeholder', async () => {
    const document = await openText(fileWith('"code": "200",\n    ""'));
    const editor = await vscode.window.showTextDocument(document);
    const inside = positionAfter(document, '"200",\n    "');
    const items = await until(
      () => itemsAt(document, inside),
      (found) => found.length > 0,
    );
    assert.deepEqual(namesOf(items).slice(0, 3), ['trace_name', 'trace_id', 'record_time']);
    editor.selection = new vscode.Selection(inside, inside);
    await vscode.commands.executeCommand('type', { text: 'trace_n' });
    await until(
      async () => {
        await vscode.commands.executeCommand('editor.action.triggerSuggest');
        await new Promise((resume) => setTimeout(resume, 500));
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        return document.lineAt(inside.line).text.trim();
      },
      (line) => line === '"trace_name": ""',
    );
    assert.ok(editor.selection.active.isEqual(inside.translate(0, '"trace_name": '.length)));
  });

  it('helps from the first key of traces on, and with a whole trace where its name is begun', async () => {
    const begun = await openText('{ "trace_name": "createImage", "" }');
    const items = await itemsAt(begun, positionAfter(begun, 'createImage", "'));
    assert.deepEqual(namesOf(items).slice(0, 2), ['time', 'service_type']);
    const empty = await openText('cts');
    const [whole, ...more] = await itemsAt(empty, empty.positionAt(3));
    assert.ok(whole?.insertText instanceof vscode.SnippetString);
    assert.deepEqual([namesOf([whole]), more], [['cts-trace'], []]);
    const editor = await vscode.window.showTextDocument(empty);
    await editor.insertSnippet(whole.insertText, new vscode.Range(0, 0, 0, 3));
    const trace = JSON.parse(empty.getText());
    assert.deepEqual([trace.trace_name, trace.trace_rating], ['createImage', 'normal']);
  });

  it('offers nothing outside keys and values, or in other JSON', async () => {
    const document = await openText(fileWith('"trace_name": "createImage"'));
    const inside = positionAfter(document, '"trace_name": "');
    await until(
      () => itemsAt(document, inside),
      (found) => found.length > 0,
    );
    assert.deepEqual(namesOf(await itemsAt(document, positionAfter(document, '[\n'))), ['cts-trace']);
    assert.deepEqual(await itemsAt(document, positionAfter(document, '"trace_type"')), []);
    const other = await openText('{ "trace_name": "createImage", "name": "" }');
    assert.deepEqual(await itemsAt(other, positionAfter(other, '"trace_name": "')), []);
    for (const text of ['', '{  }', '{ "name": 1,  }', '{ "trace_id": "a", "": 1 }']) {
      const foreign = await openText(text);
      for (let offset = 0; offset <= text.length; offset++)
        assert.deepEqual(await itemsAt(foreign, foreign.positionAt(offset)), [], `${text} at ${offset}`);
    }
  });
});
