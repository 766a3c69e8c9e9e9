import * as vscode from 'vscode';
import { type BucketResult, bucketJobMaker, traceTest } from '../../core/bucket/bucket-job';
import type { BucketReport } from '../../core/bucket/bucket-report';
import {
  type BucketMessage,
  type BucketRequest,
  type BucketRoot,
  type CheckedFile,
  maxComparedTraces,
  maxFileFindings,
} from '../../core/bucket/bucket-request';
import { BucketTally } from '../../core/bucket/bucket-tally';
import { copiesPassedOverText } from '../../core/bucket/bucket-texts';
import { ExcerptJob, mayNeedExcerpt } from '../../core/bucket/excerpt-job';
import { type Excerpt, layOutExcerpt } from '../../core/bucket/excerpt-text';
import { excludeTest } from '../../core/bucket/exclude-globs';
import { type PlacedFinding, sortPlaced } from '../../core/check/placed-finding';
import { CopyFinder } from '../../core/copies/copy-finder';
import type { FileReport } from '../../core/jobs/item-job';
import { notRead } from '../../core/jobs/run-items';
import type { Catalogs } from '../catalogs/catalogs';
import { localizerIn } from '../configuration';
import { nameOf } from '../documents/original-uri';
import { runInSlices } from '../documents/time-slices';
import { type FoundFile, findFiles } from './find-files';
import { type Pacing, runOnFile, stepsOnFile } from './read-file';

/** How often progress is told, in milliseconds. */
const progressInterval = 100;

/** 4 MB: to place more than 750,000 ids anew would take longer than a slice. */
const slotCount = 2 ** 20;

export interface SlicesHost {
  readonly catalogs: Catalogs;
  /** Is told how long each slice took, in milliseconds. */
  record(duration: number): void;
}

/**
 * Checks folders of any file system in this thread, a slice of time after the other: on the web, and where files are
 * virtual.
 *
 * @returns whether it came to its end: false if it was cancelled
 */
export async function checkInSlices(
  request: BucketRequest,
  host: SlicesHost,
  take: (message: BucketMessage) => void,
  token: vscode.CancellationToken,
): Promise<boolean> {
  const run = new SlicesRun(request, host, take, token);
  for (const root of request.roots) await run.check(root);
  if (token.isCancellationRequested) return false;
  run.tellProgress();
  take({ kind: 'report', report: run.report() });
  return true;
}

/** A file by its path for people. */
type NamedFile = Pick<FoundFile, 'uri' | 'path'>;

/** A file that was read, or not. */
interface Checked extends Pick<CheckedFile, 'findings' | 'excerpt'> {
  readonly report: FileReport<BucketResult>;
  readonly kind: FoundFile['kind'];
}

class SlicesRun {
  private lastTold = 0;
  private readonly pacing: Pacing;
  private readonly localizer;
  private readonly tally: BucketTally;
  private readonly copies: CopyFinder<NamedFile>;

  constructor(
    private readonly request: BucketRequest,
    private readonly host: SlicesHost,
    private readonly take: (message: BucketMessage) => void,
    private readonly token: vscode.CancellationToken,
  ) {
    this.localizer = localizerIn(request.language);
    this.tally = new BucketTally(this.localizer);
    this.copies = new CopyFinder({
      localizer: this.localizer,
      maxCompared: maxComparedTraces,
      slotCount,
      isWanted: () => !token.isCancellationRequested,
      read: ({ uri }, job) => stepsOnFile(uri, job, this.pacing),
    });
    this.pacing = {
      isWanted: () => !token.isCancellationRequested,
      record: (duration) => host.record(duration),
    };
  }

  async check(root: BucketRoot): Promise<void> {
    const { localizer, request } = this;
    const { filter, roots } = request;
    const folder = vscode.Uri.parse(root.location);
    const { levels } = root;
    const settings = { localizer, catalog: this.host.catalogs.at(folder), levels, filter };
    const makeJob = bucketJobMaker(settings);
    const checks = { levels, isMeant: traceTest(settings) };
    const isExcluded = excludeTest(root.exclude);
    const others = roots.filter((other) => other !== root);
    const files = findFiles(folder, {
      isExcluded: (path) => isExcluded(root.excludeBase + path),
      apart: new Set(others.map(({ location }) => location)),
    });
    for await (const found of files) {
      let findings: readonly PlacedFinding[] = [];
      const path = found.path === '' ? nameOf(folder) : root.prefix + found.path;
      const report = await this.read(found, makeJob(path), (parts) => {
        const left = this.tally.addFindings(parts, root);
        findings = [...findings, ...left.slice(0, maxFileFindings - findings.length)];
      });
      const named = { uri: found.uri, path };
      for await (const found of this.copies.add(named, report, checks)) {
        const copies = this.tally.addFindings(found, root);
        if (copies.length === 0) continue;
        // Of findings at one place, those of the whole file come last
        findings = sortPlaced([...findings, ...copies]).slice(0, maxFileFindings);
      }
      if (this.token.isCancellationRequested) return;
      const excerpt = mayNeedExcerpt(report, findings)
        ? await this.excerptOf(root, found, report.traces, findings)
        : undefined;
      if (this.token.isCancellationRequested) return;
      this.finish(named, { report, kind: found.kind, findings, excerpt });
    }
  }

  report(): BucketReport {
    const { hasPassedOver } = this.copies;
    const notes = hasPassedOver ? [copiesPassedOverText(this.localizer)] : [];
    return this.tally.report(this.request, !hasPassedOver, notes);
  }

  tellProgress(): void {
    const { tally } = this;
    this.lastTold = performance.now();
    const progress = {
      files: tally.length,
      total: undefined,
      traces: tally.traces,
      findings: tally.findingCount,
    };
    this.take({ kind: 'progress', progress });
  }

  /** Reads a large file once more for the traces of its findings. */
  private async excerptOf(
    { fieldOrder }: BucketRoot,
    { uri }: FoundFile,
    traces: number,
    findings: readonly PlacedFinding[],
  ): Promise<Excerpt | undefined> {
    const job = new ExcerptJob(findings, { name: nameOf(uri), traces }, this.tally.localizer);
    const { result } = await runOnFile(uri, job, this.pacing, () => {});
    return result && runInSlices(layOutExcerpt(result, fieldOrder), this.pacing);
  }

  private finish({ uri, path }: NamedFile, { report, kind, findings, excerpt }: Checked): void {
    const file = this.tally.addFile(path, report, { passed: kind === 'excluded' ? 'excluded' : undefined });
    const location = uri.toString();
    this.take({
      kind: 'files',
      files: [{ index: this.tally.length - 1, file, location, findings, excerpt }],
    });
    if (performance.now() - this.lastTold > progressInterval) this.tellProgress();
  }

  private async read(
    { uri, kind, code = '' }: FoundFile,
    job: ReturnType<ReturnType<typeof bucketJobMaker>>,
    take: (parts: readonly PlacedFinding[]) => void,
  ): Promise<FileReport<BucketResult>> {
    switch (kind) {
      case 'file':
        return runOnFile(uri, job, this.pacing, take);
      case 'excluded':
        return notRead('passed-over', []);
      case 'unreadable':
        return notRead('unreadable', [{ kind: 'system', code }]);
    }
  }
}
