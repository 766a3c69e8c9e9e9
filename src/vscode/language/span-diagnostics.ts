import * as vscode from 'vscode';
import { lineStartsOf, positionOf } from '../../core/text/lines';
import { endOf, type Span } from '../../core/text/span';
import { diagnosticSource } from '../documents/convert-ranges';

/** Errors in a text that need be no document. */
export function spanDiagnostics(
  text: string,
  problems: readonly { readonly message: string; readonly span: Span }[],
): vscode.Diagnostic[] {
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
