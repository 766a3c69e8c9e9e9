import * as vscode from 'vscode';
import type { OpenDocuments } from '../checks/open-documents';
import { ruleLink } from '../commands/show-rules';
import { toDiagnostic } from '../documents/convert-ranges';
import { areFindingsElsewhere, urisOf } from '../documents/open-tabs';
import { findOriginalUri } from '../documents/original-uri';
import { guard, type Log } from '../log';
import { inMarkingOrder } from './unmarked-findings';

/** What else is to be reported on a document, before its findings. */
export type ReportFile = (document: vscode.TextDocument) => readonly vscode.Diagnostic[];

/** Shows the findings of each document in the Problems panel, those of a file with a formatted view only there. */
export function registerDiagnostics(
  documents: OpenDocuments,
  reportFile: ReportFile,
  log: Log,
): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('cts-trace-lens');
  const show = (document: vscode.TextDocument): void => {
    const shown = documents.find(document)?.shown;
    if (areFindingsElsewhere(document)) collection.delete(document.uri);
    else if (shown === undefined || shown.version === document.version) {
      const diagnostics = inMarkingOrder(shown?.findings ?? []).map((finding) =>
        toDiagnostic(document, finding, ruleLink(finding.rule)),
      );
      collection.set(document.uri, [...reportFile(document), ...diagnostics]);
    }
  };
  const showAll = (uris: readonly vscode.Uri[]): void => {
    for (const document of documentsOf(uris)) void guard(log, 'diagnostics', () => show(document));
  };
  return vscode.Disposable.from(
    collection,
    documents.onDidCheck((document) => {
      showAll([document.uri]);
      if (document.isClosed) collection.delete(document.uri);
    }),
    documents.onDidCheckVisibleRange(({ uri }) => showAll([uri])),
    vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) =>
      showAll([...opened, ...closed].flatMap(urisOf)),
    ),
  );
}

/** The open documents with one of the URIs, and the originals of those that are formatted views. */
function documentsOf(uris: readonly vscode.Uri[]): readonly vscode.TextDocument[] {
  const keys = new Set(uris.flatMap((uri) => [uri, findOriginalUri(uri) ?? uri]).map(String));
  return vscode.workspace.textDocuments.filter(({ uri }) => keys.has(uri.toString()));
}
