import * as vscode from 'vscode';
import {
  isSettingsOwner,
  type LevelNotice,
  levelNotice,
  notSetNotice,
  notTakenBackNotice,
  ownerOfRule,
  ownersToOffer,
  type RulesSet,
  type SettingsOwner,
  withLevels,
  withoutLevels,
} from '../../core/assist/rule-level-choices';
import { isRuleLevel, type RuleLevel } from '../../core/rules/severity';
import { hasFolderSettings, readLocalizer, section } from '../configuration';
import { sourceUriOf } from '../documents/original-uri';
import { guard, type Log } from '../log';

export const setRuleLevelCommand = 'ctsTrace.setRuleLevel';

const settingName = `${section}.rules`;

/** Registers the command of the quick fixes that change a rule's level in the settings. */
export function registerRuleLevels(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(
    setRuleLevelCommand,
    (rule: unknown, level: unknown, uri: unknown, owner: unknown) =>
      guard(log, setRuleLevelCommand, async () => {
        if (typeof rule !== 'string' || !isRuleLevel(level)) return;
        const document = uri instanceof vscode.Uri ? uri : undefined;
        const chosen = isSettingsOwner(owner) ? owner : undefined;
        await setRuleLevel({ rule, level, uri: document, owner: chosen }, log);
      }),
  );
}

/** The scopes in which the level of a rule can be set for a document. */
export function levelOwners(rule: string, uri: vscode.Uri): readonly SettingsOwner[] {
  const scope = sourceUriOf(uri);
  return ownersToOffer(rule, readConfiguredRules(scope), innermostOwner(scope));
}

function innermostOwner(scope: vscode.Uri): SettingsOwner {
  if (!vscode.workspace.isTrusted || vscode.workspace.workspaceFolders === undefined) return 'user';
  if (!hasFolderSettings()) return 'workspace';
  const folder = vscode.workspace.getWorkspaceFolder(scope);
  const isWritable = folder && vscode.workspace.fs.isWritableFileSystem(folder.uri.scheme) !== false;
  return isWritable ? 'folder' : 'workspace';
}

export interface LevelChange {
  readonly rule: string;
  readonly level: RuleLevel;
  /** The document whose settings are changed. */
  readonly uri: vscode.Uri | undefined;
  /**
   * The settings to change; if absent, those that already name the rule: those of the folder or the workspace if it is
   * trusted, otherwise those of the user.
   */
  readonly owner?: SettingsOwner | undefined;
}

/**
 * Sets the level of a rule in the settings. Shows a notification that offers to undo it, or reports that writing failed.
 */
export async function setRuleLevel({ rule, level, uri, owner }: LevelChange, log: Log): Promise<void> {
  const levels = { [rule]: level };
  const scope = uri && sourceUriOf(uri);
  const configured = readConfiguredRules(scope);
  const change = { rule, level, owner: owner ?? ownerOfRule(rule, configured) };
  const before = configured[change.owner];
  const write = async (
    value: object | undefined,
    failure: typeof notSetNotice | typeof notTakenBackNotice,
  ): Promise<boolean> => {
    try {
      await configurationOf(scope).update('rules', value, targetOf(change.owner));
      return true;
    } catch (error) {
      log.error(setRuleLevelCommand, error);
      void guard(log, setRuleLevelCommand, () => showFailure(failure(change, settingName, readLocalizer())));
      return false;
    }
  };
  if (!(await write(withLevels(before, levels), notSetNotice))) return;
  const undo = (): Promise<boolean> =>
    write(withoutLevels(readConfiguredRules(scope)[change.owner], before, levels), notTakenBackNotice);
  void guard(log, setRuleLevelCommand, () => showNotice(levelNotice(change, readLocalizer()), undo));
}

async function showNotice(notice: LevelNotice, undo: () => Promise<unknown>): Promise<void> {
  const chosen = await vscode.window.showInformationMessage(notice.message, notice.undo, notice.openSettings);
  if (chosen === notice.undo) await undo();
  if (chosen === notice.openSettings) await openSettings();
}

async function showFailure(notice: Omit<LevelNotice, 'undo'>): Promise<void> {
  const chosen = await vscode.window.showErrorMessage(notice.message, notice.openSettings);
  if (chosen === notice.openSettings) await openSettings();
}

async function openSettings(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettings', settingName);
}

function targetOf(owner: SettingsOwner): vscode.ConfigurationTarget {
  switch (owner) {
    case 'user':
      return vscode.ConfigurationTarget.Global;
    case 'workspace':
      return vscode.ConfigurationTarget.Workspace;
    case 'folder':
      return vscode.ConfigurationTarget.WorkspaceFolder;
  }
}

function configurationOf(scope: vscode.Uri | undefined): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration(section, scope ?? null);
}

/** The configured levels by owner, without those of an untrusted workspace, which do not apply. */
function readConfiguredRules(scope: vscode.Uri | undefined): RulesSet {
  const configured = configurationOf(scope).inspect<unknown>('rules');
  const { isTrusted } = vscode.workspace;
  return {
    user: configured?.globalValue,
    workspace: isTrusted ? configured?.workspaceValue : undefined,
    folder: isTrusted && hasFolderSettings() ? configured?.workspaceFolderValue : undefined,
  };
}
