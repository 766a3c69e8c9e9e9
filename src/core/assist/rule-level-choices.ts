import { notableEvent } from '../rules/notable-event';
import { type RuleLevel, type RuleLevels, severityName } from '../rules/severity';
import type { Localizer } from '../text/localization';

/** The scope of the settings that are written. */
export type SettingsOwner = 'user' | 'workspace' | 'folder';

export function isSettingsOwner(value: unknown): value is SettingsOwner {
  return value === 'user' || value === 'workspace' || value === 'folder';
}

/** The value of the setting `ctsTrace.rules` in each scope. */
export type RulesSet = Readonly<Record<SettingsOwner, unknown>>;

/** A value to write to the setting `ctsTrace.rules`. */
export type RulesSetting = Readonly<Record<string, unknown>>;

/**
 * The scope to write the level of a rule to: the innermost one that sets the rule, because it overrides the outer ones;
 * else the user's, because settings are merged rule by rule.
 */
export function ownerOfRule(rule: string, { folder, workspace }: RulesSet): SettingsOwner {
  if (overrides(folder, rule)) return 'folder';
  return overrides(workspace, rule) ? 'workspace' : 'user';
}

/** Whether the value overrides outer scopes for a rule; one that is no object is not merged and overrides them all. */
function overrides(set: unknown, rule: string): boolean {
  return set !== undefined && (!isObject(set) || Object.hasOwn(set, rule));
}

/** The setting with some levels changed and everything else kept. */
export function withLevels(set: unknown, levels: RuleLevels): RulesSetting {
  return { ...membersOf(set), ...levels };
}

/**
 * Undoes {@link withLevels} level by level; levels changed since then stay.
 *
 * @param now the current setting
 * @param before the setting before the levels were set
 * @returns `undefined` to remove the setting: there was none before, and nothing remains
 */
export function withoutLevels(now: unknown, before: unknown, levels: RuleLevels): RulesSetting | undefined {
  const previous = membersOf(before);
  const remaining = Object.entries(membersOf(now)).flatMap(([rule, level]): readonly [string, unknown][] => {
    if (!Object.hasOwn(levels, rule) || level !== levels[rule]) return [[rule, level]];
    return Object.hasOwn(previous, rule) ? [[rule, previous[rule]]] : [];
  });
  return remaining.length === 0 && before === undefined ? undefined : Object.fromEntries(remaining);
}

/**
 * The scopes to offer for the level of a rule, the narrowest first: the innermost one there is, and the one that decides
 * now. Any other would have no effect or less than the first.
 */
export function ownersToOffer(
  rule: string,
  set: RulesSet,
  innermost: SettingsOwner,
): readonly SettingsOwner[] {
  const owner = ownerOfRule(rule, set);
  return owner === innermost ? [owner] : [innermost, owner];
}

/** A level that a quick fix offers for a rule. */
export interface LevelChoice {
  readonly level: RuleLevel;
  readonly owner: SettingsOwner;
  readonly title: string;
}

/**
 * The lower levels to offer for a rule.
 *
 * @param isProminent whether any of its findings is more than a hint
 */
export function lowerLevels(
  rule: string,
  { isProminent, owners }: { readonly isProminent: boolean; readonly owners: readonly SettingsOwner[] },
  localizer: Localizer,
): readonly LevelChoice[] {
  const { t } = localizer;
  const off = owners.map((owner): LevelChoice => {
    const title = t('Turn off "{0}" ({1})', rule, reachOf(owner, localizer));
    return { level: 'off', owner, title };
  });
  const hint = owners.map((owner): LevelChoice => {
    const title = t('Report "{0}" as a hint ({1})', rule, reachOf(owner, localizer));
    return { level: 'hint', owner, title };
  });
  return isProminent ? [...hint, ...off] : off;
}

/** The action that explains a rule. */
export function aboutRuleTitle(rule: string, { t }: Localizer): string {
  return t('About the rule "{0}"', rule);
}

/** Which files a change in the settings affects. */
function reachOf(owner: SettingsOwner, { t }: Localizer): string {
  switch (owner) {
    case 'user':
      return t('user settings, every folder');
    case 'workspace':
      return t('this workspace');
    case 'folder':
      return t('this folder');
  }
}

/** A notification and the labels of its buttons. */
export interface LevelNotice {
  readonly message: string;
  readonly undo: string;
  readonly openSettings: string;
}

export function levelNotice(
  { rule, level, owner }: { rule: string; level: RuleLevel; owner: SettingsOwner },
  localizer: Localizer,
): LevelNotice {
  const { t } = localizer;
  const text = rule === notableEvent.id ? notableText(level, localizer) : changeText(rule, level, localizer);
  const message = t('{0} ({1})', text, ownerName(owner, localizer));
  return { message, undo: t('Undo'), openSettings: t('Open Settings') };
}

function changeText(rule: string, level: RuleLevel, localizer: Localizer): string {
  const { t } = localizer;
  return level === 'off'
    ? t('"{0}" is now off', rule)
    : t('Severity of "{0}" is now {1}', rule, severityName(level, localizer));
}

/** What is shown of them, since the name of the rule does not say it. */
function notableText(level: RuleLevel, { t }: Localizer): string {
  if (level === 'off') return t('Notable events are no longer shown');
  const shown = t(
    'failures, root user, no MFA, agencies, changed audit settings, other accounts, and images exported, copied, shared or deleted',
  );
  return level === 'hint'
    ? t('Notable events are now shown as hints: {0}', shown)
    : t('Notable events are now shown in the Problems panel: {0}', shown);
}

/** Shown if the setting could not be written. */
export function notSetNotice(
  { rule, level, owner }: { rule: string; level: RuleLevel; owner: SettingsOwner },
  setting: string,
  localizer: Localizer,
): Omit<LevelNotice, 'undo'> {
  const { t } = localizer;
  const text = t('Could not write the setting. Set "{0}" to "{1}" in \'{2}\'', rule, level, setting);
  const message = t('{0} ({1})', text, ownerName(owner, localizer));
  return { message, openSettings: t('Open Settings') };
}

/** Shown if undoing a level could not write the setting. */
export function notTakenBackNotice(
  { rule, owner }: { rule: string; owner: SettingsOwner },
  setting: string,
  localizer: Localizer,
): Omit<LevelNotice, 'undo'> {
  const { t } = localizer;
  const text = t('Could not write the setting. "{0}" in \'{1}\' was not restored', rule, setting);
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

/** Settings are edited by hand and may have any type. */
function membersOf(set: unknown): RulesSetting {
  return isObject(set) ? { ...set } : {};
}

function isObject(set: unknown): set is object {
  return typeof set === 'object' && set !== null && !Array.isArray(set);
}
