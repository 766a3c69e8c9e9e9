import { Readable } from 'node:stream';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { ItemJob } from '../../core/jobs/item-job';
import type { Input } from '../input/find-inputs';
import { StandardInput } from '../input/standard-input';
import type { JobContext } from './job-context';
import {
  atNoFile,
  type Batch,
  type FromWorker,
  maxUnprocessed,
  type Step,
  type ToWorker,
  type WorkerSetup,
} from './messages';
import { runJob } from './run-job';

/** How many parts a message holds at least, unless its batch ends. */
const partsInMessage = 500;
/** Out of how many pieces of a file the parts in a message come at most: they may be as long as the pieces. */
const piecesInMessage = 8;

/** Whether this thread was started by {@link WorkerThread}. */
export function isWorker(): boolean {
  return parentPort !== null && isSetup(workerData);
}

function isSetup(data: unknown): data is WorkerSetup {
  return typeof data === 'object' && data !== null && 'spec' in data && 'progress' in data;
}

/** @returns what makes the job of each input */
export type JobMakerOf<Spec extends JobContext> = (spec: Spec) => (input: Input) => ItemJob<unknown, unknown>;

/** Serves the thread that started this one, with the same program: works through the batches that it sends. */
export function serve<Spec extends JobContext>(jobMakerOf: JobMakerOf<Spec>): void {
  // The thread that started this one gave it a spec of its own
  if (parentPort !== null && isSetup(workerData))
    new Server(parentPort, workerData, jobMakerOf(workerData.spec as Spec)).start();
}

/** Standard input is read by the main thread only. */
const noInput = new StandardInput(Readable.from([]));

class Server {
  private readonly batches: Batch[] = [];
  private isRunning = false;
  private unprocessed = 0;
  private resume: () => void = () => {};
  private steps: Step[] = [];
  private partCount = 0;

  constructor(
    private readonly port: MessagePort,
    private readonly setup: WorkerSetup,
    private readonly makeJob: (input: Input) => ItemJob<unknown, unknown>,
  ) {}

  start(): void {
    this.port.on('message', (message: ToWorker) => this.receive(message));
  }

  private receive(message: ToWorker): void {
    switch (message.kind) {
      case 'batch':
        this.batches.push(message.batch);
        if (!this.isRunning) void this.runAll();
        break;
      case 'processed':
        this.unprocessed -= message.count;
        this.resume();
        break;
    }
  }

  private async runAll(): Promise<void> {
    this.isRunning = true;
    for (let batch = this.batches.shift(); batch !== undefined; batch = this.batches.shift())
      await this.run(batch);
    this.isRunning = false;
  }

  private async run({ id, inputs }: Batch): Promise<void> {
    const started = performance.now();
    for (const [index, input] of inputs.entries()) {
      Atomics.store(this.setup.progress, 0, index);
      await this.runOn(input, id);
    }
    Atomics.store(this.setup.progress, 0, atNoFile);
    await this.send(id, performance.now() - started);
  }

  /** If parts of a file have been sent, so is its end at once: should this thread die later, it is not run again. */
  private async runOn(input: Input, batch: number): Promise<void> {
    const run = runJob(input, this.makeJob, noInput);
    let wasSent = false;
    let pieces = 0;
    for (;;) {
      const step = await run.next();
      if (step.done) {
        this.steps.push({ kind: 'end', report: step.value });
        break;
      }
      pieces++;
      if (step.value.length === 0) continue;
      this.steps.push({ kind: 'parts', parts: step.value });
      this.partCount += step.value.length;
      if (this.partCount < partsInMessage && pieces < piecesInMessage) continue;
      pieces = 0;
      await this.send(batch, undefined);
      wasSent = true;
    }
    if (wasSent) await this.send(batch, undefined);
  }

  private async send(batch: number, duration: number | undefined): Promise<void> {
    while (this.unprocessed >= maxUnprocessed)
      await new Promise<void>((resolve) => {
        this.resume = resolve;
      });
    const message: FromWorker = { batch, steps: this.steps, duration };
    this.steps = [];
    this.partCount = 0;
    this.unprocessed++;
    this.port.postMessage(message);
  }
}
