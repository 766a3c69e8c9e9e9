import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';

/**
 * Writes a file as a whole: a reader sees the old content or the new one, and if writing fails nothing is left behind. A
 * link stays a link, permissions stay as they are, and a pipe or device is written to.
 *
 * @throws what the file system does
 */
export function replaceFile(file: string, pieces: Iterable<string | Uint8Array>): void {
  const target = targetOf(file);
  const before = statSync(target, { throwIfNoEntry: false });
  if (before === undefined || before.isFile()) replace(target, before, pieces);
  else writePieces(openSync(target, 'w'), pieces);
}

function replace(target: string, before: Stats | undefined, pieces: Iterable<string | Uint8Array>): void {
  const unfinished = `${target}.${process.pid}.tmp`;
  try {
    const permissions = before && before.mode & 0o777;
    writePieces(openSync(unfinished, 'wx', permissions), pieces, (opened) => {
      // Those that a file is opened with are limited by the mask of the process
      if (permissions !== undefined) fchmodSync(opened, permissions);
      fsyncSync(opened);
    });
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** @param finish is called before the file is closed */
function writePieces(
  opened: number,
  pieces: Iterable<string | Uint8Array>,
  finish: (opened: number) => void = () => {},
): void {
  try {
    for (const piece of pieces) writeAll(opened, Buffer.from(piece));
    finish(opened);
  } finally {
    closeSync(opened);
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
