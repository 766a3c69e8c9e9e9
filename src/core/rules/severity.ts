import { type Localizer, numberText } from '../text/localization';

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

/** The number of findings of a severity: `1 error`, `1,234 hints`. */
export function severityCount(severity: Severity, count: number, { t }: Localizer): string {
  const number = numberText(count);
  switch (severity) {
    case 'error':
      return count === 1 ? t('1 error') : t('{0} errors', number);
    case 'warning':
      return count === 1 ? t('1 warning') : t('{0} warnings', number);
    case 'information':
      return count === 1 ? t('1 info') : t('{0} infos', number);
    case 'hint':
      return count === 1 ? t('1 hint') : t('{0} hints', number);
  }
}
