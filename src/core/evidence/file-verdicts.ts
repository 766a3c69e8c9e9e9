import type { ChainLink } from './digest-chain';
import { type DigestSeries, isFor } from './digest-reach';
import type { FileVerdict } from './file-verdict';
import { type FoundFile, verdictOf } from './found-file';
import { findObjectName } from './object-name';
import { fails, together, type UncoveredReason, unchecked, type Verdict } from './verdict';

/** What a digest says of a file that it lists. */
interface Claim extends FileVerdict {
  readonly object: string;
}

interface Surroundings {
  readonly links: readonly ChainLink[];
  readonly series: readonly DigestSeries[];
  readonly encrypted: ReadonlySet<ChainLink>;
  /** The digests that do not hold: what they list says nothing. */
  readonly altered: ReadonlySet<string>;
}

/** The verdict on each trace file in the order in which they were found, then those that are listed and not here. */
export function fileVerdicts(
  files: readonly FoundFile[],
  { links, series, encrypted, altered }: Surroundings,
): readonly FileVerdict[] {
  const claims = new Map<string, Claim>();
  const missing: Claim[] = [];
  for (const link of links) {
    for (const claim of claimsOf(link, altered.has(link.file.path), encrypted.has(link))) {
      if (claim.path === undefined) missing.push(claim);
      else claims.set(claim.path, bothClaims(claims.get(claim.path), claim));
    }
  }
  const here = files.map(({ path }): FileVerdict => {
    const claim = claims.get(path);
    if (claim !== undefined) return claim;
    const verdict: Verdict = { kind: 'not-covered', reason: whyUncovered(path, series) };
    return { path, object: undefined, listedBy: undefined, verdict };
  });
  return [...here, ...missing];
}

function claimsOf(
  { file: digest, listed }: ChainLink,
  isAltered: boolean,
  isEncrypted: boolean,
): readonly Claim[] {
  const listedBy = digest.path;
  return listed.flatMap(({ object, files, isUnread }): readonly Claim[] => {
    if (files.length === 0) {
      const missing = isUnread ? unchecked('unreadable') : fails('missing');
      const verdict = isAltered ? unchecked('digest-altered') : missing;
      return [{ path: undefined, object, listedBy, verdict }];
    }
    return files.map(({ file, comparison }) => {
      const verdict = isAltered ? unchecked('digest-altered') : verdictOf(comparison, isEncrypted);
      return { path: file.path, object, listedBy, verdict };
    });
  });
}

function bothClaims(before: Claim | undefined, claim: Claim): Claim {
  if (before === undefined) return claim;
  return together(before.verdict, claim.verdict) === before.verdict ? before : claim;
}

function whyUncovered(path: string, all: readonly DigestSeries[]): UncoveredReason {
  const name = findObjectName(path);
  const series = name === undefined ? [] : all.filter(({ reach }) => isFor(reach.series, name));
  if (name === undefined || series.length === 0) return 'no-digests';
  const { time } = name;
  if (series.every(({ reach }) => time <= reach.from)) return 'before';
  if (series.every(({ reach }) => time > reach.to)) return 'after';
  const isInHole = series.some(({ holes }) => holes.some(({ from, to }) => time > from && time <= to));
  return isInHole ? 'hole' : 'unlisted';
}
