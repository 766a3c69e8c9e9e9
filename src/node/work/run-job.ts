import { ByteReader } from '../../core/input/byte-reader';
import { EvidenceReader } from '../../core/input/evidence-reader';
import { gunzipSmall } from '../../core/input/gunzip-small';
import { isGzip } from '../../core/input/gzip-header';
import { readEvidence } from '../../core/input/read-evidence';
import { isNamedLineDelimited } from '../../core/jobs/file-names';
import type { FileReport, ItemJob, ReadProblem } from '../../core/jobs/item-job';
import { codeOf } from '../../core/jobs/open-error';
import { notRead, type ReadSteps, runOnItems } from '../../core/jobs/run-items';
import type { Input } from '../input/find-inputs';
import { inflateHost } from '../input/inflate';
import { openFile } from '../input/open-file';
import type { StandardInput } from '../input/standard-input';

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
  const source = { reader, steps: readInput(input, reader, stdin), problemOf };
  return yield* runOnItems(source, makeJob(input));
}

type ReadableInput = Extract<Input, { kind: 'file' | 'stdin' }>;

async function* readInput(input: ReadableInput, reader: EvidenceReader, stdin: StandardInput): ReadSteps {
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

function problemOf(error: unknown): ReadProblem {
  return isSystemError(error) ? systemProblem(error) : { kind: 'fault', error: String(error) };
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

function systemProblem(error: unknown): ReadProblem {
  return { kind: 'system', code: codeOf(error) };
}
