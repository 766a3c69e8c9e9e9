import { statSync } from 'node:fs';
import type { PlacedFinding } from '../../core/check/placed-finding';
import type { CheckResult } from '../../core/jobs/check-job';
import type { Input } from '../input/find-inputs';
import type { StandardInput } from '../input/standard-input';
import type { TimedLine } from '../output/rows/line-order';
import type { JobEvent } from './job-event';
import { type CheckSpec, type JobSpec, jobMakerOf, type SearchSpec, type SummarySpec } from './job-spec';
import type { SearchResult } from './search-job';
import type { SummaryResult } from './summary-job';
import { runInThisThread } from './this-thread';
import { WorkerPool } from './worker-pool';

export interface RunOptions {
  /** How many threads may work. */
  readonly jobs: number;
  /** The program itself, which workers run. */
  readonly script: string;
  readonly stdin: StandardInput;
  /** Ends the run early. */
  readonly signal: AbortSignal;
}

/** Inputs with less to read than this are read before another thread has started: in bytes, unpacked. */
const minLengthForThreads = 16 * 1024 * 1024;
/** How much larger packed traces are when they are unpacked, about. */
const packing = 8;
/** How many inputs are looked at. */
const maxLookedAt = 512;

/** Runs a job on inputs. The events come in their order, whatever the number of threads. */
export function runJobs(
  spec: CheckSpec,
  inputs: Iterable<Input>,
  options: RunOptions,
): AsyncGenerator<JobEvent<PlacedFinding, CheckResult>>;
export function runJobs(
  spec: SearchSpec,
  inputs: Iterable<Input>,
  options: RunOptions,
): AsyncGenerator<JobEvent<TimedLine, SearchResult>>;
export function runJobs(
  spec: SummarySpec,
  inputs: Iterable<Input>,
  options: RunOptions,
): AsyncGenerator<JobEvent<never, SummaryResult>>;
export async function* runJobs(
  spec: JobSpec,
  inputs: Iterable<Input>,
  options: RunOptions,
): AsyncGenerator<JobEvent<unknown, unknown>> {
  const { first, rest, isLong } = lookAhead(inputs);
  const all = chain(first, rest);
  if (options.jobs > 1 && isLong) yield* new WorkerPool({ ...options, spec, size: options.jobs }).run(all);
  else yield* runInThisThread(all, jobMakerOf(spec), options);
}

/** Whether there is enough to read for several threads. Standard input is read by this one. */
function lookAhead(inputs: Iterable<Input>) {
  const rest = inputs[Symbol.iterator]();
  const first: Input[] = [];
  let length = 0;
  while (first.length < maxLookedAt && (length < minLengthForThreads || first.length < 2)) {
    const next = rest.next();
    if (next.done) return { first, rest, isLong: false };
    first.push(next.value);
    length += lengthOf(next.value);
  }
  return { first, rest, isLong: true };
}

function lengthOf(input: Input): number {
  if (input.kind !== 'file') return 0;
  const size = statSync(input.location, { throwIfNoEntry: false })?.size ?? 0;
  return /\.gz$/i.test(input.path) ? size * packing : size;
}

function* chain<T>(first: readonly T[], rest: Iterator<T>): Generator<T> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}
