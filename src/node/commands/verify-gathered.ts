import type { SignatureCheck } from '../../core/evidence/signatures';
import { type Verification, verifyEvidence } from '../../core/evidence/verify';
import { openErrorText } from '../../core/jobs/open-error';
import type { Localizer } from '../../core/text/localization';
import { withSlashes } from '../input/location';
import { prefixHashesOf } from '../input/prefix-hashes';
import type { GatheredEvidence, UnreadInput } from './gather-evidence';

/** A file that differs may have something appended: only then is it worth taking apart. */
export async function verifyGathered(
  { files, digests, hashed, unread }: GatheredEvidence,
  signatures: SignatureCheck | undefined,
): Promise<Verification> {
  const unreadPaths = unread.map(({ path }) => withSlashes(path));
  const first = verifyEvidence({ files, digests, unread: unreadPaths }, signatures);
  const different = new Set(
    [...first.files, ...first.digests].flatMap(({ path, verdict }) =>
      path !== undefined && 'reason' in verdict && isDifferent(verdict.reason) ? [path] : [],
    ),
  );
  if (different.size === 0) return first;
  const prefixes = new Map<string, readonly string[]>();
  for (const { path, location } of hashed)
    if (different.has(withSlashes(path))) prefixes.set(withSlashes(path), await prefixHashesOf(location));
  const withPrefixes = <File extends { readonly path: string }>(file: File) => ({
    ...file,
    prefixes: prefixes.get(file.path) ?? [],
  });
  const evidence = {
    files: files.map(withPrefixes),
    digests: digests.map(withPrefixes),
    unread: unreadPaths,
  };
  return verifyEvidence(evidence, signatures);
}

function isDifferent(reason: string): boolean {
  return reason === 'hash-differs' || reason === 'encrypted';
}

/** Why a file or folder was not read to its end. */
export function unreadText(path: string, code: UnreadInput['code'], localizer: Localizer): string {
  return code === 'changed'
    ? localizer.t('changed while it was read. Verify a copy that nobody writes to')
    : openErrorText(path, code, localizer);
}
