import type { RuleLevel, RuleLevels, Severity } from '../rules/severity';
import type { Localizer } from '../text/localization';

/** Whose settings are written. */
export type SettingsOwner = 'user' | 'workspace' | 'folder';

/** What the setting `ctsTrace.rules` holds in each of them. */
export type RulesSet = Readonly<Record<SettingsOwner, unknown>>;

/** What the setting `ctsTrace.rules` is written with. */
export type RulesSetting = Readonly<Record<string, unknown>>;

/**
 * Whose settings the level of a rule is written into: the innermost that name the rule, since those would win over what is
 * set further out; else the user's own, since settings are merged rule by rule.
 */
export function ownerOfRule(rule: string, { folder, workspace }: RulesSet): SettingsOwner {
  if (decides(folder, rule)) return 'folder';
  return decides(workspace, rule) ? 'workspace' : 'user';
}

/** Whether what is set further out has no say on a rule; with what is no object nothing can be merged. */
function decides(set: unknown, rule: string): boolean {
  return set !== undefined && (!isObject(set) || Object.hasOwn(set, rule));
}

/** The setting with some levels changed; whatever else it holds stays. */
export function withLevels(set: unknown, levels: RuleLevels): RulesSetting {
  return { ...membersOf(set), ...levels };
}

/**
 * Takes levels back, each for itself: what was changed in the meantime stays.
 *
 * @param now the setting as it is
 * @param before the setting as it was when the levels were set
 * @returns `undefined` where there was no setting and nothing is left to be set
 */
export function withoutLevels(now: unknown, before: unknown, levels: RuleLevels): RulesSetting | undefined {
  const had = membersOf(before);
  const left = Object.entries(membersOf(now)).flatMap(([rule, level]): readonly [string, unknown][] => {
    if (!Object.hasOwn(levels, rule) || level !== levels[rule]) return [[rule, level]];
    return Object.hasOwn(had, rule) ? [[rule, had[rule]]] : [];
  });
  return left.length === 0 && before === undefined ? undefined : Object.fromEntries(left);
}

/** A level that is offered for a rule. */
export interface LevelOffer {
  readonly level: RuleLevel;
  readonly title: string;
}

/**
 * The ways to turn a rule down.
 *
 * @param isProminent whether any of its findings is more than a hint
 */
export function quieterLevels(rule: string, isProminent: boolean, { t }: Localizer): readonly LevelOffer[] {
  const off: LevelOffer = { level: 'off', title: t('Turn "{0}" off (settings)', rule) };
  const quiet: LevelOffer = { level: 'hint', title: t('Show "{0}" as hints only (settings)', rule) };
  return isProminent ? [quiet, off] : [off];
}

/** What a notification says, and what its buttons do. */
export interface LevelNotice {
  readonly message: string;
  readonly undo: string;
  readonly openSettings: string;
}

/** What is told when a level was set in somebody's settings. */
export function levelNotice(
  { rule, level, owner }: { rule: string; level: RuleLevel; owner: SettingsOwner },
  localizer: Localizer,
): LevelNotice {
  const { t } = localizer;
  const text =
    level === 'off'
      ? t('"{0}" is off', rule)
      : t('"{0}" shows its findings as {1}', rule, levelName(level, localizer));
  const message = t('{0} ({1})', text, ownerName(owner, localizer));
  return { message, undo: t('Undo'), openSettings: t('Open Settings') };
}

/** What is told when a level could not be set. */
export function notSetNotice(
  { rule, level, owner }: { rule: string; level: RuleLevel; owner: SettingsOwner },
  setting: string,
  localizer: Localizer,
): Omit<LevelNotice, 'undo'> {
  const { t } = localizer;
  const text = t('the setting could not be written: set "{0}" to "{1}" in "{2}"', rule, level, setting);
  const message = t('{0} ({1})', text, ownerName(owner, localizer));
  return { message, openSettings: t('Open Settings') };
}

/** What is told when a level could not be taken back. */
export function notTakenBackNotice(
  { rule, owner }: { rule: string; owner: SettingsOwner },
  setting: string,
  localizer: Localizer,
): Omit<LevelNotice, 'undo'> {
  const { t } = localizer;
  const text = t('the setting could not be written: "{0}" in "{1}" was not taken back', rule, setting);
  const message = t('{0} ({1})', text, ownerName(owner, localizer));
  return { message, openSettings: t('Open Settings') };
}

function ownerName(owner: SettingsOwner, { t }: Localizer): string {
  switch (owner) {
    case 'user':
      return t('user settings');
    case 'workspace':
      return t('workspace settings');
    case 'folder':
      return t('folder settings');
  }
}

function levelName(level: Severity, { t }: Localizer): string {
  switch (level) {
    case 'error':
      return t('errors');
    case 'warning':
      return t('warnings');
    case 'information':
      return t('information');
    case 'hint':
      return t('quiet hints');
  }
}

/** Users write whatever they like into settings. */
function membersOf(set: unknown): RulesSetting {
  return isObject(set) ? { ...set } : {};
}

function isObject(set: unknown): set is object {
  return typeof set === 'object' && set !== null && !Array.isArray(set);
}
