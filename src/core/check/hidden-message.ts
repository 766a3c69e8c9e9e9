import type { Reason } from '../rules/rule';
import { displayValue } from '../rules/wording';
import { type Localizer, numberText } from '../text/localization';
import type { Finding } from './finding';
import type { Mark, MarkKind } from './finding-marks';

/** The findings of a kind that are not shown. */
export interface Hidden {
  readonly kind: MarkKind;
  readonly count: number;
  /** How many of each mark are shown. */
  readonly shown: ReadonlyMap<Mark, number>;
  readonly first: Finding;
}

/** How many different subjects a message names. */
const maxSubjects = 5;

/**
 * Says how many findings of a kind are not shown, with the words of their messages: who searches the list for those
 * words finds this message. Those that have reasons are counted by reason and subject.
 */
export function hiddenMessage(hidden: Hidden, localizer: Localizer): string {
  const { kind, first } = hidden;
  const { t } = localizer;
  const count = numberText(hidden.count);
  const words = wordsOf(hidden, localizer);
  if (words.length > 0)
    return t('{0} more {1} findings not shown: {2}', count, kind.rule, words.join(t(', ')));
  if (kind.marks.size === 1) return t('{0} more like this not shown: {1}', count, first.message);
  return t('{0} more {1} findings not shown, such as: {2}', count, kind.rule, first.message);
}

/** Each reason with its number, the gravest first, then the most frequent subjects with theirs. */
function wordsOf({ kind, shown }: Hidden, localizer: Localizer): readonly string[] {
  const reasons = new Map<Reason, number>();
  const subjects = new Map<string, number>();
  for (const [mark, count] of kind.marks) {
    const left = count - (shown.get(mark) ?? 0);
    if (left === 0) continue;
    for (const reason of mark.reasons) addTo(reasons, reason, left);
    if (mark.subject !== undefined) addTo(subjects, mark.subject, left);
  }
  const { t } = localizer;
  const counted = (words: string, count: number): string => t('{0} ({1})', words, numberText(count));
  const named = [...subjects].sort(byNumberThenName);
  const others = named.slice(maxSubjects).reduce((sum, [, count]) => sum + count, 0);
  return [
    ...[...reasons].sort(byRank).map(([reason, count]) => counted(reason.words(localizer), count)),
    ...named.slice(0, maxSubjects).map(([subject, count]) => counted(displayValue(subject), count)),
    ...(others > 0 ? [t('others ({0})', numberText(others))] : []),
  ];
}

function addTo<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function byRank([one]: readonly [Reason, number], [other]: readonly [Reason, number]): number {
  return one.order - other.order;
}

function byNumberThenName(one: readonly [string, number], other: readonly [string, number]): number {
  return other[1] - one[1] || (one[0] < other[0] ? -1 : 1);
}
