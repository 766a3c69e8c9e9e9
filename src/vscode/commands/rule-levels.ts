import * as vscode from 'vscode';
import {
  type LevelNotice,
  levelNotice,
  notSetNotice,
  notTakenBackNotice,
  ownerOfRule,
  type RulesSet,
  type SettingsOwner,
  withLevels,
  withoutLevels,
} from '../../core/assist/rule-level-choices';
import { isRuleLevel, type RuleLevel } from '../../core/rules/severity';
import { hasFolderSettings, readLocalizer, section } from '../configuration';
import { findOriginalUri } from '../documents/original-uri';
import { guard, type Log } from '../log';

export const setRuleLevelCommand = 'ctsTrace.setRuleLevel';

const settingName = `${section}.rules`;

/** The command behind "turn the rule down": it writes the user's settings, never the evidence. */
export function registerRuleLevels(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(setRuleLevelCommand, (rule: unknown, level: unknown, uri: unknown) =>
    guard(log, setRuleLevelCommand, async () => {
      if (typeof rule !== 'string' || !isRuleLevel(level)) return;
      await setRuleLevel({ rule, level, uri: uri instanceof vscode.Uri ? uri : undefined }, log);
    }),
  );
}

/** A level to be set. */
export interface LevelChange {
  readonly rule: string;
  readonly level: RuleLevel;
  /** The document that it is set for. */
  readonly uri: vscode.Uri | undefined;
}

/**
 * Sets the level of a rule where one is set already, for the folder or the workspace if it is trusted; else for the user.
 * Tells of it, and offers to take it back; tells, too, where settings cannot be written.
 */
export async function setRuleLevel({ rule, level, uri }: LevelChange, log: Log): Promise<void> {
  const levels = { [rule]: level };
  const scope = uri && (findOriginalUri(uri) ?? uri);
  const set = readSet(scope);
  const change = { rule, level, owner: ownerOfRule(rule, set) };
  const before = set[change.owner];
  const write = async (
    value: object | undefined,
    failure: typeof notSetNotice | typeof notTakenBackNotice,
  ): Promise<boolean> => {
    try {
      await configurationOf(scope).update('rules', value, targetOf(change.owner));
      return true;
    } catch (error) {
      log.error(setRuleLevelCommand, error);
      void guard(log, setRuleLevelCommand, () => tellFailure(failure(change, settingName, readLocalizer())));
      return false;
    }
  };
  if (!(await write(withLevels(before, levels), notSetNotice))) return;
  const undo = (): Promise<boolean> =>
    write(withoutLevels(readSet(scope)[change.owner], before, levels), notTakenBackNotice);
  void guard(log, setRuleLevelCommand, () => tell(levelNotice(change, readLocalizer()), undo));
}

async function tell(notice: LevelNotice, undo: () => Promise<unknown>): Promise<void> {
  const chosen = await vscode.window.showInformationMessage(notice.message, notice.undo, notice.openSettings);
  if (chosen === notice.undo) await undo();
  if (chosen === notice.openSettings) await openSettings();
}

async function tellFailure(notice: Omit<LevelNotice, 'undo'>): Promise<void> {
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

/** What is set; nothing of a workspace that nobody trusts, whose settings are not read. */
function readSet(scope: vscode.Uri | undefined): RulesSet {
  const set = configurationOf(scope).inspect<unknown>('rules');
  const { isTrusted } = vscode.workspace;
  return {
    user: set?.globalValue,
    workspace: isTrusted ? set?.workspaceValue : undefined,
    folder: isTrusted && hasFolderSettings() ? set?.workspaceFolderValue : undefined,
  };
}
