import type { FileVerdict } from '../evidence/file-verdict';
import type { Verdict } from '../evidence/verdict';
import type { Verification } from '../evidence/verify';

/** What `verify` found. */
export interface VerifyReport extends Verification {
  /** Whether a key was given. */
  readonly hasKey: boolean;
  /** Files that hold no traces and are no digests. */
  readonly others: number;
  /** Files and folders that could not be read to their end, with a localised reason. */
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
}

/** The verdict on everything together. It holds only if there is something, and all of it was read and holds. */
export function overallVerdict({
  files,
  digests,
  unread,
}: VerifyReport): Exclude<Verdict['kind'], 'not-covered'> {
  const kinds = [...files, ...digests].map(({ verdict }) => verdict.kind);
  if (kinds.includes('does-not-hold')) return 'does-not-hold';
  const isWhole = unread.length === 0 && kinds.length > 0;
  return isWhole && kinds.every((kind) => kind === 'holds') ? 'holds' : 'cannot-be-checked';
}

/** How many files have each verdict. */
export function countVerdicts(verdicts: readonly FileVerdict[]): Readonly<Record<Verdict['kind'], number>> {
  const counts = { holds: 0, 'does-not-hold': 0, 'cannot-be-checked': 0, 'not-covered': 0 };
  for (const { verdict } of verdicts) counts[verdict.kind]++;
  return counts;
}
