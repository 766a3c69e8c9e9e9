import * as vscode from 'vscode';
import { toFormatted } from '../../core/formatting/position-map';
import { unpackProblemText } from '../../core/input/packed-file-messages';
import type { UnpackProblem } from '../../core/input/unpack-text';
import type { Position } from '../../core/text/lines';
import { readLocalizer } from '../configuration';
import { diagnosticSource } from '../documents/convert-ranges';
import { findOriginalUri, findPackedUri } from '../documents/original-uri';
import type { FormattedViews } from '../formatting/formatted-views';
import type { UnpackedFiles } from './unpacked-files';

/** What is wrong with the packed file that a document shows, formatted or not; nothing for other documents. */
export function reportPacked(
  files: UnpackedFiles,
  views: FormattedViews,
  document: vscode.TextDocument,
): readonly vscode.Diagnostic[] {
  const packed = findPackedUri(document.uri);
  if (packed === undefined) return [];
  return files.problemsOf(packed).flatMap((problem) => {
    const range = findRange(views, document, problem.position);
    return range ? toDiagnostic(problem, range) : [];
  });
}

/** One character; at the end of the text the last one. `undefined` while a view is not up to date. */
function findRange(
  views: FormattedViews,
  document: vscode.TextDocument,
  { line, column }: Position,
): vscode.Range | undefined {
  const position = new vscode.Position(line, column);
  if (findOriginalUri(document.uri) === undefined) return characterAt(document, document.offsetAt(position));
  const view = views.findKept(document.uri);
  if (view === undefined || lengthOf(document) !== view.map.formattedLength) return undefined;
  return characterAt(document, toFormatted(view.map, view.original.offsetAt(position)));
}

function characterAt(document: vscode.TextDocument, offset: number): vscode.Range {
  const start = Math.max(0, Math.min(offset, lengthOf(document) - 1));
  return new vscode.Range(document.positionAt(start), document.positionAt(start + 1));
}

function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}

function toDiagnostic(problem: UnpackProblem, range: vscode.Range): vscode.Diagnostic {
  const message = unpackProblemText(problem, readLocalizer());
  const diagnostic = new vscode.Diagnostic(range, message, severityOf(problem));
  diagnostic.source = diagnosticSource;
  return diagnostic;
}

/** As the command line counts: an error if something may be missing from the text or wrong in it. */
function severityOf(problem: UnpackProblem): vscode.DiagnosticSeverity {
  return problem.kind === 'invalid-bytes' || problem.outcome === 'bytes-after-end'
    ? vscode.DiagnosticSeverity.Warning
    : vscode.DiagnosticSeverity.Error;
}
