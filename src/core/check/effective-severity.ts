import type { Rule } from '../rules/rule';
import type { RuleLevels, Severity } from '../rules/severity';

/** How loud a rule is that may be off: as the user says, else as it is by itself. */
export function levelOf(rule: Rule, levels: RuleLevels): Severity | 'off' {
  return userLevel(rule, levels) ?? rule.level;
}

/**
 * How loud a finding of a rule that is not off is told: what the user says holds for every finding of it.
 *
 * @param own what the rule says of this finding
 */
export function severityOf(rule: Rule, own: Severity | undefined, levels: RuleLevels): Severity {
  const level = userLevel(rule, levels) ?? own ?? rule.level;
  return level === 'off' ? 'hint' : level;
}

function userLevel({ id }: Rule, levels: RuleLevels): Severity | 'off' | undefined {
  return Object.hasOwn(levels, id) ? levels[id] : undefined;
}
