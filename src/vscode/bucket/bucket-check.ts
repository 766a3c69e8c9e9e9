import * as vscode from 'vscode';
import type { AcceptedFindings } from '../../core/accepted/accepted-findings';
import type { BucketReport } from '../../core/bucket/bucket-report';
import type { BucketMessage, BucketProgress } from '../../core/bucket/bucket-request';
import { restrictedText } from '../../core/bucket/bucket-texts';
import type { Filter } from '../../core/rows/filter';
import type { AcceptedFiles } from '../accepted/accepted-files';
import type { Catalogs } from '../catalogs/catalogs';
import type { OpenDocuments } from '../checks/open-documents';
import { readLocalizer } from '../configuration';
import { BucketFindings } from './bucket-findings';
import { acceptedIn, areOnDisk, requestFor } from './bucket-requests';
import { runInThread, type StartThread } from './bucket-thread';
import { checkInSlices } from './check-in-slices';

/** What was checked last, and what was found. */
export interface CheckedBucket {
  readonly folders: readonly vscode.Uri[];
  readonly filter: Filter;
  readonly report: BucketReport;
  /** Where the files of the report are, by their numbers; `undefined` where there is nothing that could be opened. */
  readonly uris: readonly (vscode.Uri | undefined)[];
  /** What was accepted in each of the folders. */
  readonly accepted: readonly (AcceptedFindings | undefined)[];
}

export interface BucketHost {
  readonly catalogs: Catalogs;
  /** If absent, no findings are accepted. */
  readonly accepted?: AcceptedFiles;
  readonly documents: OpenDocuments;
  /** `undefined` on the web. */
  readonly startThread: StartThread | undefined;
}

/** Checks folders, one check at a time, and keeps what the last one found. */
export class BucketCheck implements vscode.Disposable {
  private readonly findings: BucketFindings;
  private readonly changed = new vscode.EventEmitter<void>();
  private running: vscode.CancellationTokenSource | undefined;
  private ended: Promise<unknown> = Promise.resolve();
  private last: CheckedBucket | undefined;

  /** Fires when {@link bucket} has changed. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly host: BucketHost) {
    this.findings = new BucketFindings(host.documents);
  }

  get bucket(): CheckedBucket | undefined {
    return this.last;
  }

  get isRunning(): boolean {
    return this.running !== undefined;
  }

  /** Whether findings were accepted in the last check that no longer are, or others now are. */
  get isOutdated(): boolean {
    const { folders = [], accepted = [] } = this.last ?? {};
    return folders.some((folder, index) => acceptedIn(folder, this.host.accepted) !== accepted[index]);
  }

  /**
   * Ends a check that is running.
   *
   * @returns what was found; `undefined` if it was cancelled
   */
  async check(
    folders: readonly vscode.Uri[],
    filter: Filter,
    onProgress: (progress: BucketProgress) => void,
    token: vscode.CancellationToken,
  ): Promise<CheckedBucket | undefined> {
    this.running?.cancel();
    const source = new vscode.CancellationTokenSource();
    this.running = source;
    const cancelled = token.onCancellationRequested(() => source.cancel());
    try {
      const ending = this.run({ folders, filter }, onProgress, source.token);
      this.ended = ending.catch(() => undefined);
      return await ending;
    } finally {
      cancelled.dispose();
      if (this.running === source) this.running = undefined;
      source.dispose();
    }
  }

  /** Resolves once the check that is running, if any, has ended. */
  async whenIdle(): Promise<void> {
    await this.ended;
  }

  /** Lets the editor show what findings of large files lead to. */
  registerExcerpts(): vscode.Disposable {
    return this.findings.registerExcerpts();
  }

  /** The listed findings of a file. */
  findingsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
    return this.findings.of(uri);
  }

  dispose(): void {
    this.running?.cancel();
    vscode.Disposable.from(this.findings, this.changed).dispose();
  }

  private async run(
    { folders, filter }: Pick<CheckedBucket, 'folders' | 'filter'>,
    onProgress: (progress: BucketProgress) => void,
    token: vscode.CancellationToken,
  ): Promise<CheckedBucket | undefined> {
    const { catalogs, accepted, documents, startThread } = this.host;
    await catalogs.whenLoaded();
    await accepted?.whenLoaded();
    if (token.isCancellationRequested) return undefined;
    const inThread = startThread !== undefined && areOnDisk(folders);
    const locationOf = (uri: vscode.Uri): string => (inThread ? uri.fsPath : uri.toString());
    const request = requestFor(folders, filter, { catalogs, accepted }, locationOf);
    const acceptedBefore = folders.map((folder) => acceptedIn(folder, accepted));
    const uris: (vscode.Uri | undefined)[] = [];
    const failure: { reason?: string } = {};
    this.findings.begin();
    const found: { report?: BucketReport } = {};
    const take = (message: BucketMessage): void =>
      documents.times.measure(() => {
        switch (message.kind) {
          case 'progress':
            return onProgress(message.progress);
          case 'files':
            for (const file of message.files) {
              const uri = toUri(file.location, inThread);
              uris[file.index] = uri;
              if (uri !== undefined) this.findings.add(uri, file);
            }
            return;
          case 'report':
            found.report = message.report;
            return;
          case 'verification':
            return;
          case 'failed':
            failure.reason = message.error;
        }
      });
    const isWhole = inThread
      ? await runInThread({ task: 'check', request }, startThread, take, token)
      : await checkInSlices(
          request,
          { catalogs, record: (time) => documents.times.record(time) },
          take,
          token,
        );
    if (failure.reason !== undefined) throw new Error(failure.reason);
    if (!isWhole || found.report === undefined) return undefined;
    this.findings.end();
    const notes = vscode.workspace.isTrusted ? [] : [restrictedText(readLocalizer())];
    const report = { ...found.report, notes: [...notes, ...found.report.notes] };
    this.last = { folders, filter, report, uris, accepted: acceptedBefore };
    this.changed.fire();
    return this.last;
  }
}

function toUri(location: string | undefined, isPath: boolean): vscode.Uri | undefined {
  if (location === undefined) return undefined;
  return isPath ? vscode.Uri.file(location) : vscode.Uri.parse(location);
}
