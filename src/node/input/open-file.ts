import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import type { Location } from './location';

/** How much of a file is read at a time, in bytes. A smaller file is read in one go. */
export const pieceLength = 1024 * 1024;

/** The bytes of a file: all of a small one, or pieces. */
export type FileBytes =
  | { readonly kind: 'all'; readonly bytes: Uint8Array }
  | { readonly kind: 'pieces'; readonly pieces: AsyncIterable<Uint8Array> };

/**
 * Opens a file. Reading is synchronous except for pipes and devices: for many small files, waiting for each call costs
 * far more than the calls.
 *
 * @throws what the file system does; so do the pieces
 */
export function openFile(location: Location): FileBytes {
  const file = openSync(location, 'r');
  let isOpen = true;
  try {
    const stats = fstatSync(file);
    if (stats.isFile() && stats.size < pieceLength) return { kind: 'all', bytes: readAll(file, stats.size) };
    isOpen = false;
    return { kind: 'pieces', pieces: stats.isFile() ? readPieces(file) : readDevice(file) };
  } finally {
    if (isOpen) closeSync(file);
  }
}

/** All bytes of a file, of one that has grown or shrunk meanwhile too. */
function readAll(file: number, size: number): Uint8Array {
  let bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(file, bytes, length, bytes.length - length, null);
    if (count === 0) return bytes.subarray(0, length);
    length += count;
    if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(pieceLength)]);
  }
}

async function* readPieces(file: number): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      const piece = Buffer.allocUnsafeSlow(pieceLength);
      const count = readSync(file, piece, 0, pieceLength, null);
      if (count === 0) return;
      yield piece.subarray(0, count);
    }
  } finally {
    closeSync(file);
  }
}

async function* readDevice(file: number): AsyncGenerator<Uint8Array> {
  yield* createReadStream('', { fd: file, highWaterMark: pieceLength });
}
