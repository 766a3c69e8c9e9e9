import { type Dirent, promises as fs } from 'node:fs';
import path from 'node:path';

/** An input to check, or one that cannot be checked. */
export type Input =
  | { readonly kind: 'stdin'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string; readonly isNamed: boolean }
  | { readonly kind: 'unreadable'; readonly path: string; readonly error: unknown }
  /** The number of gzipped files in a folder that were skipped. */
  | { readonly kind: 'gzipped'; readonly path: string; readonly count: number };

/** The argument that stands for standard input. */
const stdin = '-';
/** The files read from a folder; a file named by the user is read whatever its name. */
export const traceFileName = /\.(?:json|jsonl|ndjson)$/i;
const gzippedFileName = /\.(?:json|jsonl|ndjson)\.gz$/i;
const excludedFolders: ReadonlySet<string> = new Set(['node_modules', '.git']);

interface Candidate {
  readonly path: string;
  /** Named by the user rather than found in a folder. */
  readonly isNamed: boolean;
}

/**
 * The inputs in the order the user named them; folders are searched recursively, sorted by name. Symbolic links are
 * followed. Each file and folder is visited once by its real path, so that cyclic links terminate.
 */
export async function* findInputs(paths: readonly string[]): AsyncGenerator<Input> {
  const visited = new Set<string>();
  const pending: Candidate[] = paths.map((named) => ({ path: named, isNamed: true })).reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const resolved = await resolve(next);
    if (resolved === undefined || (resolved.id !== undefined && visited.has(resolved.id))) continue;
    if (resolved.id !== undefined) visited.add(resolved.id);
    if (resolved.kind !== 'folder') {
      yield resolved;
      continue;
    }
    const folder = await readFolder(next.path);
    if ('error' in folder) {
      yield { kind: 'unreadable', path: next.path, error: folder.error };
      continue;
    }
    if (folder.gzipped > 0) yield { kind: 'gzipped', path: next.path, count: folder.gzipped };
    for (const entry of folder.entries.reverse()) pending.push({ path: entry, isNamed: false });
  }
}

type Resolved = (Input | { readonly kind: 'folder' }) & { readonly id?: string };

/** What is at a path; `undefined` for an entry of a folder that should be skipped. */
async function resolve({ path: at, isNamed }: Candidate): Promise<Resolved | undefined> {
  if (isNamed && at === stdin) return { kind: 'stdin', path: at, id: stdin };
  const mayBeFile = isNamed || traceFileName.test(at);
  try {
    const stats = await fs.stat(at);
    const id = await fs.realpath(at).catch(() => at);
    if (stats.isDirectory()) return { kind: 'folder', id };
    // Reading a pipe found in a folder could block; a named one is intended, as in `check <(zcat …)`
    return mayBeFile && (isNamed || stats.isFile()) ? { kind: 'file', path: at, isNamed, id } : undefined;
  } catch (error) {
    return mayBeFile ? { kind: 'unreadable', path: at, error } : undefined;
  }
}

type Folder = { readonly entries: string[]; readonly gzipped: number } | { readonly error: unknown };

async function readFolder(folder: string): Promise<Folder> {
  try {
    const entries = await fs.readdir(folder, { withFileTypes: true });
    const names = entries.filter(isCandidate).map((entry) => entry.name);
    return {
      entries: names.sort().map((name) => path.join(folder, name)),
      gzipped: entries.filter((entry) => gzippedFileName.test(entry.name)).length,
    };
  } catch (error) {
    return { error };
  }
}

/** Whether an entry of a folder has the name of a trace file, or may be a folder to search. */
function isCandidate(entry: Dirent): boolean {
  if (traceFileName.test(entry.name)) return true;
  return (entry.isDirectory() || entry.isSymbolicLink()) && !excludedFolders.has(entry.name);
}
