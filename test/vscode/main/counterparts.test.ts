import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { hoverAt, openText, until } from '../editor';

const image = '6d1a2f0e-5b8c-4b0e-9d64-2c1f7a3e9b55';

/** 2020-10-21 03:40:19 UTC. */
const asked = 1603251619000;

function record(name: string, type: string, seconds: number, id = image): string {
  return JSON.stringify({
    time: asked + seconds * 1000,
    service_type: 'IMS',
    resource_type: type,
    trace_name: name,
    trace_rating: 'normal',
    trace_type: 'ConsoleAction',
    resource_name: 'image-of-tests',
    resource_id: id,
  });
}

/** In documents, one record per line from line 2. */
const records = [
  record('createImage', 'ims', 0),
  record('createImage', 'image', 3600),
  record('createImage', 'image', 16, '0b7c9e12-13f4-4d1a-8a77-6f2d5c4b3a21'),
  record('createImage', 'image', 16),
  record('updateImage', 'image', 17),
  record('exportImage', 'ims', 40),
];

async function open(lines: readonly string[] = records): Promise<vscode.TextDocument> {
  const document = await openText(`[\n${lines.join(',\n')}\n]`);
  await until(
    () => hoverAt(document, 'trace_rating'),
    (text) => text !== '',
  );
  return document;
}

/** A position inside a string on a line; lines count from 1. */
function positionIn(document: vscode.TextDocument, line: number, text: string): vscode.Position {
  return new vscode.Position(line - 1, document.lineAt(line - 1).text.indexOf(text) + 2);
}

/** Line, from 1, and text of each range. */
function shown(document: vscode.TextDocument, ranges: readonly vscode.Range[]): readonly string[] {
  return ranges.map((range) => `${range.start.line + 1} ${document.getText(range)}`);
}

async function definitionsAt(document: vscode.TextDocument, position: vscode.Position) {
  const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  return links.map(({ originSelectionRange, targetRange, targetSelectionRange }) => ({
    from: shown(document, originSelectionRange ? [originSelectionRange] : []),
    record: records.indexOf(document.getText(targetRange)),
    to: shown(document, targetSelectionRange ? [targetSelectionRange] : []),
  }));
}

async function referencesAt(document: vscode.TextDocument, position: vscode.Position) {
  const locations = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    position,
  );
  return shown(
    document,
    locations.map(({ range }) => range),
  );
}

function counterpartLineAt(document: vscode.TextDocument, position: vscode.Position) {
  return lineOfHover(document, position, 'Likely');
}

async function lineOfHover(document: vscode.TextDocument, position: vscode.Position, part: string) {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  const parts = hovers.flatMap(({ contents }) => contents);
  const text = parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
  return text
    .split('\n')
    .find((line) => line.includes(part))
    ?.trim();
}

describe('the likely counterpart', () => {
  it('is shown in the hover of the event name, in both directions', async () => {
    const document = await open();
    const lineAt = (line: number, text: string) =>
      counterpartLineAt(document, positionIn(document, line, text));
    const same = '(same resource within 10 minutes)';
    assert.equal(await lineAt(2, 'createImage'), `**Likely Glance counterpart:** line 5, +16 s ${same}`);
    assert.equal(await lineAt(5, 'createImage'), `**Likely IMS counterpart:** line 2, −16 s ${same}`);
    assert.equal(await lineAt(6, 'updateImage'), `**Likely IMS counterpart:** none in this file ${same}`);
    assert.equal(await lineAt(7, 'exportImage'), undefined);
    assert.equal(await lineAt(2, 'ims'), undefined);
  });

  it('is the definition of the event name', async () => {
    const document = await open();
    assert.deepEqual(await definitionsAt(document, positionIn(document, 2, 'createImage')), [
      { from: ['2 "createImage"'], record: 3, to: ['5 "createImage"'] },
    ]);
    assert.deepEqual(await definitionsAt(document, positionIn(document, 5, 'createImage')), [
      { from: ['5 "createImage"'], record: 0, to: ['2 "createImage"'] },
    ]);
    assert.deepEqual(await definitionsAt(document, positionIn(document, 3, 'createImage')), []);
    assert.deepEqual(await definitionsAt(document, positionIn(document, 2, image)), []);
  });

  it('is identified by its number if all traces are on one line', async () => {
    const document = await openText(`[${records.join(',')}]`);
    const line = await until(
      () => counterpartLineAt(document, positionIn(document, 1, 'createImage')),
      (found) => found !== undefined,
    );
    assert.equal(line, '**Likely Glance counterpart:** trace 4, +16 s (same resource within 10 minutes)');
  });

  it('follows edits', async () => {
    const document = await open();
    const edit = new vscode.WorkspaceEdit();
    const { range } = document.lineAt(4);
    edit.replace(document.uri, range, `\n\n${record('createImage', 'image', -90)},`);
    assert.ok(await vscode.workspace.applyEdit(edit));
    const line = await until(
      () => counterpartLineAt(document, positionIn(document, 2, 'createImage')),
      (found) => found !== undefined,
    );
    assert.equal(line, '**Likely Glance counterpart:** line 7, −90 s (same resource within 10 minutes)');
    assert.deepEqual(await definitionsAt(document, positionIn(document, 2, 'createImage')), [
      { from: ['2 "createImage"'], record: -1, to: ['7 "createImage"'] },
    ]);
  });
});

describe('the result of an accepted call', () => {
  const job = (seconds: number, rating: string) => ({
    ...(JSON.parse(record('exportImage', 'ims', seconds)) as object),
    trace_rating: rating,
    response: '{"job_id":"0123456789abcdef0123456700000021"}',
  });
  const lines = [record('createImage', 'ims', 0), job(20, 'normal'), job(161, 'warning')].map((line) =>
    typeof line === 'string' ? line : JSON.stringify(line),
  );

  it('is in the hover of the event name, with the way back, and its definition', async () => {
    const document = await open(lines);
    const lineAt = (line: number) =>
      lineOfHover(document, positionIn(document, line, 'exportImage'), 'Result:');
    assert.equal(await lineAt(3), '**Result:** line 4, 2 min later, failed');
    const back = await lineOfHover(document, positionIn(document, 4, 'exportImage'), 'Accepted call:');
    assert.equal(back, '**Accepted call:** line 3, 2 min earlier');
    const definitions = await definitionsAt(document, positionIn(document, 3, 'exportImage'));
    assert.deepEqual(
      definitions.map(({ from, to }) => [from, to]),
      [[['3 "exportImage"'], ['4 "exportImage"']]],
    );
  });
});

describe('the traces of a resource', () => {
  const all = ['2 "createImage"', '3 "createImage"', '5 "createImage"', '6 "updateImage"', '7 "exportImage"'];

  it('are references of the event name and of the resource id', async () => {
    const document = await open();
    for (const text of ['createImage', image])
      assert.deepEqual(await referencesAt(document, positionIn(document, 2, text)), all, text);
    assert.deepEqual(await referencesAt(document, positionIn(document, 4, 'createImage')), [
      '4 "createImage"',
    ]);
  });

  it('are not references of other values, nor in other JSON', async () => {
    const document = await open();
    assert.deepEqual(await referencesAt(document, positionIn(document, 2, 'normal')), []);
    const other = await openText('{"trace_name":"createImage","resource_id":"1"}');
    assert.deepEqual(await referencesAt(other, positionIn(other, 1, 'createImage')), []);
  });
});
