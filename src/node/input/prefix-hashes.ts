import { createHash } from 'node:crypto';
import { ByteReader } from '../../core/input/byte-reader';
import { gunzip } from '../../core/input/gunzip';
import { isGzip } from '../../core/input/gzip-header';
import { inflateHost } from './inflate';
import type { Location } from './location';
import { openFile } from './open-file';

/**
 * The MD5 of the bytes up to the end of each gzip member after which something follows: one of them is what was delivered,
 * if something was appended to it. None if the file is not gzipped or cannot be read.
 */
export async function prefixHashesOf(location: Location): Promise<readonly string[]> {
  try {
    return await hashPrefixes(location, await findMemberEnds(location));
  } catch {
    return [];
  }
}

/** Offsets in bytes, in order. */
async function findMemberEnds(location: Location): Promise<readonly number[]> {
  const ends: number[] = [];
  const reader = new ByteReader(piecesOf(location));
  try {
    const start = await reader.take(2);
    reader.unread(start);
    if (!isGzip(start)) return [];
    const unpacked = gunzip(reader, inflateHost, (end) => ends.push(end));
    for (let step = await unpacked.next(); !step.done; step = await unpacked.next());
    return ends;
  } finally {
    await reader.close();
  }
}

async function hashPrefixes(location: Location, ends: readonly number[]): Promise<readonly string[]> {
  const hashes: string[] = [];
  const md5 = createHash('md5');
  let at = 0;
  for await (let piece of piecesOf(location)) {
    for (
      let end = ends[hashes.length];
      end !== undefined && end < at + piece.length;
      end = ends[hashes.length]
    ) {
      md5.update(piece.subarray(0, end - at));
      piece = piece.subarray(end - at);
      at = end;
      hashes.push(md5.copy().digest('hex'));
    }
    md5.update(piece);
    at += piece.length;
  }
  return hashes;
}

async function* piecesOf(location: Location): AsyncGenerator<Uint8Array> {
  const file = openFile(location);
  if (file.kind === 'all') yield file.bytes;
  else yield* file.pieces;
}
