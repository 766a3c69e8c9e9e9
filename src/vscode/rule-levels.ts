import * as vscode from 'vscode';
import {
  levelNotice,
  ownerOfRule,
  type RulesSet,
  type SettingsOwner,
  withLevels,
  withoutLevels,
} from '../core/rule-levels';
import { isRuleLevel, type RuleLevel } from '../core/settings';
import { hasFolderSettings, readVoice, section } from './configuration';
import { findOriginalUri } from './formatted-uri';
import { guard, type Log } from './log';

export const setRuleLevelCommand = 'ctsTrace.setRuleLevel';

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
 * Tells of it, and offers to take it back.
 */
export async function setRuleLevel({ rule, level, uri }: LevelChange, log: Log): Promise<void> {
  const levels = { [rule]: level };
  const scope = uri && (findOriginalUri(uri) ?? uri);
  const set = readSet(scope);
  const owner = ownerOfRule(rule, set);
  const before = set[owner];
  const write = (value: object | undefined): Thenable<void> =>
    configurationOf(scope).update('rules', value, targetOf(owner));
  await write(withLevels(before, levels));
  const undo = (): Thenable<void> => write(withoutLevels(readSet(scope)[owner], before, levels));
  void guard(log, setRuleLevelCommand, () => tell({ rule, level, owner }, undo));
}

async function tell(
  set: { rule: string; level: RuleLevel; owner: SettingsOwner },
  undo: () => Thenable<void>,
): Promise<void> {
  const notice = levelNotice(set, readVoice());
  const chosen = await vscode.window.showInformationMessage(notice.message, notice.undo, notice.openSettings);
  if (chosen === notice.undo) await undo();
  if (chosen === notice.openSettings) {
    await vscode.commands.executeCommand('workbench.action.openSettings', `${section}.rules`);
  }
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
