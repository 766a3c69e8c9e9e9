import { realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import type { PassReason } from '../../core/evidence/input-outcome';
import { traceFileName } from '../../core/jobs/file-names';
import { expandGlob } from './expand-glob';
import { type Location, locationIn, locationKey } from './location';
import { type FolderEntry, readFolder } from './read-folder';

/** An input to check, or one that cannot be checked. `path` is for people. */
export type Input =
  | { readonly kind: 'stdin'; readonly path: string }
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly location: Location;
      /** Named by the user rather than found in a folder. */
      readonly isNamed: boolean;
    }
  | { readonly kind: 'unreadable'; readonly path: string; readonly error: unknown }
  /** A file with which a thread died. */
  | { readonly kind: 'abandoned'; readonly path: string; readonly reason: string }
  /** A file or folder that is not read on purpose. */
  | { readonly kind: 'passed-over'; readonly path: string; readonly reason: PassReason };

/** Why a path need not be read; `undefined` if it has to. */
export type FindPassReason = (path: string) => PassReason | undefined;

/** The argument that stands for standard input. */
const stdin = '-';

interface Candidate {
  readonly path: string;
  readonly location: Location;
  readonly kind: FolderEntry['kind'] | 'named';
  /** Identifies the file or folder under all its names; `undefined` if it has to be found out. */
  readonly key: string | undefined;
}

export interface FindOptions {
  readonly findPassReason?: FindPassReason;
  /** The files and folders that were found by earlier calls, by their keys, and are not found again; it is added to. */
  readonly visited?: Set<string>;
  /** Folders that are found by calls of their own: what is in them is left out, unless they are named. */
  readonly apart?: readonly string[];
}

/**
 * The inputs in the order the user named them, wildcards expanded; folders are searched recursively, sorted by name, without what is
 * excluded. Symbolic links are followed. Each file and folder is visited once by its real path, so that cyclic links terminate. What cannot be
 * opened is an input, too, so that evidence which was not read never passes as clean.
 *
 * Reads folders synchronously: waiting for each call costs far more than the calls.
 */
export function* findInputs(
  paths: readonly string[],
  { findPassReason = () => undefined, visited = new Set(), apart = [] }: FindOptions = {},
): Generator<Input> {
  const keysApart = new Set(apart.map(keyOf));
  const pending = paths.flatMap(expandGlob).map(toNamed).reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const reason = next.kind === 'named' ? undefined : findPassReason(next.path);
    if (reason !== undefined) {
      yield { kind: 'passed-over', path: next.path, reason };
      continue;
    }
    const found = resolve(next);
    if (found === undefined || (found.key !== undefined && visited.has(found.key))) continue;
    if (next.kind !== 'named' && found.key !== undefined && keysApart.has(found.key)) continue;
    if (found.key !== undefined) visited.add(found.key);
    if (found.kind !== 'folder') {
      yield found;
      continue;
    }
    const folder = tryReadFolder(next.location);
    if ('error' in folder) {
      yield { kind: 'unreadable', path: next.path, error: folder.error };
      continue;
    }
    const parent = { ...next, key: found.key };
    for (const entry of folder.entries.toReversed()) pending.push(candidateIn(parent, entry));
  }
}

function toNamed(named: string): Candidate {
  return { path: named, location: named, kind: 'named', key: named === stdin ? stdin : undefined };
}

function candidateIn(folder: Candidate, { name, shown, kind }: FolderEntry): Candidate {
  const isKeyKnown = kind !== 'link' && folder.key !== undefined;
  const shownPath = path.join(folder.path, shown);
  const location = locationIn(folder.location, name);
  return {
    path: shownPath,
    // The same string where it is equal: inputs are kept, and there may be hundreds of thousands
    location: location === shownPath ? shownPath : location,
    kind,
    key: isKeyKnown ? locationKey(locationIn(Buffer.from(folder.key ?? '', 'latin1'), name)) : undefined,
  };
}

type Found = (Input | { readonly kind: 'folder' }) & { readonly key?: string | undefined };

/** What is at a path; `undefined` for an entry of a folder that should be skipped. */
function resolve(candidate: Candidate): Found | undefined {
  const { path: at, location, kind, key } = candidate;
  if (key === stdin) return { kind: 'stdin', path: at, key };
  if (kind === 'folder') return { kind, key };
  const isNamed = kind === 'named';
  const file = { kind: 'file', path: at, location, isNamed } as const;
  if (kind === 'file') return { ...file, key };
  try {
    const stats = statSync(location);
    const target = { key: keyOf(location) };
    if (stats.isDirectory()) return { kind: 'folder', ...target };
    return isNamed || isTraceFile(at, stats) ? { ...file, ...target } : undefined;
  } catch (error) {
    return isNamed || !isDangling(at, error) ? { kind: 'unreadable', path: at, error } : undefined;
  }
}

/** A named pipe is read where the user names one, as in `check <(zcat …)`, not where one is found. */
function isTraceFile(at: string, stats: Stats): boolean {
  return traceFileName.test(at) && stats.isFile();
}

/** Whether a link leads nowhere and, by its name, never led to a trace file. */
function isDangling(at: string, error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return !traceFileName.test(at) && (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP');
}

function keyOf(location: Location): string {
  try {
    return locationKey(realpathSync.native(location, 'buffer'));
  } catch {
    return locationKey(location);
  }
}

function tryReadFolder(
  folder: Location,
): { readonly entries: readonly FolderEntry[] } | { readonly error: unknown } {
  try {
    return { entries: readFolder(folder) };
  } catch (error) {
    return { error };
  }
}
