import { readDigest } from '../evidence/digest';
import { isRecord } from '../file/items';
import type { StreamedItem } from '../file/record-stream';
import type { EvidenceReader } from '../input/evidence-reader';
import type { GzipOutcome } from '../input/gunzip';
import { TraceTimes } from '../input/trace-times';
import { type JsonValue, tryParse } from '../text/json';
import type { FileReport, ItemJob, ReadProblem } from './item-job';

/** How many parts are given out at a time, unless fewer are there. */
const partsAtATime = 1000;

/** The items of a file that is read piece by piece, as `readEvidence` gives them out. */
export type ReadSteps = AsyncGenerator<Iterable<StreamedItem>, GzipOutcome | undefined>;

export interface ItemSource {
  /** What the steps are read by. */
  readonly reader: EvidenceReader;
  readonly steps: ReadSteps;
  /** What an error means that reading ended with. */
  problemOf(error: unknown): ReadProblem;
}

/**
 * Runs a job on the items of a file: gives out parts as they are made, none after a piece of the file that makes none, so
 * that it can be interrupted there. Never throws: what goes wrong is in the report, and what was read before that counts.
 */
export async function* runOnItems<Part, Result>(
  { reader, steps, problemOf }: ItemSource,
  job: ItemJob<Part, Result>,
): AsyncGenerator<readonly Part[], FileReport<Result>> {
  const run = new JobRun(job);
  const problems: ReadProblem[] = [];
  let isPacked = false;
  try {
    for (;;) {
      const step = await steps.next();
      if (step.done) {
        isPacked = step.value !== undefined;
        if (step.value !== undefined && step.value !== 'whole')
          problems.push({ kind: 'gzip', outcome: step.value });
        break;
      }
      yield* run.addAll(step.value);
      if (job.isDone?.() === true) break;
    }
  } catch (error) {
    problems.push(problemOf(error));
    yield* run.addAll(endOf(reader));
  } finally {
    // If nobody wants the rest, what is read is closed
    await steps.return(undefined);
  }
  yield* run.end();
  return run.report(reader, problems, isPacked);
}

/** What is complete although the rest could not be read. */
function* endOf(reader: EvidenceReader): Generator<StreamedItem> {
  try {
    yield* reader.end();
  } catch {
    // The fault was reported
  }
}

/** A job on one file, with what is noted for all jobs. */
class JobRun<Part, Result> {
  private readonly times = new TraceTimes();
  private readonly listedObjects: string[] = [];
  private parts: Part[] = [];

  constructor(private readonly job: ItemJob<Part, Result>) {}

  *addAll(items: Iterable<StreamedItem>): Generator<readonly Part[]> {
    for (const item of items) {
      if (isRecord(item)) this.noteTime(item);
      if (item.kind === 'digest') this.noteDigest(item);
      for (const part of this.job.add(item)) this.parts.push(part);
      if (this.parts.length >= partsAtATime) yield this.take();
    }
    yield this.take();
  }

  *end(): Generator<readonly Part[]> {
    for (const part of this.job.end()) this.parts.push(part);
    if (this.parts.length > 0) yield this.take();
  }

  report(reader: EvidenceReader, problems: readonly ReadProblem[], isPacked: boolean): FileReport<Result> {
    const { kind, traceCount, stopped, invalidBytes } = reader;
    const isReadable = stopped === undefined || traceCount > 0;
    const hasFailed = traceCount === 0 && problems.some(({ kind }) => kind === 'system' || kind === 'fault');
    const isUnpackable =
      traceCount === 0 && kind === 'other' && problems.some((each) => each.kind === 'gzip');
    return {
      kind: isReadable && !hasFailed && !isUnpackable ? kind : 'unreadable',
      traces: traceCount,
      bytes: reader.byteLength,
      isPacked,
      times: this.times.range,
      untimed: this.times.untimed,
      listedObjects: this.listedObjects,
      problems: [
        ...problems,
        ...(stopped ? [{ kind: 'stopped', reason: stopped } as const] : []),
        ...(invalidBytes ? [{ kind: 'invalid-bytes', place: invalidBytes } as const] : []),
      ],
      head: kind === 'other' ? reader.head : '',
      result: this.job.result(),
    };
  }

  private noteTime(item: StreamedItem): void {
    const trace = item.trace?.();
    if (trace !== undefined) this.times.add(trace);
  }

  private noteDigest({ text }: StreamedItem): void {
    const value = tryParse(text) as JsonValue | undefined;
    const files = value === undefined ? undefined : readDigest(value)?.files;
    for (const { object } of files ?? []) this.listedObjects.push(object);
  }

  private take(): readonly Part[] {
    const taken = this.parts;
    this.parts = [];
    return taken;
  }
}

/** The report on a file that was not read. */
export function notRead(
  kind: 'unreadable' | 'passed-over',
  problems: readonly ReadProblem[],
): FileReport<never> {
  return {
    kind,
    traces: 0,
    bytes: 0,
    isPacked: false,
    times: undefined,
    untimed: 0,
    listedObjects: [],
    problems,
    head: '',
    result: undefined,
  };
}
