import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { JobContext } from './job-context';
import { atNoFile, type Batch, type FromWorker, type ToWorker } from './messages';

export interface WorkerEvents {
  onMessage(message: FromWorker): void;
  /** @param reason why it ended though nobody ended it */
  onDeath(reason: string): void;
}

/** A thread that works through batches of files. */
export class WorkerThread {
  private readonly worker: Worker;
  private readonly progress = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)).fill(
    atNoFile,
  );
  private isEnded = false;

  /** @param script the program itself, which serves when it is run in a worker */
  constructor(script: string, spec: JobContext, events: WorkerEvents, resourceLimits?: ResourceLimits) {
    const data = { spec, progress: this.progress };
    this.worker = new Worker(script, { workerData: data, ...(resourceLimits && { resourceLimits }) });
    this.worker.on('message', (message: FromWorker) => events.onMessage(message));
    this.worker.on('error', (error: Error) => this.die(events, error.message));
    this.worker.on('exit', (code) => this.die(events, `exit code ${code}`));
  }

  /** Which file of its batch it is at. */
  get fileInBatch(): number {
    return Atomics.load(this.progress, 0);
  }

  run(batch: Batch): void {
    this.send({ kind: 'batch', batch });
  }

  acknowledge(): void {
    this.send({ kind: 'processed', count: 1 });
  }

  async end(): Promise<void> {
    this.isEnded = true;
    await this.worker.terminate();
  }

  private send(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  private die(events: WorkerEvents, reason: string): void {
    if (this.isEnded) return;
    this.isEnded = true;
    events.onDeath(reason);
  }
}
