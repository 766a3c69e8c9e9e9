import { severities } from '../rules/severity';
import type { MarkKind, MarkTable } from './finding-marks';

/** How many diagnostics the editor keeps per file. */
export const maxShown = 1000;

/** What every kind gets before any gets more. */
const firstShare = 10;
/** What every kind but hints, which no list shows, gets before the gravest get the rest; failures get theirs before. */
const fairShare = 100;

/** How many findings of a kind are shown. */
export interface Quota {
  readonly kind: MarkKind;
  /** Of all its marks together; the count of the kind if all are shown. */
  readonly total: number;
  /** Of each of its marks. */
  readonly perMark: number;
}

/**
 * Distributes the rows of the editor among the kinds of findings, the gravest first: failures, errors, the root user,
 * no MFA, the audit configuration, then by severity. Each kind that is not shown completely leaves a row to say so. The result
 * depends on the counts alone.
 */
export function shownQuotas(marks: MarkTable): readonly Quota[] {
  const kinds = [...marks.kinds()].sort(byGravity);
  const isAllShown = marks.total <= maxShown;
  const totals = isAllShown ? kinds.map(({ count }) => count) : share(kinds, maxShown - kinds.length);
  return kinds.map((kind, index) => quotaOf(kind, totals[index] ?? 0));
}

function share(kinds: readonly MarkKind[], rows: number): readonly number[] {
  const totals = kinds.map(() => 0);
  let left = rows;
  const raise = (limitOf: (kind: MarkKind) => number): void => {
    for (const [index, kind] of kinds.entries()) {
      const before = totals[index] ?? 0;
      const more = Math.max(0, Math.min(left, Math.min(kind.count, limitOf(kind)) - before));
      totals[index] = before + more;
      left -= more;
    }
  };
  raise(() => firstShare);
  raise(fairLimitOf);
  raise(({ count }) => count);
  return totals;
}

function fairLimitOf(kind: MarkKind): number {
  if (kind.severity === 'hint') return firstShare;
  return rankOf(kind) === 0 ? kind.count : fairShare;
}

function byGravity(one: MarkKind, other: MarkKind): number {
  return (
    rankOf(one) - rankOf(other) ||
    severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
    orderOf(one) - orderOf(other) ||
    (one.rule < other.rule ? -1 : 1)
  );
}

/** Kinds of one rule differ in their reasons even where the severity decides, as that of hints. */
function orderOf({ reason }: MarkKind): number {
  return reason?.order ?? Number.MAX_SAFE_INTEGER;
}

/** The ranks of severities lie between those of reasons: failures come before errors, MFA before warnings. */
function rankOf({ reason, severity }: MarkKind): number {
  return severity === 'hint' ? severityRanks.hint : (reason?.rank ?? severityRanks[severity]);
}

const severityRanks = { error: 1, warning: 10, information: 11, hint: 12 } as const;

/**
 * Of each mark as many as fit, so that rare ones are all shown. If there are too many different ones, one of each of the
 * first.
 */
function quotaOf(kind: MarkKind, total: number): Quota {
  const { marks, count } = kind;
  if (count <= total) return { kind, total: count, perMark: count };
  if (marks.size >= total) return { kind, total, perMark: 1 };
  const counts = [...marks.values()].sort((one, other) => one - other);
  let left = total;
  for (const [index, ofMark] of counts.entries()) {
    const marksLeft = counts.length - index;
    const perMark = Math.floor(left / marksLeft);
    if (ofMark > perMark) return { kind, total: total - left + perMark * marksLeft, perMark };
    left -= ofMark;
  }
  return { kind, total, perMark: count };
}
