import * as vscode from 'vscode';
import type { OpenDocuments } from '../checks/open-documents';
import { ruleLink } from '../commands/show-rules';
import { toDiagnostic } from '../documents/convert-ranges';
import { guard, type Log } from '../log';

/** Shows the findings of each document in the Problems panel. */
export function registerDiagnostics(documents: OpenDocuments, log: Log): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('cts-trace-lens');
  const show = (document: vscode.TextDocument): void => {
    const shown = documents.find(document)?.shown;
    if (shown === undefined) collection.delete(document.uri);
    if (shown?.version !== document.version) return;
    const diagnostics = shown.findings.map((finding) =>
      toDiagnostic(document, finding, ruleLink(finding.rule)),
    );
    collection.set(document.uri, diagnostics);
  };
  const showSafely = (document: vscode.TextDocument): void =>
    void guard(log, 'diagnostics', () => show(document));
  return vscode.Disposable.from(
    collection,
    documents.onDidCheck(showSafely),
    documents.onDidCheckVisibleRange(showSafely),
  );
}
