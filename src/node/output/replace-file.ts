import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, writeSync } from 'node:fs';

/**
 * Writes a file as a whole: a reader sees the old content or the new one, and if writing fails nothing is left behind. A
 * link stays a link.
 *
 * @throws what the file system does
 */
export function replaceFile(file: string, pieces: Iterable<string | Uint8Array>): void {
  const target = targetOf(file);
  const unfinished = `${target}.${process.pid}.tmp`;
  try {
    const opened = openSync(unfinished, 'wx');
    try {
      for (const piece of pieces) writeAll(opened, Buffer.from(piece));
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** Where a link leads; the file itself if it is none, or not there yet. */
function targetOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
