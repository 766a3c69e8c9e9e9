import * as vscode from 'vscode';
import type { FilePlace } from '../../core/check/damage';
import { type Finding, messageOf } from '../../core/check/finding';
import type { Edit, Related } from '../../core/rules/rule';
import type { Severity } from '../../core/rules/severity';
import { endOf, type Span } from '../../core/text/span';

export const diagnosticSource = 'cts';

export function toRange(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.offset), document.positionAt(endOf(span)));
}

/** Its line, or its column if the file has only one line. */
export function toPlace(document: vscode.TextDocument, offset: number): FilePlace {
  const { line, character } = document.positionAt(offset);
  const isOneLine =
    document.lineCount === 1 || (document.lineCount === 2 && document.lineAt(1).isEmptyOrWhitespace);
  return isOneLine ? { unit: 'column', number: character + 1 } : { unit: 'line', number: line + 1 };
}

/** @param target link to the rule's documentation */
export function toDiagnostic(
  document: vscode.TextDocument,
  finding: Finding,
  target: vscode.Uri,
): vscode.Diagnostic {
  const range = toRange(document, finding.span);
  const message = messageOf(finding, (offset) => document.positionAt(offset).line);
  const diagnostic = new vscode.Diagnostic(range, message, toSeverity(finding.severity));
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: finding.rule, target };
  if (finding.related) diagnostic.relatedInformation = toRelated(document, finding.related);
  return diagnostic;
}

function toRelated(
  document: vscode.TextDocument,
  related: readonly Related[],
): vscode.DiagnosticRelatedInformation[] {
  return related.map(({ message, span }) => {
    const location = new vscode.Location(document.uri, toRange(document, span));
    return new vscode.DiagnosticRelatedInformation(location, message);
  });
}

export function toTextEdits(document: vscode.TextDocument, edits: readonly Edit[]): vscode.TextEdit[] {
  return edits.map(({ span, text }) => vscode.TextEdit.replace(toRange(document, span), text));
}

export function toSeverity(severity: Severity): vscode.DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'information':
      return vscode.DiagnosticSeverity.Information;
    case 'hint':
      return vscode.DiagnosticSeverity.Hint;
  }
}
