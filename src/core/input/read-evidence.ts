import type { StreamedItem } from '../file/record-stream';
import { ByteReader } from './byte-reader';
import type { EvidenceReader } from './evidence-reader';
import { type GzipOutcome, gunzip, type InflateHost } from './gunzip';
import { isGzip } from './gzip-header';

/** As many bytes as tell what a file is. */
const signatureLength = 4;

/** What reads a file, and what unpacks it. */
export interface Reading {
  readonly reader: EvidenceReader;
  readonly host: InflateHost;
}

type Steps = AsyncGenerator<Iterable<StreamedItem>, GzipOutcome | undefined>;

/**
 * Reads a file, gzipped or not, piece by piece: gives out the items that are complete after each. They have to be iterated
 * before the next step. The pieces are closed at the end, and if nobody wants the rest.
 *
 * @returns how the gzipped data ended, as far as it was read; `undefined` if it was not gzipped
 */
export async function* readEvidence(bytes: ByteReader, { reader, host }: Reading): Steps {
  try {
    if (isGzip(await peek(bytes))) return yield* readPacked(bytes, { reader, host });
    yield* readPieces(bytes, reader);
    return undefined;
  } finally {
    await bytes.close();
  }
}

async function* readPacked(bytes: ByteReader, { reader, host }: Reading): Steps {
  const unpacking = new Unpacking(gunzip(bytes, host));
  const unpacked = new ByteReader(unpacking);
  try {
    await peek(unpacked);
    yield* readPieces(unpacked, reader);
    return unpacking.outcome;
  } finally {
    await unpacked.close();
  }
}

async function* readPieces(
  pieces: ByteReader,
  reader: EvidenceReader,
): AsyncGenerator<Iterable<StreamedItem>> {
  for (let piece = await pieces.read(); piece !== undefined; piece = await pieces.read()) {
    yield reader.add(piece);
    if (reader.stopped !== undefined) return;
  }
  yield reader.end();
}

/** Has the next piece begin with enough bytes to tell what it is. */
async function peek(bytes: ByteReader): Promise<Uint8Array> {
  const start = await bytes.take(signatureLength);
  bytes.unread(start);
  return start;
}

/** Keeps what the generator returns. */
class Unpacking implements AsyncIterable<Uint8Array> {
  outcome: GzipOutcome | undefined;

  constructor(private readonly steps: AsyncGenerator<Uint8Array, GzipOutcome>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        const step = await this.steps.next();
        if (step.done) {
          this.outcome = step.value;
          return;
        }
        yield step.value;
      }
    } finally {
      await this.steps.return('whole');
    }
  }
}
