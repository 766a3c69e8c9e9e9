import path from 'node:path';
import { type BucketResult, traceTest } from '../../core/bucket/bucket-job';
import {
  type BucketMessage,
  type BucketRequest,
  type BucketRoot,
  type CheckedFile,
  maxComparedTraces,
  maxFileFindings,
} from '../../core/bucket/bucket-request';
import { BucketTally } from '../../core/bucket/bucket-tally';
import { copiesPassedOverText, notOpenedText } from '../../core/bucket/bucket-texts';
import { ExcerptJob, mayNeedExcerpt } from '../../core/bucket/excerpt-job';
import { type Excerpt, layOutExcerpt } from '../../core/bucket/excerpt-text';
import { excludeTest } from '../../core/bucket/exclude-globs';
import { createCatalog } from '../../core/catalog/catalog';
import { type PlacedFinding, sortPlaced } from '../../core/check/placed-finding';
import type { CopyChecks } from '../../core/copies/compare-copies';
import { CopyFinder } from '../../core/copies/copy-finder';
import type { FileReport } from '../../core/jobs/item-job';
import { runSteps } from '../../core/text/steps';
import { localizerOf } from '../arguments/language';
import { type FindPassReason, findInputs, type Input } from '../input/find-inputs';
import { withSlashes } from '../input/location';
import { readAgain } from '../work/read-again';
import { runInThisThread } from '../work/this-thread';
import { noInput, runBucketJobs, unended } from './bucket-jobs';
import type { BucketSpec } from './bucket-spec';

/** How many findings are sent at a time, and after how long something is sent, in milliseconds. */
const findingsAtATime = 300;
const sendInterval = 100;

/** Checks the folders of a request, and sends what was found while it goes. */
export async function checkBucket(
  request: BucketRequest,
  script: string,
  send: (message: BucketMessage) => void,
): Promise<void> {
  const run = new BucketRun(request, script, send);
  await run.run();
}

interface RootInputs {
  readonly root: BucketRoot;
  readonly inputs: readonly Input[];
}

class BucketRun {
  private readonly localizer;
  private readonly tally: BucketTally;
  private readonly copies: CopyFinder<Input>;
  private total = 0;
  private held: PlacedFinding[] = [];
  private unsent: CheckedFile[] = [];
  private unsentFindings = 0;
  private lastSent = 0;

  constructor(
    private readonly request: BucketRequest,
    private readonly script: string,
    private readonly send: (message: BucketMessage) => void,
  ) {
    this.localizer = localizerOf(request.language);
    this.tally = new BucketTally(this.localizer);
    this.copies = new CopyFinder({
      localizer: this.localizer,
      maxCompared: maxComparedTraces,
      // It is ended with its thread
      isWanted: () => true,
      read: (input, job) => readAgain(input, job, noInput),
    });
  }

  async run(): Promise<void> {
    const visited = new Set<string>();
    const roots = this.request.roots.map((root): RootInputs => ({ root, inputs: this.find(root, visited) }));
    this.total = roots.reduce((sum, { inputs }) => sum + inputs.length, 0);
    for (const root of roots) await this.check(root);
    this.flush();
    const { hasPassedOver } = this.copies;
    const notes = hasPassedOver ? [copiesPassedOverText(this.localizer)] : [];
    this.send({ kind: 'report', report: this.tally.report(this.request, !hasPassedOver, notes) });
  }

  /** @param visited what has been found in other folders, which is not found again */
  private find(root: BucketRoot, visited: Set<string>): readonly Input[] {
    const { location, exclude, excludeBase } = root;
    const isExcluded = excludeTest(exclude);
    const findPassReason: FindPassReason = (at) =>
      isExcluded(excludeBase + withSlashes(path.relative(location, at))) ? 'excluded' : undefined;
    const others = this.request.roots.filter((other) => other !== root);
    const inputs = findInputs([location], {
      findPassReason,
      visited,
      apart: others.map(({ location }) => location),
    });
    return [...inputs];
  }

  private async check({ root, inputs }: RootInputs): Promise<void> {
    const { language, filter } = this.request;
    const { levels, additions } = root;
    const spec: BucketSpec = { kind: 'bucket', language, filter, levels, additions };
    const settings = { localizer: this.localizer, catalog: createCatalog().with(additions), levels, filter };
    const checks: CopyChecks = { levels, isMeant: traceTest(settings) };
    for await (const event of runBucketJobs(spec, inputs, this.script))
      if (event.kind === 'parts') this.take(root, event.parts);
      else await this.finish({ root, checks }, event.input, event.report);
  }

  private take(root: BucketRoot, findings: readonly PlacedFinding[]): void {
    const left = this.tally.addFindings(findings, root);
    this.held.push(...left.slice(0, maxFileFindings - this.held.length));
  }

  private async finish(
    { root, checks }: { readonly root: BucketRoot; readonly checks: CopyChecks },
    input: Input,
    report: FileReport<BucketResult>,
  ): Promise<void> {
    let findings: readonly PlacedFinding[] = this.held;
    for await (const found of this.copies.add(input, report, checks)) {
      const copies = this.tally.addFindings(found, root);
      if (copies.length === 0) continue;
      // Of findings at one place, those of the whole file come last
      findings = sortPlaced([...findings, ...copies]).slice(0, maxFileFindings);
    }
    this.held = [];
    const within = withSlashes(path.relative(root.location, input.path));
    const named = within === '' ? path.basename(root.location) : root.prefix + within;
    const hasAddress = input.kind !== 'file' || typeof input.location === 'string';
    const file = this.tally.addFile(named, report, {
      passed: input.kind === 'passed-over' ? input.reason : undefined,
      remark: hasAddress ? undefined : notOpenedText(this.localizer),
    });
    const location = hasAddress ? path.resolve(input.path) : undefined;
    const first = findings.slice(0, maxFileFindings);
    const excerpt = mayNeedExcerpt(report, first)
      ? await this.excerptOf(root, input, report.traces, first)
      : undefined;
    this.unsent.push({ index: this.tally.length - 1, file, location, findings: first, excerpt });
    this.unsentFindings += first.length;
    if (this.unsentFindings >= findingsAtATime || performance.now() - this.lastSent > sendInterval)
      this.flush();
  }

  /** Reads a large file once more for the traces of its findings. */
  private async excerptOf(
    { fieldOrder }: BucketRoot,
    input: Input,
    traces: number,
    findings: readonly PlacedFinding[],
  ): Promise<Excerpt | undefined> {
    const file = { name: path.basename(input.path), traces };
    const makeJob = () => new ExcerptJob(findings, file, this.localizer);
    for await (const event of runInThisThread([input], makeJob, { stdin: noInput, signal: unended }))
      if (event.kind === 'end' && event.report.result !== undefined)
        return runSteps(layOutExcerpt(event.report.result, fieldOrder));
    return undefined;
  }

  private flush(): void {
    this.lastSent = performance.now();
    if (this.unsent.length > 0) this.send({ kind: 'files', files: this.unsent });
    this.unsent = [];
    this.unsentFindings = 0;
    const { tally, total } = this;
    const progress = { files: tally.length, total, traces: tally.traces, findings: tally.findingCount };
    this.send({ kind: 'progress', progress });
  }
}
