import { availableParallelism } from 'node:os';
import { Readable } from 'node:stream';
import type { BucketResult } from '../../core/bucket/bucket-job';
import { threadLimits } from '../../core/bucket/bucket-request';
import type { PlacedFinding } from '../../core/check/placed-finding';
import type { Input } from '../input/find-inputs';
import { StandardInput } from '../input/standard-input';
import type { JobEvent } from '../work/job-event';
import { runInThisThread } from '../work/this-thread';
import { WorkerPool } from '../work/worker-pool';
import { type BucketSpec, bucketJobMakerOf } from './bucket-spec';

/** The editor needs processors as well, and each thread takes some 40 MB. */
const maxThreads = 2;
/** Fewer files are read by one thread. */
const minFilesForThreads = 16;

/** It is ended with its thread. */
export const unended = new AbortController().signal;

export const noInput = new StandardInput(Readable.from([]));

/** Runs the jobs of a check on its files, in the order of these. @param script the program itself, which threads run */
export function runBucketJobs(
  spec: BucketSpec,
  inputs: readonly Input[],
  script: string,
): AsyncGenerator<JobEvent<PlacedFinding, BucketResult>>;
export function runBucketJobs(
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
