import { readDigest } from '../../core/evidence/digest';
import type { FoundDigest, FoundFile } from '../../core/evidence/found-file';
import { findObjectName } from '../../core/evidence/object-name';
import type { FoundEvidence } from '../../core/evidence/verify';
import { mayHoldTraces } from '../../core/file/may-hold-traces';
import { codeOf } from '../../core/jobs/open-error';
import { type JsonValue, tryParse } from '../../core/text/json';
import { textSource } from '../../core/text/text-source';
import { findInputs, type Input } from '../input/find-inputs';
import { type HashedFile, hashFile } from '../input/hash-file';
import { type Location, withSlashes } from '../input/location';
import { findText } from '../input/unpack';

/** All files that were found, hashed. */
export interface GatheredEvidence extends Omit<FoundEvidence, 'unread'> {
  /** Files without traces that are no digests, by what is in them. */
  readonly others: number;
  readonly hashed: readonly HashedInput[];
  /** Files and folders that could not be read to their end. */
  readonly unread: readonly UnreadInput[];
}

/** A file that was read. */
export interface HashedInput {
  readonly path: string;
  readonly location: Location;
  /** `undefined` unless asked for. */
  readonly sha256: string | undefined;
  readonly size: number;
}

/** `changed` if a file changed while it was read. */
export interface UnreadInput {
  readonly path: string;
  readonly code: 'changed' | (string & {});
}

/** A digest is read as a whole; longer ones would list hundreds of thousands of files. In bytes. */
const maxDigestLength = 16 * 1024 * 1024;

interface Gathering {
  readonly files: FoundFile[];
  readonly digests: FoundDigest[];
  others: number;
  readonly hashed: HashedInput[];
  readonly unread: UnreadInput[];
}

/**
 * Reads each file once. What is found by name as a trace file is not looked into; whatever else may be a digest is.
 *
 * @param step is called after each input, with how many bytes have been read, and may end the run early
 */
export async function gatherEvidence(
  paths: readonly string[],
  hasSha256: boolean,
  step: (files: number, bytes: number) => Promise<boolean>,
): Promise<GatheredEvidence | undefined> {
  const gathering: Gathering = { files: [], digests: [], others: 0, hashed: [], unread: [] };
  let bytes = 0;
  let count = 0;
  for (const input of findInputs(paths)) {
    bytes += takeInput(input, hasSha256, gathering);
    if (!(await step(++count, bytes))) return undefined;
  }
  return gathering;
}

/** @returns how many bytes were read */
function takeInput(input: Input, hasSha256: boolean, gathering: Gathering): number {
  if (input.kind !== 'file') {
    if (input.kind === 'unreadable') gathering.unread.push({ path: input.path, code: codeOf(input.error) });
    return 0;
  }
  const { path, location } = input;
  const slashed = withSlashes(path);
  const kind = findObjectName(slashed)?.kind;
  try {
    const keepUpTo = kind === 'trace' ? -1 : maxDigestLength;
    const hashed = hashFile(location, { hasSha256, keepUpTo });
    const { sha256, size, isChanged } = hashed;
    if (isChanged) gathering.unread.push({ path, code: 'changed' });
    else gathering.hashed.push({ path, location, sha256, size });
    place({ path: slashed, md5: isChanged ? undefined : hashed.md5 }, kind, hashed, gathering);
    return size;
  } catch (error) {
    gathering.unread.push({ path, code: codeOf(error) });
    if (kind === 'digest') gathering.digests.push({ path: slashed, md5: undefined, digest: undefined });
    else gathering.files.push({ path: slashed, md5: undefined });
    return 0;
  }
}

function place(
  file: FoundFile,
  kind: 'trace' | 'digest' | undefined,
  { bytes }: HashedFile,
  gathering: Gathering,
): void {
  if (kind === 'trace') {
    gathering.files.push(file);
    return;
  }
  const text = bytes && findText(bytes);
  const digest = text === undefined ? undefined : readDigest(parse(text));
  if (digest !== undefined || kind === 'digest') gathering.digests.push({ ...file, digest });
  else if (text === undefined || mayHoldTraces(textSource(text))) gathering.files.push(file);
  else gathering.others++;
}

function parse(text: string): JsonValue {
  return (tryParse(text) ?? null) as JsonValue;
}
