import type { Digest } from './digest';
import { type Comparison, compare, type FoundDigest, type FoundFile } from './found-file';
import { groupBy } from './group-by';
import { commonEnd, nearest, ObjectIndex } from './object-index';
import { findObjectName, objectParts } from './object-name';
import { seriesKey, seriesOf } from './series';

/** A digest with what others say of it. */
export interface DigestNode {
  readonly file: FoundDigest;
  /** The digests that refer to it as the one before them. */
  readonly next: readonly IntactDigest[];
  /** How what each of these recorded of it compares. */
  readonly recorded: readonly Comparison[];
}

interface IntactDigest {
  readonly file: FoundDigest;
  readonly digest: Digest;
}

/** A digest that can be read, among those around it. */
export interface ChainLink extends DigestNode, IntactDigest {
  /** Identifies the digests of the same folder of the same copy of a bucket. */
  readonly series: string;
  /** What may be the one before it; none if it is not here, or if there was none. */
  readonly previous: readonly FoundDigest[];
  readonly listed: readonly ListedHere[];
  /** Whether the folder that the one before it would be in could not be read. */
  readonly isPreviousUnread: boolean;
}

/** A trace file that a digest lists, with those that it may be here. */
export interface ListedHere {
  readonly object: string;
  /** Whether it is not here but would be in a folder that could not be read. */
  readonly isUnread: boolean;
  readonly files: readonly { readonly file: FoundFile; readonly comparison: Comparison }[];
}

export interface DigestChain {
  readonly links: readonly ChainLink[];
  /** The digests that cannot be read. */
  readonly broken: readonly DigestNode[];
}

/**
 * Links each digest to those before and after it and to the files that it lists.
 *
 * @param unread files and folders that could not be read
 */
export function linkDigests(
  digests: readonly FoundDigest[],
  files: readonly FoundFile[],
  unread: readonly string[],
): DigestChain {
  const previousOf = previousFinder(digests);
  const linked = digests.filter(isIntact).map((file): LinkedDigest => {
    const { digest } = file;
    return { file, digest, previous: previousOf({ file, digest }) };
  });
  const toNode = nodeMaker(digests, linked);
  const listedBy = listedFinder(files);
  const unreadParts = unread.map(objectParts);
  return {
    links: linked.map((one) => {
      const { file, digest } = one;
      const root = rootOf(file.path, digest.object);
      const isUnread = (object: string) => isIn(unreadParts, [...root, ...objectParts(object)]);
      return {
        ...toNode(file),
        ...one,
        series: seriesIn(root, digest.object),
        isPreviousUnread: isUnread(digest.previous?.object ?? ''),
        listed: listedBy(one, isUnread),
      };
    }),
    broken: digests.filter((file) => !isIntact(file)).map(toNode),
  };
}

type LinkedDigest = IntactDigest & Pick<ChainLink, 'previous'>;

/** Turns the links to the digests before into links to those after. */
function nodeMaker(digests: readonly FoundDigest[], linked: readonly LinkedDigest[]) {
  const nextOf = new Map<FoundDigest, IntactDigest[]>(digests.map((file) => [file, []]));
  for (const { file, digest, previous } of linked)
    for (const before of previous) nextOf.get(before)?.push({ file, digest });
  return (file: FoundDigest): DigestNode => {
    const next = nextOf.get(file) ?? [];
    const recorded = next.flatMap(({ digest }) => (digest.previous ? [compare(digest.previous, file)] : []));
    return { file, next, recorded };
  };
}

function listedFinder(files: readonly FoundFile[]) {
  const index = new ObjectIndex(files);
  return ({ file, digest }: IntactDigest, isUnread: (object: string) => boolean): readonly ListedHere[] =>
    digest.files.map((listed) => {
      const { object } = listed;
      const found = index.find(object, file.path);
      return {
        object,
        isUnread: found.length === 0 && isUnread(object),
        files: found.map((one) => ({ file: one, comparison: compare(listed, one) })),
      };
    });
}

/**
 * Digests of different services have the same names, so one is found by the object that it says it is, whatever it is
 * called here; a broken one, which cannot say, by its path.
 */
function previousFinder(digests: readonly FoundDigest[]) {
  const intact = digests.filter(isIntact);
  const byObject = groupBy(intact, ({ digest }) => objectKey(digest.object));
  const broken = new ObjectIndex(digests.filter((file) => !isIntact(file)));
  return ({ file, digest }: IntactDigest): readonly FoundDigest[] => {
    if (digest.previous === undefined) return [];
    const { object } = digest.previous;
    const found = byObject.get(objectKey(object))?.filter((other) => other !== file) ?? [];
    return found.length > 0 ? nearest(found, file.path) : broken.find(object, file.path);
  };
}

function isIntact(file: FoundDigest): file is FoundDigest & { readonly digest: Digest } {
  return file.digest !== undefined;
}

function objectKey(object: string): string {
  return objectParts(object).join('/');
}

/** The folder that the bucket of an object was copied to. */
function rootOf(path: string, object: string): readonly string[] {
  const parts = objectParts(path);
  return parts.slice(0, parts.length - commonEnd(parts, objectParts(object)));
}

function seriesIn(root: readonly string[], object: string): string {
  const name = findObjectName(object);
  return [...root, name === undefined ? '' : seriesKey(seriesOf(name))].join('/');
}

/** Whether a path is one of some files and folders or in one of them. */
function isIn(folders: readonly (readonly string[])[], path: readonly string[]): boolean {
  return folders.some((folder) => folder.every((part, index) => part === path[index]));
}
