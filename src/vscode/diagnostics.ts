import * as vscode from 'vscode';

const misspelt = 'createImages';

/** Keeps the diagnostics of every open JSON document up to date until it is disposed. */
export function registerDiagnostics(): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('cts');
  const publish = (document: vscode.TextDocument) => {
    if (document.languageId === 'json') collection.set(document.uri, diagnosticsOf(document));
  };
  vscode.workspace.textDocuments.forEach(publish);
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(publish),
    vscode.workspace.onDidChangeTextDocument((change) => publish(change.document)),
    vscode.workspace.onDidCloseTextDocument((document) => collection.delete(document.uri)),
  );
}

function diagnosticsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  const offset = document.getText().indexOf(misspelt);
  if (offset < 0) return [];
  const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + misspelt.length));
  const diagnostic = new vscode.Diagnostic(
    range,
    `Unknown event "${misspelt}"`,
    vscode.DiagnosticSeverity.Warning,
  );
  diagnostic.source = 'cts';
  diagnostic.code = 'unknown-event';
  return [diagnostic];
}
