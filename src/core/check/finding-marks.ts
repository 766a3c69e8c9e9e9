import type { Reason, RuleMatch } from '../rules/rule';
import type { Severity } from '../rules/severity';

/**
 * A match of a rule without position and message. Equal marks share one object, so thousands of them take little
 * memory.
 */
export interface Mark {
  readonly rule: string;
  readonly value: string;
  readonly severity: Severity;
  /** See {@link RuleMatch.reasons}. */
  readonly reasons: readonly Reason[];
  /** See {@link RuleMatch.subject}. */
  readonly subject: string | undefined;
  /** Whether the user accepts the findings: they are counted apart, and not shown. */
  readonly isAccepted: boolean;
  readonly kind: MarkKind;
}

/** The marks of one rule, severity and gravest reason: these are shown or folded together; or accepted ones. */
export interface MarkKind {
  readonly isAccepted: boolean;
  readonly rule: string;
  readonly severity: Severity;
  /** The gravest reason that its marks have; `undefined` if that of none has a rank. */
  readonly reason: Reason | undefined;
  /** The number of findings. */
  readonly count: number;
  /** Its different marks with their numbers of findings, in no order that means anything. */
  readonly marks: ReadonlyMap<Mark, number>;
}

interface CountedKind extends MarkKind {
  readonly key: string;
  count: number;
  readonly marks: Map<CountedMark, number>;
}

interface CountedMark extends Mark {
  readonly kind: CountedKind;
}

/** A match of a rule with the severity it has in this file. */
export interface CountableMatch {
  readonly rule: { readonly id: string };
  readonly severity: Severity;
  readonly match: Omit<RuleMatch, 'report'>;
  readonly isAccepted?: boolean;
}

export const noMarks: readonly Mark[] = [];

/** The marks of one file and their counts. */
export class MarkTable {
  private readonly byKey = new Map<string, CountedMark>();
  private readonly kindsByKey = new Map<string, CountedKind>();
  private readonly bySeverity = new Map<Severity, number>();
  private readonly byRule = new Map<string, number>();
  private accepted = 0;
  /** By their length. */
  private readonly latestLists: (readonly Mark[])[] = [];

  /** Counts the findings of an item and returns their marks. */
  addAll(matches: readonly CountableMatch[]): readonly Mark[] {
    if (matches.length === 0) return noMarks;
    return this.share(
      matches.map(({ rule, severity, match, isAccepted }) => this.add(rule.id, match, severity, isAccepted)),
    );
  }

  /** Counts a finding and returns its mark. */
  add(rule: string, match: Omit<RuleMatch, 'report'>, severity: Severity, isAccepted = false): Mark {
    const key = keyOf({ rule, severity, value: match.value, isAccepted });
    const mark = this.byKey.get(key) ?? this.makeMark(rule, match, severity, isAccepted);
    this.byKey.set(key, mark);
    this.adjustCounts(mark, 1);
    return mark;
  }

  /** The same list for the same marks in a row: records with findings are often alike, and may be millions. */
  private share(marks: readonly Mark[]): readonly Mark[] {
    const latest = this.latestLists[marks.length];
    if (latest?.every((mark, index) => mark === marks[index])) return latest;
    this.latestLists[marks.length] = marks;
    return marks;
  }

  /** Reverts one {@link add} of each mark. */
  remove(marks: readonly Mark[]): void {
    for (const mark of marks) {
      const counted = this.byKey.get(keyOf(mark));
      if (counted === undefined) continue;
      this.adjustCounts(counted, -1);
      const { kind } = counted;
      if (kind.marks.get(counted) === 0) {
        kind.marks.delete(counted);
        this.byKey.delete(keyOf(mark));
      }
      if (kind.count === 0) this.kindsByKey.delete(kind.key);
    }
  }

  /** The number of accepted findings. */
  get acceptedCount(): number {
    return this.accepted;
  }

  /** The number of all findings that are not accepted. */
  get total(): number {
    let total = 0;
    for (const count of this.bySeverity.values()) total += count;
    return total;
  }

  count(severity: Severity): number {
    return this.bySeverity.get(severity) ?? 0;
  }

  /** Accepted ones included. */
  countOfRule(rule: string): number {
    return this.byRule.get(rule) ?? 0;
  }

  /** Those of findings that are not accepted, in no order that means anything. */
  kinds(): readonly MarkKind[] {
    return [...this.kindsByKey.values()].filter(({ isAccepted }) => !isAccepted);
  }

  private makeMark(
    rule: string,
    { value, reasons = noReasons, subject }: Omit<RuleMatch, 'report'>,
    severity: Severity,
    isAccepted: boolean,
  ): CountedMark {
    const reason = reasons.find(({ rank }) => rank !== undefined);
    const key = `${rule} ${severity} ${isAccepted} ${reason?.rank ?? ''}`;
    const known = this.kindsByKey.get(key);
    const kind = known ?? { key, rule, severity, isAccepted, reason, count: 0, marks: new Map() };
    this.kindsByKey.set(key, kind);
    return { rule, value, severity, reasons, subject, isAccepted, kind };
  }

  private adjustCounts(mark: CountedMark, by: number): void {
    const { severity, rule, kind, isAccepted } = mark;
    kind.count += by;
    kind.marks.set(mark, (kind.marks.get(mark) ?? 0) + by);
    this.byRule.set(rule, this.countOfRule(rule) + by);
    if (isAccepted) this.accepted += by;
    else this.bySeverity.set(severity, this.count(severity) + by);
  }
}

const noReasons: readonly Reason[] = [];

function keyOf({
  rule,
  severity,
  value,
  isAccepted,
}: Pick<Mark, 'rule' | 'severity' | 'value' | 'isAccepted'>): string {
  return `${rule} ${severity} ${isAccepted} ${value}`;
}
