import * as vscode from 'vscode';
import messages from '../../l10n/bundle.l10n.zh-cn.json';
import { isRuleLevel, type RuleLevels } from '../core/rules/severity';
import { createLocalizer, type Language, type Localizer, languageOfLocale } from '../core/text/localization';

export const section = 'ctsTrace';

/** The language of findings and hovers: the configured one, or that of the editor (English unless it is Chinese). */
export function readLanguage(): Language {
  const configured = vscode.workspace.getConfiguration(section).get<unknown>('language');
  if (configured === 'en' || configured === 'zh-cn') return configured;
  return languageOfLocale(vscode.env.language);
}

export function readLocalizer(): Localizer {
  return localizerIn(readLanguage());
}

export function localizerIn(language: Language): Localizer {
  return createLocalizer(language, messages);
}

/** Whether folders have settings of their own; in a single-folder window they are the workspace settings. */
export function hasFolderSettings(): boolean {
  return vscode.workspace.workspaceFile !== undefined;
}

/** The configured rule levels for a document, without values that are not a level. */
export function readLevels(scope: vscode.ConfigurationScope): RuleLevels {
  const configured = vscode.workspace.getConfiguration(section, scope).get<unknown>('rules');
  if (typeof configured !== 'object' || configured === null) return {};
  return Object.fromEntries(Object.entries(configured).filter((entry) => isRuleLevel(entry[1])));
}
