import type { ReadItem } from '../file/item-reader';
import type { ParseError, Trace } from '../record/trace';
import { jsonSyntax, matchOfParseError } from '../rules/json-syntax';
import type { Report, RuleMatch, TraceRule } from '../rules/rule';
import { traceRules } from '../rules/rules';
import type { Severity } from '../rules/severity';
import type { CheckSettings } from './check-settings';
import { levelOf, severityOf } from './effective-severity';

/** What a rule found. */
export interface GradedMatch {
  readonly rule: TraceRule;
  readonly severity: Severity;
  readonly match: RuleMatch;
}

/** What is told of a match, ready to be placed. */
export interface RuleReport {
  readonly rule: string;
  readonly severity: Severity;
  readonly report: Report;
}

/** The rules over single traces that the settings leave on. */
export class RuleRunner {
  private readonly rules: readonly TraceRule[];

  constructor(private readonly settings: CheckSettings) {
    this.rules = traceRules.filter(
      (rule) =>
        levelOf(rule, settings.levels) !== 'off' &&
        !(rule === jsonSyntax && settings.isSyntaxReportedElsewhere),
    );
  }

  findMatches(trace: Trace, kind: ReadItem['kind']): readonly GradedMatch[] {
    let found: GradedMatch[] | undefined;
    const isTrace = kind === 'trace' || kind === 'damaged';
    for (const rule of this.rules) {
      if (!isTrace && rule !== jsonSyntax) continue;
      const matches = rule.check(trace, this.settings.catalog);
      if (matches.length === 0) continue;
      found ??= [];
      for (const match of matches) found.push(this.grade(rule, match));
    }
    return found ?? nothing;
  }

  /** The same for a broken spot between records. */
  matchParseError(problem: ParseError): readonly GradedMatch[] {
    if (!this.rules.includes(jsonSyntax)) return nothing;
    return [this.grade(jsonSyntax, matchOfParseError(problem))];
  }

  report(matches: readonly GradedMatch[]): readonly RuleReport[] {
    return matches.map(({ rule, severity, match }) => ({
      rule: rule.id,
      severity,
      report: match.report(this.settings.localizer),
    }));
  }

  private grade(rule: TraceRule, match: RuleMatch): GradedMatch {
    return { rule, match, severity: severityOf(rule, match.severity, this.settings.levels) };
  }
}

const nothing: readonly GradedMatch[] = [];
