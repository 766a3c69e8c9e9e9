import type { ChainLink, DigestChain, DigestNode } from './digest-chain';
import type { DigestSeries } from './digest-reach';
import type { FileVerdict } from './file-verdict';
import { type FoundDigest, verdictOf } from './found-file';
import { checkSignature, type SignatureCheck } from './signatures';
import { fails, holds, unchecked, type Verdict } from './verdict';

interface Surroundings {
  readonly chain: DigestChain;
  /** Those whose hashes say nothing. */
  readonly encrypted: ReadonlySet<ChainLink>;
  readonly series: readonly DigestSeries[];
  /** `undefined` if no key was given. */
  readonly signatures: SignatureCheck | undefined;
}

/** The verdict on each digest in the order in which they were found, then those that are referred to and not here. */
export function digestVerdicts(
  digests: readonly FoundDigest[],
  { chain, encrypted, series, signatures }: Surroundings,
): readonly FileVerdict[] {
  const restarted = new Set(series.flatMap((one) => one.restarted));
  const aside = new Set(series.flatMap(findAside));
  const verdicts = new Map<FoundDigest, FileVerdict>();
  for (const link of chain.links) {
    const inChain = aside.has(link)
      ? fails('not-in-chain')
      : restarted.has(link)
        ? unchecked('chain-restarted')
        : holds;
    const verdict = verdictOnLink(link, { inChain, isEncrypted: encrypted.has(link), signatures });
    verdicts.set(link.file, toFileVerdict(link, link.digest.object, verdict));
  }
  for (const node of chain.broken)
    verdicts.set(node.file, toFileVerdict(node, undefined, hashVerdict(node, false) ?? unchecked('damaged')));
  const here = digests.flatMap((file) => verdicts.get(file) ?? []);
  return [...here, ...missingDigests(chain, new Set(series.map(({ first }) => first)))];
}

function toFileVerdict(
  { file, next }: DigestNode,
  object: string | undefined,
  verdict: Verdict,
): FileVerdict {
  return { path: file.path, object, listedBy: next[0]?.file.path, verdict };
}

interface LinkFacts extends Pick<Surroundings, 'signatures'> {
  /** How it is placed among the others. */
  readonly inChain: Verdict;
  readonly isEncrypted: boolean;
}

/** A signature that is right proves the digest, whatever the hashes say. */
function verdictOnLink(link: ChainLink, { inChain, isEncrypted, signatures }: LinkFacts): Verdict {
  const signature = signatures && checkSignature(link, signatures);
  const byHash = signature === 'valid' ? undefined : hashVerdict(link, isEncrypted);
  if (byHash?.kind === 'does-not-hold') return byHash;
  if (signature === 'wrong') return fails('signature-wrong');
  if (inChain.kind === 'does-not-hold') return inChain;
  if (byHash !== undefined) return byHash;
  if (link.digest.brokenEntries > 0) return unchecked('damaged');
  if (signature === 'unknown') return unchecked('signature-unchecked');
  return inChain;
}

/** What later digests recorded of it, the worst first; `undefined` if nothing is wrong with that. */
function hashVerdict({ recorded }: DigestNode, isEncrypted: boolean): Verdict | undefined {
  const verdicts = recorded.map((comparison) => verdictOf(comparison, isEncrypted));
  return (
    verdicts.find(({ kind }) => kind === 'does-not-hold') ??
    verdicts.find(({ kind }) => kind === 'cannot-be-checked')
  );
}

/** Digests that no later one refers to, while another one of the same time is referred to. */
function findAside({ links }: DigestSeries): readonly ChainLink[] {
  const referredTo = links.filter(({ link }) => link.next.length > 0);
  return links.flatMap(({ link, from, to }) => {
    const isAside = link.next.length === 0 && referredTo.some((other) => other.from < to && other.to > from);
    return isAside ? [link] : [];
  });
}

/** The one before the first that is here is not missing: nothing says that the copy should begin earlier. */
function missingDigests({ links }: DigestChain, first: ReadonlySet<ChainLink>): readonly FileVerdict[] {
  return links.flatMap((link) => {
    const object = link.digest.previous?.object;
    if (object === undefined || link.previous.length > 0 || first.has(link)) return [];
    const verdict = link.isPreviousUnread ? unchecked('unreadable') : fails('missing');
    return [{ path: undefined, object, listedBy: link.file.path, verdict }];
  });
}
