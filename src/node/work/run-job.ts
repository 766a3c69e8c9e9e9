import { readDigest } from '../../core/evidence/digest';
import { isRecord } from '../../core/file/items';
import type { StreamedItem } from '../../core/file/record-stream';
import { ByteReader } from '../../core/input/byte-reader';
import { EvidenceReader } from '../../core/input/evidence-reader';
import type { GzipOutcome } from '../../core/input/gunzip';
import { gunzipSmall } from '../../core/input/gunzip-small';
import { isGzip } from '../../core/input/gzip-header';
import { readEvidence } from '../../core/input/read-evidence';
import { TraceTimes } from '../../core/input/trace-times';
import { type JsonValue, tryParse } from '../../core/text/json';
import { type Input, isNamedLineDelimited } from '../input/find-inputs';
import { inflateHost } from '../input/inflate';
import { codeOf } from '../input/open-error';
import { openFile } from '../input/open-file';
import type { StandardInput } from '../input/standard-input';
import type { FileReport, ItemJob, ReadProblem } from './item-job';

/** How many parts are given out at a time, unless fewer are there. */
const partsAtATime = 1000;

/**
 * Runs a job on an input: gives out parts as they are made. Never throws: what goes wrong is in the report, and what was
 * read before that counts.
 */
export async function* runJob<Part, Result>(
  input: Input,
  makeJob: (input: Input) => ItemJob<Part, Result>,
  stdin: StandardInput,
): AsyncGenerator<readonly Part[], FileReport<Result>> {
  if (input.kind === 'passed-over') return notRead('passed-over', []);
  if (input.kind === 'abandoned') return notRead('unreadable', [{ kind: 'abandoned', reason: input.reason }]);
  if (input.kind === 'unreadable') return notRead('unreadable', [systemProblem(input.error)]);
  const reader = new EvidenceReader({ isLineDelimited: isNamedLineDelimited(input.path) });
  const run = new JobRun(makeJob(input));
  const problems: ReadProblem[] = [];
  let isPacked = false;
  try {
    const steps = readInput(input, reader, stdin);
    for (;;) {
      const step = await steps.next();
      if (step.done) {
        isPacked = step.value !== undefined;
        if (step.value !== undefined && step.value !== 'whole')
          problems.push({ kind: 'gzip', outcome: step.value });
        break;
      }
      yield* run.addAll(step.value);
    }
  } catch (error) {
    problems.push(isSystemError(error) ? systemProblem(error) : { kind: 'fault', error: String(error) });
    yield* run.addAll(endOf(reader));
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

type ReadableInput = Extract<Input, { kind: 'file' | 'stdin' }>;
type Steps = AsyncGenerator<Iterable<StreamedItem>, GzipOutcome | undefined>;

async function* readInput(input: ReadableInput, reader: EvidenceReader, stdin: StandardInput): Steps {
  if (input.kind === 'stdin')
    return yield* readEvidence(new ByteReader(stdin.pieces()), { reader, host: inflateHost });
  const bytes = openFile(input.location);
  if (bytes.kind === 'pieces')
    return yield* readEvidence(new ByteReader(bytes.pieces), { reader, host: inflateHost });
  const isPacked = isGzip(bytes.bytes);
  const unpacked = isPacked ? gunzipSmall(bytes.bytes, inflateHost) : bytes.bytes;
  if (unpacked === undefined)
    return yield* readEvidence(new ByteReader([bytes.bytes]), { reader, host: inflateHost });
  yield reader.add(unpacked);
  yield reader.end();
  return isPacked ? 'whole' : undefined;
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
      this.parts.push(...this.job.add(item));
      if (this.parts.length >= partsAtATime) yield this.take();
    }
  }

  *end(): Generator<readonly Part[]> {
    this.parts.push(...this.job.end());
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

function notRead(kind: 'unreadable' | 'passed-over', problems: readonly ReadProblem[]): FileReport<never> {
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

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

function systemProblem(error: unknown): ReadProblem {
  return { kind: 'system', code: codeOf(error) };
}
