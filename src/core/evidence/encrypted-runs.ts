import type { ChainLink } from './digest-chain';
import type { Comparison } from './found-file';
import { groupBy } from './group-by';
import { findObjectName } from './object-name';

/** How many files have to differ, and none fit, before all of a tracker is taken for encrypted. */
const minDifferentFiles = 2;
/** How many digests in a row have to have differences, and nothing that fits, before they are. */
const minDigestsInRun = 3;

/**
 * The digests whose hashes say nothing. In an encrypted bucket an ETag is no MD5, so no hash fits: neither of the files
 * nor of the digests themselves. That is so
 *
 * - if of the files of a tracker in a region not one has the hash that was recorded, and at least two differ;
 * - or if encryption was turned on or off meanwhile: for at least three digests of a service in a row, of which nothing fits.
 */
export function findEncrypted(links: readonly ChainLink[]): ReadonlySet<ChainLink> {
  const encrypted = new Set<ChainLink>();
  for (const tracker of groupBy(links, trackerKey).values()) {
    const { equal, different } = count(tracker.flatMap(comparisonsOfFiles));
    if (equal === 0 && different >= minDifferentFiles) addAll(encrypted, tracker);
    else
      for (const series of groupBy(tracker, ({ series }) => series).values())
        for (const run of runsWithoutEqual(series)) addAll(encrypted, run);
  }
  return encrypted;
}

/** The digests of one tracker in one region of one copy of a bucket have this in common. */
function trackerKey({ series, digest }: ChainLink): string {
  const service = findObjectName(digest.object)?.service ?? '';
  return series.slice(0, series.length - service.length);
}

/** Digests in a row of which nothing fits, neither a file nor what was recorded of the digest itself. */
function runsWithoutEqual(series: readonly ChainLink[]): readonly (readonly ChainLink[])[] {
  const inOrder = series.toSorted((one, other) => (one.digest.to ?? 0) - (other.digest.to ?? 0));
  const runs: ChainLink[][] = [[]];
  for (const link of inOrder) {
    if (count(comparisonsOf(link)).equal > 0) runs.push([]);
    else runs.at(-1)?.push(link);
  }
  return runs.filter((run) => {
    const isOwnHashDifferent = run.some(({ recorded }) => recorded.includes('differs'));
    const withDifferences = run.filter((link) => count(comparisonsOf(link)).different > 0);
    return isOwnHashDifferent && withDifferences.length >= minDigestsInRun;
  });
}

function comparisonsOf(link: ChainLink): readonly Comparison[] {
  return [...comparisonsOfFiles(link), ...link.recorded];
}

function comparisonsOfFiles({ listed }: ChainLink): readonly Comparison[] {
  return listed.flatMap(({ files }) => files.map(({ comparison }) => comparison));
}

/** A file with something appended has the hash of what was delivered, so it is an MD5. */
function count(comparisons: readonly Comparison[]): { readonly equal: number; readonly different: number } {
  const equal = comparisons.filter((one) => one === 'equal' || one === 'appended').length;
  return { equal, different: comparisons.filter((one) => one === 'differs').length };
}

function addAll<Value>(set: Set<Value>, values: Iterable<Value>): void {
  for (const value of values) set.add(value);
}
