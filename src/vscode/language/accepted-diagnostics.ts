import * as vscode from 'vscode';
import { lineStartsOf, positionOf } from '../../core/text/lines';
import { endOf } from '../../core/text/span';
import type { AcceptedFile } from '../accepted/accepted-file';
import type { AcceptedFiles } from '../accepted/accepted-files';
import { diagnosticSource } from '../documents/convert-ranges';
import { guard, type Log } from '../log';

/** Shows what is wrong in files of accepted findings; one with problems is ignored as a whole. */
export function registerAcceptedDiagnostics(accepted: AcceptedFiles, log: Log): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('cts-trace-accepted');
  const show = (): void => {
    collection.clear();
    for (const file of accepted.files) if (file.uri) collection.set(file.uri, diagnosticsOf(file));
  };
  const listener = accepted.onDidLoad(() => void guard(log, 'accepted diagnostics', show));
  return vscode.Disposable.from(collection, listener);
}

function diagnosticsOf({ text, problems }: AcceptedFile): vscode.Diagnostic[] {
  const starts = lineStartsOf(text);
  const toPosition = (offset: number): vscode.Position => {
    const { line, column } = positionOf(starts, offset);
    return new vscode.Position(line, column);
  };
  return problems.map(({ message, span }) => {
    const range = new vscode.Range(toPosition(span.offset), toPosition(endOf(span)));
    const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
    diagnostic.source = diagnosticSource;
    return diagnostic;
  });
}
