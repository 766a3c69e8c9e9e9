import type { FileReport } from '../../core/jobs/item-job';
import type { Input } from '../input/find-inputs';
import type { JobContext } from './job-context';

/** What a worker is started with. */
export interface WorkerSetup {
  readonly spec: JobContext;
  /** One number: which file of its batch the worker is at, for the case that it dies. */
  readonly progress: Int32Array;
}

/** Files that a worker gets together. */
export interface Batch {
  readonly id: number;
  readonly inputs: readonly Input[];
}

/** What a worker says that is at no file. */
export const atNoFile = -1;

/** What the main thread sends to a worker. */
export type ToWorker =
  | { readonly kind: 'batch'; readonly batch: Batch }
  /** So many messages of the worker have been processed. */
  | { readonly kind: 'processed'; readonly count: number };

/** What a worker sends. Each step belongs to the first file of its batch that has not ended. */
export interface FromWorker {
  readonly batch: number;
  readonly steps: readonly Step[];
  /** If this is the last message of the batch: how long it took, in milliseconds. */
  readonly duration: number | undefined;
}

export type Step =
  | { readonly kind: 'parts'; readonly parts: readonly unknown[] }
  | { readonly kind: 'end'; readonly report: FileReport<unknown> };

/** How many messages a worker may send before they are processed: it waits, so that they do not pile up. */
export const maxUnprocessed = 4;
