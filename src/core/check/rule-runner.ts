import type { ReadItem } from '../file/item-reader';
import type { Problem, Trace } from '../record/trace';
import { jsonSyntax, sightProblem } from '../rules/json-syntax';
import type { Report, Sighting, TraceRule } from '../rules/rule';
import { traceRules } from '../rules/rules';
import type { Severity } from '../rules/severity';
import type { CheckSettings } from './check-settings';
import { levelOf, severityOf } from './effective-severity';

/** What a rule found. */
export interface RuleSighting {
  readonly rule: TraceRule;
  readonly severity: Severity;
  readonly sighting: Sighting;
}

/** What is told of a sighting, ready to be placed. */
export interface RuleReport {
  readonly rule: string;
  readonly severity: Severity;
  readonly report: Report;
}

/** The rules over single traces that the settings leave on. */
export class RuleRun {
  private readonly rules: readonly TraceRule[];

  constructor(private readonly settings: CheckSettings) {
    this.rules = traceRules.filter(
      (rule) =>
        levelOf(rule, settings.levels) !== 'off' && !(rule === jsonSyntax && settings.isSyntaxToldElsewhere),
    );
  }

  sight(trace: Trace, kind: ReadItem['kind']): readonly RuleSighting[] {
    let found: RuleSighting[] | undefined;
    const isTrace = kind === 'trace' || kind === 'damaged';
    for (const rule of this.rules) {
      if (!isTrace && rule !== jsonSyntax) continue;
      const sightings = rule.check(trace, this.settings.catalog);
      if (sightings.length === 0) continue;
      found ??= [];
      for (const sighting of sightings) found.push(this.toRuleSighting(rule, sighting));
    }
    return found ?? nothing;
  }

  /** The same for a broken spot between records. */
  sightSpot(problem: Problem): readonly RuleSighting[] {
    if (!this.rules.includes(jsonSyntax)) return nothing;
    return [this.toRuleSighting(jsonSyntax, sightProblem(problem))];
  }

  report(sightings: readonly RuleSighting[]): readonly RuleReport[] {
    return sightings.map(({ rule, severity, sighting }) => ({
      rule: rule.id,
      severity,
      report: sighting.report(this.settings.voice),
    }));
  }

  private toRuleSighting(rule: TraceRule, sighting: Sighting): RuleSighting {
    return { rule, sighting, severity: severityOf(rule, sighting.severity, this.settings.levels) };
  }
}

const nothing: readonly RuleSighting[] = [];
