import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { type BucketResult, traceTest } from '../../core/bucket/bucket-job';
import {
  type BucketMessage,
  type BucketRequest,
  type BucketRoot,
  type CheckedFile,
  maxFileFindings,
  threadLimits,
} from '../../core/bucket/bucket-request';
import { BucketTally } from '../../core/bucket/bucket-tally';
import { ExcerptJob, mayNeedExcerpt } from '../../core/bucket/excerpt-job';
import { type Excerpt, layOutExcerpt } from '../../core/bucket/excerpt-text';
import { excludeTest } from '../../core/bucket/exclude-globs';
import { createCatalog } from '../../core/catalog/catalog';
import { type PlacedFinding, sortPlaced } from '../../core/check/placed-finding';
import type { FileReport } from '../../core/jobs/item-job';
import { runSteps } from '../../core/text/steps';
import { localizerOf } from '../arguments/language';
import { CopyFinder } from '../commands/copy-finder';
import { type FindPassReason, findInputs, type Input } from '../input/find-inputs';
import { withSlashes } from '../input/location';
import { StandardInput } from '../input/standard-input';
import type { JobEvent } from '../work/job-event';
import { runInThisThread } from '../work/this-thread';
import { WorkerPool } from '../work/worker-pool';
import { type BucketSpec, bucketJobMakerOf } from './bucket-spec';

/** The editor needs processors as well, and each thread takes some 40 MB. */
const maxThreads = 2;
/** Fewer files are read by one thread. */
const minFilesForThreads = 16;
/** How many traces are compared by their ids. */
const maxCompared = 16_000_000;
/** How many findings are sent at a time, and after how long something is sent, in milliseconds. */
const findingsAtATime = 300;
const sendInterval = 100;

/** It is ended with its thread. */
const unended = new AbortController().signal;

const noInput = new StandardInput(Readable.from([]));

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
  private readonly copies: CopyFinder;
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
    const [{ levels, additions } = { levels: {}, additions: [] }] = request.roots;
    const { localizer } = this;
    const catalog = createCatalog().with(additions);
    const isMeant = traceTest({ localizer, catalog, levels, filter: request.filter });
    this.copies = new CopyFinder({
      localizer,
      levels,
      stdin: noInput,
      signal: unended,
      isMeant,
      maxCompared,
    });
  }

  async run(): Promise<void> {
    const roots = this.request.roots.map((root): RootInputs => ({ root, inputs: this.find(root) }));
    this.total = roots.reduce((sum, { inputs }) => sum + inputs.length, 0);
    for (const root of roots) await this.check(root);
    this.flush();
    const note = this.copies.note();
    this.send({ kind: 'report', report: this.tally.report(note === undefined ? [] : [note]) });
  }

  private find({ location, exclude, excludeBase }: BucketRoot): readonly Input[] {
    const isExcluded = excludeTest(exclude);
    const findPassReason: FindPassReason = (at) =>
      isExcluded(excludeBase + withSlashes(path.relative(location, at))) ? 'excluded' : undefined;
    return [...findInputs([location], findPassReason)];
  }

  private async check({ root, inputs }: RootInputs): Promise<void> {
    const { language, filter } = this.request;
    const { levels, additions } = root;
    const spec: BucketSpec = { kind: 'bucket', language, filter, levels, additions };
    for await (const event of runBucketJobs(spec, inputs, this.script))
      if (event.kind === 'parts') this.take(event.parts);
      else await this.finish(root, event.input, event.report);
  }

  private take(findings: readonly PlacedFinding[]): void {
    this.tally.addFindings(findings);
    this.held.push(...findings.slice(0, maxFileFindings - this.held.length));
  }

  private async finish(root: BucketRoot, input: Input, report: FileReport<BucketResult>): Promise<void> {
    let findings: readonly PlacedFinding[] = this.held;
    for await (const copies of this.copies.add(input, report)) {
      if (copies.length === 0) continue;
      this.tally.addFindings(copies);
      // Of findings at one place, those of the whole file come last
      findings = sortPlaced([...findings, ...copies]).slice(0, maxFileFindings);
    }
    this.held = [];
    const named = root.prefix + withSlashes(path.relative(root.location, input.path));
    const file = this.tally.addFile(named, report, input.kind === 'passed-over' ? input.reason : undefined);
    const location =
      input.kind === 'file' && typeof input.location !== 'string' ? undefined : path.resolve(input.path);
    const first = findings.slice(0, maxFileFindings);
    const excerpt = mayNeedExcerpt(report, first) ? await this.excerptOf(root, input, first) : undefined;
    this.unsent.push({ index: this.tally.length - 1, file, location, findings: first, excerpt });
    this.unsentFindings += first.length;
    if (this.unsentFindings >= findingsAtATime || performance.now() - this.lastSent > sendInterval)
      this.flush();
  }

  /** Reads a large file once more for the traces of its findings. */
  private async excerptOf(
    { fieldOrder }: BucketRoot,
    input: Input,
    findings: readonly PlacedFinding[],
  ): Promise<Excerpt | undefined> {
    const name = path.basename(input.path);
    const makeJob = () => new ExcerptJob(findings, name, this.localizer);
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

function runBucketJobs(
  spec: BucketSpec,
  inputs: readonly Input[],
  script: string,
): AsyncGenerator<JobEvent<PlacedFinding, BucketResult>>;
function runBucketJobs(
  spec: BucketSpec,
  inputs: readonly Input[],
  script: string,
): AsyncGenerator<JobEvent<unknown, unknown>> {
  const signal = unended;
  const size = Math.min(availableParallelism(), maxThreads);
  if (size < 2 || inputs.length < minFilesForThreads)
    return runInThisThread(inputs, bucketJobMakerOf(spec), { stdin: noInput, signal });
  return new WorkerPool({ script, spec, size, signal, resourceLimits: threadLimits }).run(
    inputs[Symbol.iterator](),
  );
}
