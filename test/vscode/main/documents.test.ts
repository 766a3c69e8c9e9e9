import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { createCatalog } from '../../../src/core/catalog/catalog';
import { createLocalizer } from '../../../src/core/text/localization';
import { Catalogs } from '../../../src/vscode/catalogs/catalogs';
import { DocumentCheck } from '../../../src/vscode/checks/document-check';
import { OpenDocuments } from '../../../src/vscode/checks/open-documents';
import { Log } from '../../../src/vscode/log';
import { openText, until } from '../editor';

const record =
  '{"time":1795136523120,"service_type":"IMS","resource_type":"ims","trace_name":"createImage","trace_rating":"normal","trace_type":"ApiCall"}';

/** Writes a user setting and waits for the change event. */
async function set(name: string, value: unknown): Promise<void> {
  const changed = new Promise<void>((resolve) => {
    const listener = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(`ctsTrace.${name}`)) return;
      listener.dispose();
      resolve();
    });
  });
  const configuration = vscode.workspace.getConfiguration('ctsTrace');
  await configuration.update(name, value, vscode.ConfigurationTarget.Global);
  await changed;
}

async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('documents under check', () => {
  let log: Log;
  let catalogs: Catalogs;
  let documents: OpenDocuments;

  beforeEach(() => {
    log = new Log();
    catalogs = new Catalogs(log);
    documents = new OpenDocuments(catalogs, log);
  });

  afterEach(() => vscode.Disposable.from(documents, catalogs, log).dispose());

  it('are checked again only if a setting that affects findings changes', async () => {
    const document = await openText(record);
    const found = await documents.whenChecked(document);
    assert.ok(found);
    try {
      await set('inlayHints.time', false);
      assert.equal(documents.isChecking(document), false);
      await set('catalogs', ['nowhere.cts-catalog.json']);
      await catalogs.whenLoaded();
      assert.equal((await documents.whenChecked(document))?.file, found.file);
      await set('rules', { 'missing-field': 'error' });
      assert.notEqual((await documents.whenChecked(document))?.file, found.file);
    } finally {
      for (const name of ['inlayHints.time', 'catalogs', 'rules']) await set(name, undefined);
    }
  });

  it('measure the slice read for a request right after an edit', async () => {
    const document = await openText(record);
    assert.ok(await documents.whenChecked(document));
    await replaceAll(document, `[${record}]`);
    const before = documents.sliceTimes.length;
    assert.equal(documents.findCurrent(document)?.file.traceCount, 1);
    assert.equal(documents.sliceTimes.length, before + 1);
  });

  it('resolve pending requests when disposed', async () => {
    const document = await openText(record);
    await until(
      async () => documents.isChecking(document) || documents.find(document) !== undefined,
      (isKnown) => isKnown,
    );
    await replaceAll(document, `${record}\n`);
    const waits = documents.whenChecked(document);
    documents.dispose();
    assert.equal(await waits, undefined);
    assert.equal(await documents.whenChecked(document), undefined);
  });
});

describe('the check of a document', () => {
  const settings = {
    localizer: createLocalizer('en', {}),
    levels: {},
    catalog: createCatalog(),
    isSyntaxReportedElsewhere: true,
    isLineDelimited: false,
  };

  /** A check, and a function that starts it and waits for its end. */
  function checkOf(document: vscode.TextDocument) {
    let end = () => {};
    const check = new DocumentCheck(document, {
      whenReady: async () => {},
      settingsOf: () => settings,
      measure: (run) => run(),
      guard: (run) => run(),
      ended: () => end(),
      delayed: () => {},
      visibleRangeChecked: () => {},
    });
    const ends = (begin: () => void) =>
      new Promise<void>((resolve) => {
        end = resolve;
        begin();
      });
    return { check, ends };
  }

  it('drops the index of a document that no longer holds traces, and starts over when it does again', async () => {
    const document = await openText(record);
    const { check, ends } = checkOf(document);
    const listener = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) check.update(event.contentChanges);
    });
    try {
      const traceCount = () => check.result?.file.traceCount;
      await ends(() => check.begin());
      assert.equal(traceCount(), 1);
      assert.equal(check.settings?.catalog, settings.catalog);
      await ends(() => void replaceAll(document, '{"other":1}'));
      assert.equal(traceCount(), undefined);
      assert.equal(check.settings?.catalog, undefined);
      await ends(() => void replaceAll(document, `[${record},${record}]`));
      assert.equal(traceCount(), 2);
    } finally {
      listener.dispose();
      check.stop();
    }
  });
});
