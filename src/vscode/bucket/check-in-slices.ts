import * as vscode from 'vscode';
import { type BucketResult, bucketJobMaker } from '../../core/bucket/bucket-job';
import {
  type BucketMessage,
  type BucketRequest,
  type BucketRoot,
  maxFileFindings,
} from '../../core/bucket/bucket-request';
import { BucketTally } from '../../core/bucket/bucket-tally';
import { copiesNotSoughtText } from '../../core/bucket/bucket-texts';
import { ExcerptJob, mayNeedExcerpt } from '../../core/bucket/excerpt-job';
import { type Excerpt, layOutExcerpt } from '../../core/bucket/excerpt-text';
import { excludeTest } from '../../core/bucket/exclude-globs';
import type { PlacedFinding } from '../../core/check/placed-finding';
import type { FileReport } from '../../core/jobs/item-job';
import { notRead } from '../../core/jobs/run-items';
import type { Catalogs } from '../catalogs/catalogs';
import { localizerIn } from '../configuration';
import { nameOf } from '../documents/original-uri';
import { runInSlices } from '../documents/time-slices';
import { type FoundFile, findFiles } from './find-files';
import { type Pacing, runOnFile } from './read-file';

/** How often progress is told, in milliseconds. */
const progressInterval = 100;

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
  const tally = new BucketTally(localizerIn(request.language));
  const run = new SlicesRun(tally, host, take, token);
  for (const root of request.roots) await run.check(root, request);
  if (token.isCancellationRequested) return false;
  run.tellProgress();
  const note = copiesNotSoughtText(localizerIn(request.language));
  take({ kind: 'report', report: tally.report([note]) });
  return true;
}

class SlicesRun {
  private lastTold = 0;
  private readonly pacing: Pacing;

  constructor(
    private readonly tally: BucketTally,
    private readonly host: SlicesHost,
    private readonly take: (message: BucketMessage) => void,
    private readonly token: vscode.CancellationToken,
  ) {
    this.pacing = {
      isWanted: () => !token.isCancellationRequested,
      record: (duration) => host.record(duration),
    };
  }

  async check(root: BucketRoot, { filter, language }: BucketRequest): Promise<void> {
    const folder = vscode.Uri.parse(root.location);
    const catalog = this.host.catalogs.at(folder);
    const makeJob = bucketJobMaker({
      localizer: localizerIn(language),
      catalog,
      levels: root.levels,
      filter,
    });
    const isExcluded = excludeTest(root.exclude);
    for await (const found of findFiles(folder, (path) => isExcluded(root.excludeBase + path))) {
      const findings: PlacedFinding[] = [];
      const report = await this.read(found, makeJob(found.path), (parts) => {
        this.tally.addFindings(parts);
        findings.push(...parts.slice(0, maxFileFindings - findings.length));
      });
      if (this.token.isCancellationRequested) return;
      const passed = found.kind === 'excluded' ? 'excluded' : undefined;
      const file = this.tally.addFile(root.prefix + found.path, report, passed);
      const location = found.uri.toString();
      const excerpt = mayNeedExcerpt(report, findings)
        ? await this.excerptOf(root, found, findings)
        : undefined;
      if (this.token.isCancellationRequested) return;
      this.take({
        kind: 'files',
        files: [{ index: this.tally.length - 1, file, location, findings, excerpt }],
      });
      if (performance.now() - this.lastTold > progressInterval) this.tellProgress();
    }
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
    findings: readonly PlacedFinding[],
  ): Promise<Excerpt | undefined> {
    const job = new ExcerptJob(findings, nameOf(uri), this.tally.localizer);
    const { result } = await runOnFile(uri, job, this.pacing, () => {});
    return result && runInSlices(layOutExcerpt(result, fieldOrder), this.pacing);
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
