import { groupBy } from './group-by';
import { objectParts } from './object-name';

/** Something that has a path with slashes. */
export interface WithPath {
  readonly path: string;
}

/** Finds files by the path that they have in a bucket, whatever folder the bucket was copied to. */
export class ObjectIndex<File extends WithPath> {
  private readonly byName: ReadonlyMap<string, readonly File[]>;

  constructor(files: Iterable<File>) {
    this.byName = groupBy(files, ({ path }) => nameKey(objectParts(path)));
  }

  /**
   * The files that an object may be: those whose path has the longest end in common with it, and of these the ones nearest
   * to the file that names the object. None if not even the name is the same; a copy that was unpacked counts.
   *
   * @param near the path of the file that names the object
   */
  find(object: string, near: string): readonly File[] {
    const parts = objectParts(object);
    const named = this.byName.get(nameKey(parts)) ?? [];
    if (named.length < 2) return named;
    const longest = largestBy(named, ({ path }) => commonEnd(objectParts(path), parts));
    return nearest(longest, near);
  }
}

/** Those that have the most folders at the beginning of their paths in common with a path. */
export function nearest<File extends WithPath>(files: readonly File[], path: string): readonly File[] {
  const parts = objectParts(path);
  return files.length < 2 ? files : largestBy(files, (file) => commonStart(objectParts(file.path), parts));
}

/** How many folders and names at their ends two paths have in common; zeros before a month or day make no difference. */
export function commonEnd(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < one.length && sameFolder(one.at(-1 - count), other.at(-1 - count))) count++;
  return count;
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const end = one.findIndex((part, index) => part !== other[index]);
  return end < 0 ? one.length : end;
}

function sameFolder(one: string | undefined, other: string | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && plain(one) === plain(other));
}

function plain(part: string): string {
  return /^\d{1,2}$/.test(part) ? String(Number(part)) : withoutGz(part);
}

function nameKey(parts: readonly string[]): string {
  return withoutGz(parts.at(-1) ?? '');
}

function withoutGz(name: string): string {
  return name.replace(/\.gz$/i, '');
}

/** Whether a path or object is that of a gzipped file. */
export function isPacked(path: string): boolean {
  return /\.gz$/i.test(path);
}

/** The values for which the measure is largest, in their order. */
function largestBy<Value>(values: readonly Value[], measure: (value: Value) => number): readonly Value[] {
  const measured = values.map((value) => ({ value, size: measure(value) }));
  const largest = measured.reduce((most, { size }) => Math.max(most, size), 0);
  return measured.filter(({ size }) => size === largest).map(({ value }) => value);
}
