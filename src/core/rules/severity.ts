/** How loud a finding is; the names are the editor's own. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The severities, the loudest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What the user may set for a rule. */
export type RuleLevel = Severity | 'off';

/** The rules a user turned up, down or off, by rule id; what is not named keeps its default. */
export type RuleLevels = Readonly<Record<string, RuleLevel>>;

export function isRuleLevel(value: unknown): value is RuleLevel {
  return value === 'off' || severities.some((severity) => severity === value);
}
