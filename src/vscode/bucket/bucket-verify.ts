import * as vscode from 'vscode';
import type { BucketMessage, BucketProgress } from '../../core/bucket/bucket-request';
import { verdictDiagnosticText } from '../../core/bucket/verdict-text';
import type { VerifyReport } from '../../core/bucket/verify-report';
import type { FileVerdict } from '../../core/evidence/file-verdict';
import { findSignatureKey, readLanguage, readLocalizer } from '../configuration';
import { diagnosticSource } from '../documents/convert-ranges';
import { areOnDisk } from './bucket-requests';
import { runInThread, type StartThread } from './bucket-thread';

/** How many verdicts are listed in the Problems panel. */
const maxListed = 5000;

/** Verifies folders, and keeps what the last verification came to. */
export class BucketVerify implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('cts-trace-lens-verify');
  private readonly changed = new vscode.EventEmitter<void>();
  private last: VerifyReport | undefined;

  /** Fires when {@link report} has changed. */
  readonly onDidChange = this.changed.event;

  /** @param startThread `undefined` on the web */
  constructor(private readonly startThread: StartThread | undefined) {}

  get report(): VerifyReport | undefined {
    return this.last;
  }

  /** Whether that is possible here: it takes MD5, which a browser does not have. */
  canVerify(folders: readonly vscode.Uri[]): boolean {
    return this.startThread !== undefined && areOnDisk(folders);
  }

  /** @returns `undefined` if it was cancelled */
  async verify(
    folders: readonly vscode.Uri[],
    onProgress: (progress: BucketProgress) => void,
    token: vscode.CancellationToken,
  ): Promise<VerifyReport | undefined> {
    if (this.startThread === undefined) return undefined;
    const locations = folders.map(({ fsPath }) => fsPath);
    const request = { language: readLanguage(), locations, key: findSignatureKey() };
    const found: { report?: VerifyReport; failure?: string } = {};
    const take = (message: BucketMessage): void => {
      if (message.kind === 'progress') onProgress(message.progress);
      else if (message.kind === 'verification') found.report = message.report;
      else if (message.kind === 'failed') found.failure = message.error;
    };
    const isWhole = await runInThread({ task: 'verify', request }, this.startThread, take, token);
    if (found.failure !== undefined) throw new Error(found.failure);
    if (!isWhole || found.report === undefined) return undefined;
    this.last = found.report;
    this.show(found.report);
    this.changed.fire();
    return found.report;
  }

  dispose(): void {
    vscode.Disposable.from(this.collection, this.changed).dispose();
  }

  /** Files that do not hold or could not be checked; what is missing is shown on the digest that lists it. */
  private show({ files, digests }: VerifyReport): void {
    this.collection.clear();
    const byFile = new Map<string, vscode.Diagnostic[]>();
    const doubtful = [...files, ...digests].filter(({ verdict }) =>
      ['does-not-hold', 'cannot-be-checked'].includes(verdict.kind),
    );
    for (const verdict of doubtful.slice(0, maxListed)) {
      const path = verdict.path ?? verdict.listedBy;
      if (path === undefined) continue;
      const diagnostics = byFile.get(path) ?? [];
      diagnostics.push(toDiagnostic(verdict));
      byFile.set(path, diagnostics);
    }
    for (const [path, diagnostics] of byFile) this.collection.set(vscode.Uri.file(path), diagnostics);
  }
}

function toDiagnostic(verdict: FileVerdict): vscode.Diagnostic {
  const severity =
    verdict.verdict.kind === 'does-not-hold'
      ? vscode.DiagnosticSeverity.Error
      : vscode.DiagnosticSeverity.Warning;
  const message = verdictDiagnosticText(verdict, readLocalizer());
  const diagnostic = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), message, severity);
  diagnostic.source = diagnosticSource;
  return diagnostic;
}
