import * as vscode from 'vscode';
import messages from '../../l10n/bundle.l10n.zh-cn.json';
import type { Catalog } from '../core/catalog/catalog';
import type { ExplainSettings } from '../core/explain/parts/explanation';
import { type FieldOrder, isFieldOrder } from '../core/formatting/field-order';
import { isRuleLevel, type RuleLevels } from '../core/rules/severity';
import { type ChosenTimeZone, chooseTimeZone } from '../core/text/chosen-time-zone';
import { createLocalizer, type Language, type Localizer, languageOfLocale } from '../core/text/localization';

export const section = 'ctsTrace';

const timeZoneName = 'timeZone';
export const timeZoneSetting = `${section}.${timeZoneName}`;

/** The publisher and the name in package.json. */
const extensionId = 'cts-trace-lens.cts-trace-lens';

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

/** What every explanation needs, as of now. */
export function readExplainSettings(catalog: Catalog): ExplainSettings {
  const { timeZone, ownTimeZone } = readTimeZone();
  return { localizer: readLocalizer(), catalog, now: Date.now(), timeZone, ownTimeZone };
}

/** The time zone in which times are shown. */
export function readTimeZone(): ChosenTimeZone {
  const configured = vscode.workspace.getConfiguration(section).get<unknown>(timeZoneName);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return chooseTimeZone(configured, { timeZone, isUsers: isUsersMachine() });
}

/** Whether this extension host runs where the window is: with a remote one, the time zone is the server's. */
function isUsersMachine(): boolean {
  return vscode.extensions.getExtension(extensionId)?.extensionKind === vscode.ExtensionKind.UI;
}

export const fieldOrderName = 'formattedView.fieldOrder';

/** The order of fields in what is laid out. */
export function readFieldOrder(scope: vscode.ConfigurationScope): FieldOrder {
  const order = vscode.workspace.getConfiguration(section, scope).get<unknown>(fieldOrderName);
  return isFieldOrder(order) ? order : 'file';
}

/** Whether folders have settings of their own; in a single-folder window they are the workspace settings. */
export function hasFolderSettings(): boolean {
  return vscode.workspace.workspaceFile !== undefined;
}

/** The configured rule levels for a document, without values that are not a level. */
export function readLevels(scope: vscode.ConfigurationScope | null): RuleLevels {
  const configured = vscode.workspace.getConfiguration(section, scope).get<unknown>('rules');
  if (typeof configured !== 'object' || configured === null) return {};
  return Object.fromEntries(Object.entries(configured).filter((entry) => isRuleLevel(entry[1])));
}

/** The file with the public key that signatures of digests are checked with. Only the user names one: evidence must not bring its own. */
export function findSignatureKey(): string | undefined {
  const configured = vscode.workspace.getConfiguration(section).get<unknown>('signatureKey');
  return typeof configured === 'string' && configured.trim() !== '' ? configured : undefined;
}

/**
 * The globs of files that are not checked with a folder: of the editor's own setting and of this extension's. A folder
 * that is not trusted cannot exclude its files.
 */
export function readExcludes(scope: vscode.Uri): readonly string[] {
  const own = vscode.workspace.getConfiguration(section, scope).get<unknown>('exclude');
  const globs = Array.isArray(own) ? own.filter((glob): glob is string => typeof glob === 'string') : [];
  return [
    ...globs,
    ...Object.entries(filesExclude(scope)).flatMap(([glob, isOn]) => (isOn === true ? glob : [])),
  ];
}

function filesExclude(scope: vscode.Uri): Readonly<Record<string, unknown>> {
  const files = vscode.workspace.getConfiguration('files', scope);
  if (vscode.workspace.isTrusted) return files.get<Record<string, unknown>>('exclude') ?? {};
  const values = files.inspect<Record<string, unknown>>('exclude');
  return { ...values?.defaultValue, ...values?.globalValue };
}
