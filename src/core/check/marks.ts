import type { Severity } from '../rules/severity';

/** That a rule found a value, without place or words: equal ones are one object, so that a file of thousands stays small. */
export interface Mark {
  readonly rule: string;
  readonly value: string;
  readonly severity: Severity;
}

interface Counted extends Mark {
  count: number;
}

/** The marks of one file, and how often each stands there. */
export class MarkTable {
  private readonly byKey = new Map<string, Counted>();
  private readonly bySeverity = new Map<Severity, number>();
  private readonly byRule = new Map<string, number>();

  /** The mark for a finding, counted once more. */
  take(rule: string, value: string, severity: Severity): Mark {
    const key = `${rule} ${severity} ${value}`;
    const known = this.byKey.get(key);
    const mark = known ?? { rule, value, severity, count: 0 };
    if (known === undefined) this.byKey.set(key, mark);
    mark.count++;
    this.add(mark, 1);
    return mark;
  }

  /** Takes back one of each. */
  drop(marks: readonly Mark[]): void {
    for (const mark of marks) {
      const key = `${mark.rule} ${mark.severity} ${mark.value}`;
      const counted = this.byKey.get(key);
      if (counted === undefined) continue;
      counted.count--;
      if (counted.count === 0) this.byKey.delete(key);
      this.add(mark, -1);
    }
  }

  count(severity: Severity): number {
    return this.bySeverity.get(severity) ?? 0;
  }

  countOfRule(rule: string): number {
    return this.byRule.get(rule) ?? 0;
  }

  /** The rules that found something. */
  rules(): readonly string[] {
    return [...this.byRule].flatMap(([rule, count]) => (count > 0 ? [rule] : []));
  }

  /** How often a rule found the value, whatever the severity. */
  countOfValue(rule: string, value: string): number {
    const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
    return severities.reduce(
      (sum, severity) => sum + (this.byKey.get(`${rule} ${severity} ${value}`)?.count ?? 0),
      0,
    );
  }

  private add({ severity, rule }: Mark, by: number): void {
    this.bySeverity.set(severity, this.count(severity) + by);
    this.byRule.set(rule, this.countOfRule(rule) + by);
  }
}
