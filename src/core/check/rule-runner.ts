import type { ReadItem } from '../file/item-reader';
import type { ParseError, Trace } from '../record/trace';
import { jsonSyntax, matchOfParseError } from '../rules/json-syntax';
import type { Report, RuleMatch, TraceRule } from '../rules/rule';
import { traceRules } from '../rules/rules';
import type { Severity } from '../rules/severity';
import type { CheckSettings } from './check-settings';
import { levelOf, severityOf } from './effective-severity';
import type { Mark } from './finding-marks';
import { answersFor, noneMatching, type RememberedAnswers } from './remembered-answers';

/** A match with its rule and effective severity. */
export interface GradedMatch {
  readonly rule: TraceRule;
  readonly severity: Severity;
  readonly match: RuleMatch;
}

/** The report of a match, still relative to its record. */
export interface RuleReport {
  readonly rule: string;
  readonly severity: Severity;
  readonly report: Report;
}

/** Runs the single-trace rules that are enabled. */
export class RuleRunner {
  private readonly rules: readonly TraceRule[];
  /** Those whose answer is not remembered. */
  private readonly otherRules: readonly TraceRule[];
  private readonly answers: RememberedAnswers;

  constructor(private readonly settings: CheckSettings) {
    this.rules = traceRules.filter(
      (rule) =>
        levelOf(rule, settings.levels) !== 'off' &&
        !(rule === jsonSyntax && settings.isSyntaxReportedElsewhere),
    );
    this.otherRules = this.rules.filter(({ fields }) => fields === undefined);
    this.answers = answersFor(settings.catalog);
  }

  /**
   * The matches in an item; if it is no trace, only of `json-syntax`.
   *
   * @param marks the marks of the item if it was checked before: rules that did not match then are not run
   */
  findMatches(trace: Trace, kind: ReadItem['kind'], marks?: readonly Mark[]): readonly GradedMatch[] {
    let graded: GradedMatch[] | undefined;
    for (const rule of this.rulesFor(trace, kind, marks)) {
      const matches = rule.check(trace, this.settings.catalog);
      if (matches.length === 0) continue;
      graded ??= [];
      for (const match of matches) {
        if (!this.isReportedElsewhere(match)) graded.push(this.grade(rule, match));
      }
    }
    return graded ?? noGradedMatches;
  }

  /** The rules that may match. */
  private rulesFor(
    trace: Trace,
    kind: ReadItem['kind'],
    marks: readonly Mark[] | undefined,
  ): readonly TraceRule[] {
    if (kind !== 'trace' && kind !== 'damaged') return this.rules.filter((rule) => rule === jsonSyntax);
    if (marks !== undefined) return this.rules.filter(({ id }) => marks.some(({ rule }) => rule === id));
    if (!trace.isWellFormed || this.otherRules.length === this.rules.length) return this.rules;
    const matching = this.answers.matchingRules(trace);
    if (matching === noneMatching) return this.otherRules;
    return this.rules.filter((rule) => rule.fields === undefined || matching.includes(rule));
  }

  /** The match of a syntax error between records; none if `json-syntax` is off. */
  matchParseError(error: ParseError): readonly GradedMatch[] {
    if (!this.rules.includes(jsonSyntax)) return noGradedMatches;
    return [this.grade(jsonSyntax, matchOfParseError(error))];
  }

  reportOf({ rule, severity, match }: GradedMatch): RuleReport {
    return { rule: rule.id, severity, report: match.report(this.settings.localizer) };
  }

  private isReportedElsewhere({ isJsonProblem }: RuleMatch): boolean {
    return isJsonProblem === true && this.settings.isSyntaxReportedElsewhere;
  }

  private grade(rule: TraceRule, match: RuleMatch): GradedMatch {
    return { rule, match, severity: severityOf(rule, match.severity, this.settings.levels) };
  }
}

const noGradedMatches: readonly GradedMatch[] = [];
