import type { ByteReader } from './byte-reader';
import { headerLengthOf, isGzip, readTrailer, trailerLength } from './gzip-header';

/**
 * How gzipped data ended.
 *
 * - `whole`: with all members complete; zero bytes behind them are padding
 * - `cut`: inside of a member
 * - `damaged`: with data that cannot be inflated; nothing behind it can be read
 * - `wrong-checksum`: complete, but a member is not what was compressed
 * - `bytes-after-end`: with bytes behind the last member that are no gzipped data
 */
export type GzipOutcome = 'whole' | 'cut' | 'damaged' | 'wrong-checksum' | 'bytes-after-end';

/** How a deflate stream ended. */
export type InflateOutcome = 'end' | 'cut' | 'damaged';

/** What the host provides: the platform's own, or a library. */
export interface InflateHost {
  /**
   * Inflates raw deflate data from where the reader is to the end of the stream, and puts back what is behind it. Pieces
   * of the data before damage are given out.
   */
  inflate(reader: ByteReader): AsyncGenerator<Uint8Array, InflateOutcome>;
  /** @param before the checksum of the data before these, 0 at first */
  crc32(bytes: Uint8Array, before: number): number;
}

/**
 * Unpacks gzipped data member by member. A checksum is verified when its member has been read.
 *
 * @param reader at the beginning of a member
 * @param onMemberEnd is called with the offset behind each complete member, in bytes, and whether its checksum is right
 */
export async function* gunzip(
  reader: ByteReader,
  host: InflateHost,
  onMemberEnd: (offset: number, isIntact: boolean) => void = () => {},
): AsyncGenerator<Uint8Array, GzipOutcome> {
  let outcome: GzipOutcome = 'whole';
  let isFirst = true;
  for (;;) {
    const header = await readHeader(reader);
    if (header !== 'member')
      return isFirst && header === 'bytes-after-end' ? 'damaged' : worse(header, outcome);
    isFirst = false;
    const member = yield* unpackMember(reader, host);
    if (member === 'cut' || member === 'damaged') return member;
    onMemberEnd(reader.offset, member === 'end');
    if (member === 'wrong-checksum') outcome = member;
  }
}

/** @returns what is there instead if it is no member */
async function readHeader(reader: ByteReader): Promise<'member' | 'whole' | 'cut' | 'bytes-after-end'> {
  const start = await reader.take(2);
  if (start.length === 0) return 'whole';
  reader.unread(start);
  if (!isGzip(start)) return (await isPadding(reader)) ? 'whole' : 'bytes-after-end';
  for (let length = 512; ; length *= 2) {
    const bytes = await reader.take(length);
    const header = headerLengthOf(bytes);
    if (header === 'needs-more' && bytes.length === length && length < maxHeaderLength) {
      reader.unread(bytes);
      continue;
    }
    reader.unread(typeof header === 'number' ? bytes.subarray(header) : bytes);
    if (typeof header === 'number') return 'member';
    return header === 'needs-more' ? 'cut' : 'bytes-after-end';
  }
}

/** Longer ones have no honest use. */
const maxHeaderLength = 1024 * 1024;

async function isPadding(reader: ByteReader): Promise<boolean> {
  for (let piece = await reader.read(); piece !== undefined; piece = await reader.read())
    if (piece.some((byte) => byte !== 0)) return false;
  return true;
}

async function* unpackMember(
  reader: ByteReader,
  host: InflateHost,
): AsyncGenerator<Uint8Array, InflateOutcome | 'wrong-checksum'> {
  const inflated = host.inflate(reader);
  let checksum = 0;
  let length = 0;
  try {
    for (;;) {
      const step = await inflated.next();
      if (step.done) {
        if (step.value !== 'end') return step.value;
        break;
      }
      checksum = host.crc32(step.value, checksum);
      length = (length + step.value.length) % 2 ** 32;
      yield step.value;
    }
  } finally {
    await inflated.return('end');
  }
  const bytes = await reader.take(trailerLength);
  if (bytes.length < trailerLength) return 'cut';
  const trailer = readTrailer(bytes, 0);
  return trailer.checksum === checksum && trailer.length === length ? 'end' : 'wrong-checksum';
}

/** A wrong checksum is worse than what is behind the last member. */
function worse(last: 'whole' | 'cut' | 'bytes-after-end', before: GzipOutcome): GzipOutcome {
  return before === 'wrong-checksum' && last !== 'cut' ? before : last;
}
