import type { Localizer } from '../text/localization';

/** The severity of a finding, with the editor's names. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The most severe first. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The setting of a rule. */
export type RuleLevel = Severity | 'off';

/** The user's settings by rule id; rules that are not listed keep their default. */
export type RuleLevels = Readonly<Record<string, RuleLevel>>;

export function isRuleLevel(value: unknown): value is RuleLevel {
  return value === 'off' || severities.some((severity) => severity === value);
}

/** The severity as findings and settings name it to the user. */
export function severityName(severity: Severity, { t }: Localizer): string {
  switch (severity) {
    case 'error':
      return t('error');
    case 'warning':
      return t('warning');
    case 'information':
      return t('information');
    case 'hint':
      return t('hint');
  }
}
