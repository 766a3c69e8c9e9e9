import * as vscode from 'vscode';
import type { CheckedFile } from '../../core/bucket/bucket-request';
import type { OpenDocuments } from '../checks/open-documents';
import { readLocalizer } from '../configuration';
import { areFindingsElsewhere, urisOf } from '../documents/open-tabs';
import { findExcerptedUri, sourceUriOf, toUnpackedUri } from '../documents/original-uri';
import { diagnosticsOf } from './bucket-diagnostics';
import { Excerpts } from './excerpts';

/** How many findings are listed in all: each takes a kilobyte in the editor. Of further files there is one that counts them. */
const maxListed = 20_000;

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
    const { localizer } = this;
    const count = this.countListed(checked);
    const textUri = checked.file.isPacked ? toUnpackedUri(uri) : uri;
    const diagnostics = diagnosticsOf(checked, count, { uri: textUri }, localizer);
    if (diagnostics.length === 0) return;
    const excerptUri = checked.excerpt && this.excerpts.add(uri, checked.excerpt, localizer);
    const shown =
      excerptUri === undefined
        ? diagnostics
        : diagnosticsOf(checked, count, { uri: excerptUri, excerpt: checked.excerpt }, localizer);
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
}
