import { linkDigests } from './digest-chain';
import { findDigestSeries, type Hole, type Reach } from './digest-reach';
import { digestVerdicts } from './digest-verdicts';
import { findEncrypted } from './encrypted-runs';
import type { FileVerdict } from './file-verdict';
import { fileVerdicts } from './file-verdicts';
import type { FoundDigest, FoundFile } from './found-file';
import type { SignatureCheck } from './signatures';

/** What was found: each file once, digests apart. */
export interface FoundEvidence {
  readonly files: readonly FoundFile[];
  readonly digests: readonly FoundDigest[];
  /** Files and folders that could not be read: what is missing may be in them. */
  readonly unread: readonly string[];
}

export interface Verification {
  /** Trace files in the order in which they were found, then those that are listed and not here. */
  readonly files: readonly FileVerdict[];
  /** Digests, likewise. */
  readonly digests: readonly FileVerdict[];
  readonly reaches: readonly Reach[];
  /** By time. */
  readonly holes: readonly Hole[];
}

/**
 * Verifies trace files against digests, and digests against each other and against their signatures. No digest refers to
 * the newest one of a folder, so that holds unless its signature is known and wrong.
 *
 * @param signatures `undefined` if no key was given
 */
export function verifyEvidence(
  { files, digests, unread }: FoundEvidence,
  signatures?: SignatureCheck,
): Verification {
  const chain = linkDigests(digests, files, unread);
  const { links } = chain;
  const encrypted = findEncrypted(links);
  const series = findDigestSeries(links);
  const onDigests = digestVerdicts(digests, { chain, encrypted, series, signatures });
  const altered = new Set(
    onDigests.flatMap(({ path, verdict }) =>
      path !== undefined && verdict.kind === 'does-not-hold' ? [path] : [],
    ),
  );
  return {
    files: fileVerdicts(files, { links, series, encrypted, altered }),
    digests: onDigests,
    reaches: series.map(({ reach }) => reach),
    holes: series.flatMap(({ holes }) => holes).sort((one, other) => one.from - other.from),
  };
}
