import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Location } from './location';

export interface HashedFile {
  /** Hexadecimal in lower case. */
  readonly md5: string;
  /** `undefined` unless asked for. */
  readonly sha256: string | undefined;
  /** In bytes. */
  readonly size: number;
  /** Whether the file changed while it was read, so that the hashes are of no state that it was ever in. */
  readonly isChanged: boolean;
  /** `undefined` if the file is longer than asked for. */
  readonly bytes: Uint8Array | undefined;
}

export interface HashOptions {
  readonly hasSha256: boolean;
  /** The longest file whose bytes are kept. */
  readonly keepUpTo: number;
}

const pieceLength = 1024 * 1024;
/** Read into again and again, so that memory does not follow the size of files. */
const piece = Buffer.allocUnsafeSlow(pieceLength);

/**
 * Reads a regular file once, synchronously, which is faster than waiting for each of many small files.
 *
 * @throws what the file system does; `EINVAL` for a pipe or device
 */
export function hashFile(location: Location, { hasSha256, keepUpTo }: HashOptions): HashedFile {
  const file = openSync(location, 'r');
  try {
    const before = fstatSync(file);
    if (!before.isFile()) throw Object.assign(new Error('not a regular file'), { code: notRegular(before) });
    const md5 = createHash('md5');
    const sha256 = hasSha256 ? createHash('sha256') : undefined;
    const kept: Uint8Array[] | undefined = before.size <= keepUpTo ? [] : undefined;
    let size = 0;
    for (let count = readSync(file, piece); count > 0; count = readSync(file, piece)) {
      const read = piece.subarray(0, count);
      md5.update(read);
      sha256?.update(read);
      if (size + count <= keepUpTo) kept?.push(Uint8Array.from(read));
      size += count;
    }
    const after = fstatSync(file);
    return {
      ...{ md5: md5.digest('hex'), sha256: sha256?.digest('hex'), size },
      isChanged: size !== after.size || after.mtimeMs !== before.mtimeMs,
      bytes: size <= keepUpTo && kept !== undefined ? Buffer.concat(kept) : undefined,
    };
  } finally {
    closeSync(file);
  }
}

function notRegular(stats: { isDirectory(): boolean }): string {
  return stats.isDirectory() ? 'EISDIR' : 'EINVAL';
}
