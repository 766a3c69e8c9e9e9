import { type Severity, severities } from '../rules/severity';

/**
 * A match of a rule without position and message. Equal marks share one object, so thousands of them take little
 * memory.
 */
export interface Mark {
  readonly rule: string;
  readonly value: string;
  readonly severity: Severity;
}

interface Counted extends Mark {
  count: number;
}

/** The marks of one file and their counts. */
export class MarkTable {
  private readonly byKey = new Map<string, Counted>();
  private readonly bySeverity = new Map<Severity, number>();
  private readonly byRule = new Map<string, number>();
  /** By their length. */
  private readonly latestLists: (readonly Mark[])[] = [];

  /** Counts a finding and returns its mark. */
  add(rule: string, value: string, severity: Severity): Mark {
    const key = `${rule} ${severity} ${value}`;
    const known = this.byKey.get(key);
    const mark = known ?? { rule, value, severity, count: 0 };
    if (known === undefined) this.byKey.set(key, mark);
    mark.count++;
    this.adjustCounts(mark, 1);
    return mark;
  }

  /** The same list for the same marks in a row: records with findings are often alike, and may be millions. */
  share(marks: readonly Mark[]): readonly Mark[] {
    const latest = this.latestLists[marks.length];
    if (latest?.every((mark, index) => mark === marks[index])) return latest;
    this.latestLists[marks.length] = marks;
    return marks;
  }

  /** Reverts one {@link add} of each mark. */
  remove(marks: readonly Mark[]): void {
    for (const mark of marks) {
      const key = `${mark.rule} ${mark.severity} ${mark.value}`;
      const counted = this.byKey.get(key);
      if (counted === undefined) continue;
      counted.count--;
      if (counted.count === 0) this.byKey.delete(key);
      this.adjustCounts(mark, -1);
    }
  }

  count(severity: Severity): number {
    return this.bySeverity.get(severity) ?? 0;
  }

  countOfRule(rule: string): number {
    return this.byRule.get(rule) ?? 0;
  }

  /** The rules that have findings. */
  rules(): readonly string[] {
    return [...this.byRule].flatMap(([rule, count]) => (count > 0 ? [rule] : []));
  }

  /** The number of findings of a rule with the value, of any severity. */
  countOfValue(rule: string, value: string): number {
    return severities.reduce(
      (sum, severity) => sum + (this.byKey.get(`${rule} ${severity} ${value}`)?.count ?? 0),
      0,
    );
  }

  private adjustCounts({ severity, rule }: Mark, by: number): void {
    this.bySeverity.set(severity, this.count(severity) + by);
    this.byRule.set(rule, this.countOfRule(rule) + by);
  }
}
