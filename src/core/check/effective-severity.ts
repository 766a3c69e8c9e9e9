import type { Rule } from '../rules/rule';
import { type RuleLevel, type RuleLevels, type Severity, severities } from '../rules/severity';

/** The level of a rule: the user's setting, or the rule's default. */
export function levelOf(rule: Rule, levels: RuleLevels): Severity | 'off' {
  return userLevel(rule, levels) ?? rule.level;
}

/**
 * The severity of a finding of a rule that is not off. The user's setting overrides the severity of the single finding,
 * except that it does not raise a doubtful one.
 *
 * @param own severity that the rule gives this finding, if not its default; less severe than that if it is doubtful
 */
export function severityOf(rule: Rule, own: Severity | undefined, levels: RuleLevels): Severity {
  const level = userLevel(rule, levels) ?? own ?? rule.level;
  if (level === 'off') return 'hint';
  return own !== undefined && isLess(own, rule.level) && isLess(own, level) ? own : level;
}

function isLess(severity: Severity, than: RuleLevel): boolean {
  return than !== 'off' && severities.indexOf(severity) > severities.indexOf(than);
}

function userLevel({ id }: Rule, levels: RuleLevels): Severity | 'off' | undefined {
  return Object.hasOwn(levels, id) ? levels[id] : undefined;
}
