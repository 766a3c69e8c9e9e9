import type { Rule } from '../rules/rule';
import type { RuleLevels, Severity } from '../rules/severity';

/** The level of a rule: the user's setting, or the rule's default. */
export function levelOf(rule: Rule, levels: RuleLevels): Severity | 'off' {
  return userLevel(rule, levels) ?? rule.level;
}

/**
 * The severity of a finding of a rule that is not off. The user's setting overrides that of the single finding.
 *
 * @param own severity that the rule gives this finding, if not its default
 */
export function severityOf(rule: Rule, own: Severity | undefined, levels: RuleLevels): Severity {
  const level = userLevel(rule, levels) ?? own ?? rule.level;
  return level === 'off' ? 'hint' : level;
}

function userLevel({ id }: Rule, levels: RuleLevels): Severity | 'off' | undefined {
  return Object.hasOwn(levels, id) ? levels[id] : undefined;
}
