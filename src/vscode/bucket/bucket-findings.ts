import * as vscode from 'vscode';
import type { CheckedFile } from '../../core/bucket/bucket-request';
import { unlistedText } from '../../core/bucket/bucket-texts';
import type { PlacedFinding } from '../../core/check/placed-finding';
import { noteAbout } from '../../core/input/reading-notes';
import type { Position } from '../../core/text/lines';
import type { OpenDocuments } from '../checks/open-documents';
import { ruleLink } from '../commands/show-rules';
import { readLocalizer } from '../configuration';
import { diagnosticSource, toSeverity } from '../documents/convert-ranges';
import { nameOf, sourceUriOf, toUnpackedUri } from '../documents/original-uri';

/** How many findings are listed in all: each takes a kilobyte in the editor. Of further files there is one that counts them. */
const maxListed = 20_000;

interface KeptFindings {
  /** The document that they lead to: of a packed file its text. */
  readonly target: vscode.Uri;
  readonly diagnostics: readonly vscode.Diagnostic[];
}

/**
 * Shows the findings of a checked folder in the Problems panel, file by file: set all at once, the editor drops what is
 * beyond some thousand. Files that are open are left to their own check.
 */
export class BucketFindings implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('cts-trace-lens-folder');
  /** By the URIs of the files. */
  private readonly kept = new Map<string, KeptFindings>();
  private readonly subscription: vscode.Disposable;
  /** The files of the check that is running. */
  private found = new Set<string>();
  private listed = 0;
  /** Of the check that is running: reading settings for each file takes far longer than all else. */
  private localizer = readLocalizer();

  constructor(private readonly documents: OpenDocuments) {
    this.subscription = documents.onDidCheck(({ uri }) => this.show(sourceUriOf(uri)));
  }

  /** @param isAgain whether the same folders are checked again: what was found stays until it is found again or not */
  begin(isAgain: boolean): void {
    this.listed = 0;
    this.localizer = readLocalizer();
    this.found = new Set();
    if (isAgain) return;
    this.collection.clear();
    this.kept.clear();
  }

  add(uri: vscode.Uri, checked: CheckedFile): void {
    const diagnostics = this.diagnosticsOf(uri, checked);
    if (diagnostics.length === 0) return;
    const target = checked.file.isPacked ? toUnpackedUri(uri) : uri;
    this.found.add(uri.toString());
    this.kept.set(uri.toString(), { target, diagnostics });
    this.show(uri);
  }

  /** Forgets what was found in an earlier check and no longer is. */
  end(): void {
    for (const [key, { target }] of this.kept) {
      if (this.found.has(key)) continue;
      this.kept.delete(key);
      this.collection.delete(target);
    }
  }

  of(uri: vscode.Uri): readonly vscode.Diagnostic[] {
    return this.kept.get(uri.toString())?.diagnostics ?? [];
  }

  dispose(): void {
    vscode.Disposable.from(this.subscription, this.collection).dispose();
  }

  private show(uri: vscode.Uri): void {
    const found = this.kept.get(uri.toString());
    if (found === undefined) return;
    if (this.isCheckedOpen(uri)) this.collection.delete(found.target);
    else this.collection.set(found.target, found.diagnostics);
  }

  /** Whether the file is open, unpacked or formatted included. */
  private isCheckedOpen(uri: vscode.Uri): boolean {
    const key = uri.toString();
    return vscode.workspace.textDocuments.some(
      (open) =>
        !open.isClosed && sourceUriOf(open.uri).toString() === key && this.documents.find(open) !== undefined,
    );
  }

  private diagnosticsOf(uri: vscode.Uri, { file, findings }: CheckedFile): readonly vscode.Diagnostic[] {
    const count = Object.values(file.findings).reduce((sum, each) => sum + each, 0);
    const shown = findings.slice(0, Math.max(0, maxListed - this.listed));
    this.listed += shown.length;
    const diagnostics = shown.map((finding) => toDiagnostic(uri, finding));
    const { localizer } = this;
    if (file.note !== undefined)
      diagnostics.unshift(
        atStart(noteAbout(nameOf(uri), file.note, localizer), vscode.DiagnosticSeverity.Warning),
      );
    if (count > shown.length)
      diagnostics.push(
        atStart(unlistedText(count - shown.length, localizer), vscode.DiagnosticSeverity.Information),
      );
    return diagnostics;
  }
}

function atStart(message: string, severity: vscode.DiagnosticSeverity): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), message, severity);
  diagnostic.source = diagnosticSource;
  return diagnostic;
}

function toDiagnostic(uri: vscode.Uri, finding: PlacedFinding): vscode.Diagnostic {
  const { start, end, message, severity, rule, related } = finding;
  const diagnostic = new vscode.Diagnostic(rangeOf(start, end), message, toSeverity(severity));
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: rule, target: ruleLink(rule) };
  const here = related.filter(({ path }) => path === undefined);
  if (here.length > 0)
    diagnostic.relatedInformation = here.map(
      ({ message, position, end }) =>
        new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, rangeOf(position, end)), message),
    );
  return diagnostic;
}

function rangeOf(start: Position, end: Position): vscode.Range {
  return new vscode.Range(start.line, start.column, end.line, end.column);
}
