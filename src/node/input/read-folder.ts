import { type Dirent, readdirSync } from 'node:fs';
import { excludedFolders, mayBeMisread, traceFileName } from '../../core/jobs/file-names';
import { type Location, nameText } from './location';

/** An entry of a folder that is a trace file by its name, or may lead to some. */
export interface FolderEntry {
  readonly name: Location;
  /** What the name looks like to people. */
  readonly shown: string;
  readonly kind: 'file' | 'folder' | 'link';
}

/**
 * The entries of a folder that matter, sorted by name.
 *
 * @throws what the file system does if the folder cannot be listed
 */
export function readFolder(folder: Location): readonly FolderEntry[] {
  return list(folder)
    .flatMap((entry) => {
      const shown = nameText(entry.name);
      const kind = findKind(entry, shown);
      return kind === undefined ? [] : [{ name: nameOf(entry), shown, kind }];
    })
    .sort((one, other) => compare(one.shown, other.shown));
}

/** As strings, which is faster; as bytes too if a name is not UTF-8, because it could not be opened by its string. */
function list(folder: Location): readonly (Dirent | Dirent<Buffer>)[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.some(({ name }) => mayBeMisread(name))
    ? readdirSync(folder, { withFileTypes: true, encoding: 'buffer' })
    : entries;
}

/** A string if it leads to the entry. */
function nameOf({ name }: Dirent | Dirent<Buffer>): Location {
  const text = name.toString();
  return typeof name === 'string' || Buffer.from(text).equals(name) ? text : name;
}

/** `undefined` for what is passed over. Reading a pipe could block, so those are. */
function findKind(entry: Dirent | Dirent<Buffer>, shown: string): FolderEntry['kind'] | undefined {
  if (entry.isFile()) return traceFileName.test(shown) ? 'file' : undefined;
  if (excludedFolders.has(shown)) return undefined;
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : undefined;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
