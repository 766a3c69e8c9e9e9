import * as vscode from 'vscode';
import { type FindingKey, findingKeyOf } from '../../core/accepted/acceptance';
import type { BucketFile } from '../../core/bucket/bucket-report';
import type { CheckedFile } from '../../core/bucket/bucket-request';
import { unlistedInExcerptText, unlistedText } from '../../core/bucket/bucket-texts';
import type { Excerpt, TextRange } from '../../core/bucket/excerpt-text';
import type { PlacedFinding } from '../../core/check/placed-finding';
import { noteHereText } from '../../core/input/reading-notes';
import { replaceControlCharacters } from '../../core/text/display-text';
import type { OpenDocuments } from '../checks/open-documents';
import { ruleLink } from '../commands/show-rules';
import { readLocalizer } from '../configuration';
import { diagnosticSource, toSeverity } from '../documents/convert-ranges';
import { areFindingsElsewhere, urisOf } from '../documents/open-tabs';
import { findExcerptedUri, sourceUriOf, toUnpackedUri } from '../documents/original-uri';
import { Excerpts, toRange } from './excerpts';

/** How many findings are listed in all: each takes a kilobyte in the editor. Of further files there is one that counts them. */
const maxListed = 20_000;

const keys = new WeakMap<vscode.Diagnostic, FindingKey>();

/** What identifies the finding that a diagnostic was made of; `undefined` if it cannot be accepted. */
export function keyOfDiagnostic(diagnostic: vscode.Diagnostic): FindingKey | undefined {
  return keys.get(diagnostic);
}

interface KeptFindings {
  /** The document that they lead to: of a packed file its text. */
  readonly target: vscode.Uri;
  /** With their places in that document. */
  readonly shown: readonly vscode.Diagnostic[];
  /** With their places in the file. */
  readonly diagnostics: readonly vscode.Diagnostic[];
}

/**
 * Shows the findings of a checked folder in the Problems panel, file by file: set all at once, the editor drops what is
 * beyond some thousand. Files that are open are left to their own check. Those of a file that is too large for the editor to
 * show findings in it lead to an excerpt.
 */
export class BucketFindings implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('cts-trace-lens-folder');
  /** By the URIs of the files. */
  private readonly kept = new Map<string, KeptFindings>();
  private readonly excerpts = new Excerpts();
  private readonly subscription: vscode.Disposable;
  /** The files of the check that is running. */
  private found = new Set<string>();
  private listed = 0;
  /** Of the check that is running: reading settings for each file takes far longer than all else. */
  private localizer = readLocalizer();

  constructor(private readonly documents: OpenDocuments) {
    this.subscription = vscode.Disposable.from(
      documents.onDidCheck(({ uri }) => this.show(sourceUriOf(uri))),
      // The editor keeps documents for minutes after their tabs were closed
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const uri of [...opened, ...closed].flatMap(urisOf)) this.show(sourceUriOf(uri));
      }),
    );
  }

  registerExcerpts(): vscode.Disposable {
    return this.excerpts.register();
  }

  /** What was found in an earlier check stays until this one ends: it may be cancelled. */
  begin(): void {
    this.listed = 0;
    this.localizer = readLocalizer();
    this.found = new Set();
    this.excerpts.begin();
  }

  add(uri: vscode.Uri, checked: CheckedFile): void {
    const count = this.countListed(checked);
    const textUri = checked.file.isPacked ? toUnpackedUri(uri) : uri;
    const diagnostics = this.diagnosticsOf(checked, count, { uri: textUri });
    if (diagnostics.length === 0) return;
    const excerptUri = checked.excerpt && this.excerpts.add(uri, checked.excerpt, this.localizer);
    const shown =
      excerptUri === undefined
        ? diagnostics
        : this.diagnosticsOf(checked, count, { uri: excerptUri, excerpt: checked.excerpt });
    this.replace(uri, { target: excerptUri ?? textUri, shown, diagnostics });
  }

  /** Forgets what was found in an earlier check and no longer is. */
  end(): void {
    for (const [key, { target }] of this.kept) {
      if (this.found.has(key)) continue;
      this.kept.delete(key);
      this.excerpts.delete(vscode.Uri.parse(key));
      this.collection.delete(target);
    }
  }

  of(uri: vscode.Uri): readonly vscode.Diagnostic[] {
    return this.kept.get(uri.toString())?.diagnostics ?? [];
  }

  dispose(): void {
    vscode.Disposable.from(this.subscription, this.collection, this.excerpts).dispose();
  }

  private replace(uri: vscode.Uri, found: KeptFindings): void {
    const key = uri.toString();
    const before = this.kept.get(key)?.target;
    // The file may have grown too large, or is no longer
    if (before !== undefined && before.toString() !== found.target.toString()) this.collection.delete(before);
    this.found.add(key);
    this.kept.set(key, found);
    this.show(uri);
  }

  private show(uri: vscode.Uri): void {
    const found = this.kept.get(uri.toString());
    if (found === undefined) return;
    // An excerpt has no findings of its own, and of the whole file nothing is open
    const isElsewhere = findExcerptedUri(found.target) === undefined && this.isCheckedOpen(uri);
    if (isElsewhere) this.collection.delete(found.target);
    else this.collection.set(found.target, found.shown);
  }

  /** Whether the file is open and its findings are shown in it, unpacked or formatted included. */
  private isCheckedOpen(uri: vscode.Uri): boolean {
    const key = uri.toString();
    return vscode.workspace.textDocuments.some(
      (open) =>
        !open.isClosed &&
        sourceUriOf(open.uri).toString() === key &&
        this.documents.find(open) !== undefined &&
        !areFindingsElsewhere(open),
    );
  }

  /** How many of the findings of a file are listed. */
  private countListed({ findings }: CheckedFile): number {
    const count = Math.min(findings.length, Math.max(0, maxListed - this.listed));
    this.listed += count;
    return count;
  }

  private diagnosticsOf(
    { file, findings }: CheckedFile,
    listed: number,
    target: Target,
  ): readonly vscode.Diagnostic[] {
    const count = Object.values(file.findings).reduce((sum, each) => sum + each, 0);
    const diagnostics = toDiagnostics(findings.slice(0, listed), target);
    const { localizer } = this;
    const { Information } = vscode.DiagnosticSeverity;
    if (file.note !== undefined)
      diagnostics.unshift(atStart(noteHereText(file.note, localizer), severityOfNote(file)));
    const textOf = target.excerpt === undefined ? unlistedText : unlistedInExcerptText;
    if (count > listed) diagnostics.push(atStart(textOf(count - listed, localizer), Information));
    return diagnostics;
  }
}

/** As the command line counts: an error if something may be missing. */
function severityOfNote({ outcome }: BucketFile): vscode.DiagnosticSeverity {
  const isIncomplete = outcome.kind === 'read-in-part' || outcome.kind === 'unreadable';
  return isIncomplete ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
}

/** The document that findings lead to, and the excerpt that it shows. */
interface Target {
  readonly uri: vscode.Uri;
  readonly excerpt?: Excerpt | undefined;
}

function atStart(message: string, severity: vscode.DiagnosticSeverity): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), message, severity);
  diagnostic.source = diagnosticSource;
  return diagnostic;
}

/** Takes the places of an excerpt one after another, as `rangesOf` asked for them. */
function toDiagnostics(findings: readonly PlacedFinding[], { uri, excerpt }: Target): vscode.Diagnostic[] {
  let index = 0;
  const placeOf = (range: TextRange): vscode.Range => toRange(excerpt?.ranges[index++] ?? range);
  return findings.map((finding) => toDiagnostic(finding, uri, placeOf));
}

function toDiagnostic(
  finding: PlacedFinding,
  uri: vscode.Uri,
  placeOf: (range: TextRange) => vscode.Range,
): vscode.Diagnostic {
  const { message, severity, rule, related } = finding;
  const shown = replaceControlCharacters(message);
  const diagnostic = new vscode.Diagnostic(placeOf(finding), shown, toSeverity(severity));
  const key = findingKeyOf(finding);
  if (key !== undefined) keys.set(diagnostic, key);
  diagnostic.source = diagnosticSource;
  diagnostic.code = { value: rule, target: ruleLink(rule) };
  const here = related.filter(({ path }) => path === undefined);
  if (here.length > 0)
    diagnostic.relatedInformation = here.map(({ message, position, end }) => {
      const location = new vscode.Location(uri, placeOf({ start: position, end }));
      return new vscode.DiagnosticRelatedInformation(location, message);
    });
  return diagnostic;
}
