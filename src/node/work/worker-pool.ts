import type { ResourceLimits } from 'node:worker_threads';
import type { Input } from '../input/find-inputs';
import type { JobContext } from './job-context';
import type { JobEvent } from './job-event';
import { atNoFile, type FromWorker, type Step } from './messages';
import { WorkerThread } from './worker-thread';

/** How many batches a worker has: one that it works on, and the next. */
const batchesOfWorker = 2;
/** How many batches may be under way or wait for an earlier one, for each worker. */
const maxAhead = 4;
/** How long a batch should take, in milliseconds, and how many files it has at most. */
const batchTime = 30;
const maxBatchLength = 256;

interface OpenBatch {
  readonly id: number;
  /** Those with which a thread died are replaced. */
  readonly inputs: Input[];
  readonly messages: FromWorker[];
  /** How many of its files have ended, as far as was received. */
  ended: number;
  /** The first file that its worker was given. */
  sentFrom: number;
  worker: WorkerThread;
  isComplete: boolean;
}

export interface PoolOptions {
  readonly script: string;
  /** Makes the jobs in the threads; the events are of its types. */
  readonly spec: JobContext;
  readonly size: number;
  readonly signal: AbortSignal;
  /** Of each thread. */
  readonly resourceLimits?: ResourceLimits;
}

/** Runs a job on inputs in several threads. The events come in the order of the inputs. */
export class WorkerPool {
  private readonly workers: WorkerThread[] = [];
  private readonly open = new Map<number, OpenBatch>();
  private nextId = 0;
  private batchLength = 1;
  private wake: () => void = () => {};
  private failure: Error | undefined;
  private deathsAtNoFile = 0;

  constructor(private readonly options: PoolOptions) {
    for (let count = 0; count < options.size; count++) this.workers.push(this.start());
    options.signal.addEventListener('abort', () => this.wake());
  }

  async *run(inputs: Iterator<Input>): AsyncGenerator<JobEvent<unknown, unknown>> {
    try {
      for (let id = 0; ; id++) {
        this.assign(inputs);
        const batch = this.open.get(id);
        if (batch === undefined) return;
        yield* this.eventsOf(batch, inputs);
        if (this.options.signal.aborted) return;
        this.open.delete(id);
      }
    } finally {
      await Promise.all(this.workers.map((worker) => worker.end()));
    }
  }

  private async *eventsOf(
    batch: OpenBatch,
    inputs: Iterator<Input>,
  ): AsyncGenerator<JobEvent<unknown, unknown>> {
    let file = 0;
    while (!this.options.signal.aborted) {
      if (this.failure !== undefined) throw this.failure;
      const message = batch.messages.shift();
      if (message === undefined) {
        if (batch.isComplete) return;
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
        this.assign(inputs);
        continue;
      }
      batch.worker.acknowledge();
      for (const step of message.steps) {
        const input = batch.inputs[file];
        if (input !== undefined) yield toEvent(input, step);
        if (step.kind === 'end') file++;
      }
    }
  }

  /** Gives each worker something to do, unless too much waits for an earlier batch. */
  private assign(inputs: Iterator<Input>): void {
    for (let worker = this.findIdle(); worker !== undefined; worker = this.findIdle()) {
      if (this.open.size >= maxAhead * this.workers.length) return;
      const taken = takeUpTo(inputs, this.batchLength);
      if (taken.length === 0) return;
      const id = this.nextId++;
      const batch = { id, inputs: taken, messages: [], ended: 0, sentFrom: 0, worker, isComplete: false };
      this.open.set(batch.id, batch);
      worker.run({ id: batch.id, inputs: taken });
    }
  }

  /** The worker with the fewest batches, if it may have another. */
  private findIdle(): WorkerThread | undefined {
    const counts = this.workers.map((worker) => this.batchesOf(worker).length);
    const fewest = Math.min(...counts);
    return fewest < batchesOfWorker ? this.workers[counts.indexOf(fewest)] : undefined;
  }

  private batchesOf(worker: WorkerThread): readonly OpenBatch[] {
    return [...this.open.values()].filter((batch) => batch.worker === worker && !batch.isComplete);
  }

  private start(): WorkerThread {
    const { script, spec, resourceLimits } = this.options;
    const events = {
      onMessage: (message: FromWorker) => this.receive(message),
      onDeath: (reason: string) => this.replace(worker, reason),
    };
    const worker: WorkerThread = new WorkerThread(script, spec, events, resourceLimits);
    return worker;
  }

  private receive(message: FromWorker): void {
    const batch = this.open.get(message.batch);
    if (batch === undefined) return;
    batch.messages.push(message);
    batch.ended += message.steps.filter(({ kind }) => kind === 'end').length;
    if (message.duration !== undefined) {
      batch.isComplete = true;
      this.adjustLength(batch.inputs.length, message.duration);
    }
    this.wake();
  }

  private adjustLength(count: number, duration: number): void {
    const fitting = Math.round((count * batchTime) / Math.max(duration, 0.1));
    this.batchLength = Math.max(1, Math.min(maxBatchLength, fitting, 2 * this.batchLength));
  }

  /** @returns whether another thread may do better */
  private abandon(current: OpenBatch | undefined, fileInBatch: number, reason: string): boolean {
    if (fileInBatch === atNoFile) return ++this.deathsAtNoFile <= maxDeathsAtNoFile;
    return current === undefined || abandonFile(current, fileInBatch, reason);
  }

  /** Starts another worker in the place of one that died; the file that it was at counts as unreadable. */
  private replace(dead: WorkerThread, reason: string): void {
    const left = this.batchesOf(dead);
    const [current] = left;
    if (!this.abandon(current, dead.fileInBatch, reason)) {
      this.failure = new Error(reason);
      this.wake();
      return;
    }
    const worker = this.start();
    this.workers[this.workers.indexOf(dead)] = worker;
    for (const batch of left) {
      batch.worker = worker;
      batch.sentFrom = batch.ended;
      worker.run({ id: batch.id, inputs: batch.inputs.slice(batch.ended) });
    }
    this.wake();
  }
}

/** As often as that, a thread may die without a file being at fault. */
const maxDeathsAtNoFile = 8;

/** @returns whether that is new: a thread that dies with a file that it is not to read dies with any */
function abandonFile({ inputs, sentFrom }: OpenBatch, fileInBatch: number, reason: string): boolean {
  const index = sentFrom + fileInBatch;
  const input = inputs[index];
  if (input === undefined || input.kind === 'abandoned') return false;
  inputs[index] = { kind: 'abandoned', path: input.path, reason };
  return true;
}

function toEvent(input: Input, step: Step): JobEvent<unknown, unknown> {
  return step.kind === 'parts'
    ? { kind: 'parts', input, parts: step.parts }
    : { kind: 'end', input, report: step.report };
}

function takeUpTo(inputs: Iterator<Input>, count: number): Input[] {
  const taken: Input[] = [];
  while (taken.length < count) {
    const next = inputs.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}
