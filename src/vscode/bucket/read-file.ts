import * as vscode from 'vscode';
import { ByteReader } from '../../core/input/byte-reader';
import { EvidenceReader } from '../../core/input/evidence-reader';
import type { InflateHost } from '../../core/input/gunzip';
import { portableInflateHost } from '../../core/input/portable-inflate';
import { readEvidence } from '../../core/input/read-evidence';
import { isNamedLineDelimited } from '../../core/jobs/file-names';
import type { FileReport, ItemJob, ReadProblem } from '../../core/jobs/item-job';
import { notRead, type ReadSteps, runOnItems } from '../../core/jobs/run-items';
import { errorCodeAt } from '../documents/file-errors';
import { pause, sliceLength } from '../documents/time-slices';

/** The editor hands out files as a whole: longer ones are not read. In bytes. */
export const maxFileLength = 256 * 1024 * 1024;
/** How much is read in one step, in bytes: some milliseconds. */
const pieceLength = 32 * 1024;

/** How long work may go on, and whether it is still needed. */
export interface Pacing {
  readonly isWanted: () => boolean;
  /** Is told how long each slice took, in milliseconds. */
  record(duration: number): void;
}

/**
 * Runs a job on a file, a slice of time after the other.
 *
 * @param take is called with parts as they are made
 */
export async function runOnFile<Part, Result>(
  uri: vscode.Uri,
  job: ItemJob<Part, Result>,
  pacing: Pacing,
  take: (parts: readonly Part[]) => void,
): Promise<FileReport<Result>> {
  const run = stepsOnFile(uri, job, pacing);
  for (;;) {
    const step = await run.next();
    if (step.done) return step.value;
    take(step.value);
  }
}

/** The same step by step: it may be left early. */
export async function* stepsOnFile<Part, Result>(
  uri: vscode.Uri,
  job: ItemJob<Part, Result>,
  pacing: Pacing,
): AsyncGenerator<readonly Part[], FileReport<Result>> {
  const bytes = await readBytes(uri);
  if (!(bytes instanceof Uint8Array)) return notRead('unreadable', [bytes]);
  const reader = new EvidenceReader({ isLineDelimited: isNamedLineDelimited(uri.path) });
  const steps = paced(readEvidence(new ByteReader(piecesOf(bytes)), { reader, host: inflateHost }), pacing);
  const problemOf = (error: unknown): ReadProblem => ({ kind: 'fault', error: String(error) });
  return yield* runOnItems({ reader, steps, problemOf }, job);
}

async function readBytes(uri: vscode.Uri): Promise<Uint8Array | ReadProblem> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > maxFileLength) return { kind: 'system', code: 'EFBIG' };
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    return { kind: 'system', code: errorCodeAt(uri, error) };
  }
}

/** Ends early if the result is no longer needed. */
async function* paced(steps: ReadSteps, { isWanted, record }: Pacing): ReadSteps {
  let start = performance.now();
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
    yield step.value;
    const duration = performance.now() - start;
    if (duration < sliceLength) continue;
    record(duration);
    await pause();
    if (!isWanted()) return undefined;
    start = performance.now();
  }
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
}

/** In small pieces as well. */
const inflateHost: InflateHost = {
  crc32: portableInflateHost.crc32,
  async *inflate(reader) {
    const inflated = portableInflateHost.inflate(reader);
    for (;;) {
      const step = await inflated.next();
      if (step.done) return step.value;
      yield* piecesOf(step.value);
    }
  },
};
