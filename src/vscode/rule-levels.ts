import * as vscode from 'vscode';
import { type SettingsOwner, withLevels, withoutLevels } from '../core/rule-levels';
import { isRuleLevel, type RuleLevels } from '../core/settings';
import { hasFolderSettings, section } from './configuration';
import { findOriginalUri } from './formatted-uri';
import { guard, type Log } from './log';

export const setRuleLevelCommand = 'ctsTrace.setRuleLevel';

/** The command behind "turn the rule down": it writes the user's settings, never the evidence. */
export function registerRuleLevels(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(setRuleLevelCommand, (rule: unknown, level: unknown, uri: unknown) =>
    guard(log, setRuleLevelCommand, async () => {
      if (typeof rule !== 'string' || !isRuleLevel(level)) return;
      await changeRuleLevels({ [rule]: level }, uri instanceof vscode.Uri ? uri : undefined);
    }),
  );
}

/** What was done to the settings. */
export interface ChangedLevels {
  readonly owner: SettingsOwner;
  /** Puts back what was set for these rules before. */
  undo(): Thenable<void>;
}

/**
 * Sets levels of rules where such are set already, for the folder or the workspace if it is trusted; else for the user.
 *
 * @param uri the document that they are set for
 */
export async function changeRuleLevels(
  levels: RuleLevels,
  uri: vscode.Uri | undefined,
): Promise<ChangedLevels> {
  const scope = uri && (findOriginalUri(uri) ?? uri);
  const owner = ownerOf(readSet(scope));
  const before = readSet(scope)[owner];
  const write = (set: object | undefined): Thenable<void> =>
    configurationOf(scope).update('rules', set, targetOf(owner));
  await write(withLevels(before, levels));
  return { owner, undo: () => write(withoutLevels(readSet(scope)[owner], before, levels)) };
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

function readSet(scope: vscode.Uri | undefined): Readonly<Record<SettingsOwner, unknown>> {
  const set = configurationOf(scope).inspect<unknown>('rules');
  return {
    user: set?.globalValue,
    workspace: set?.workspaceValue,
    folder: hasFolderSettings() ? set?.workspaceFolderValue : undefined,
  };
}

/** The innermost that has any: it would hide what is set further out. */
function ownerOf({ folder, workspace }: Readonly<Record<SettingsOwner, unknown>>): SettingsOwner {
  if (!vscode.workspace.isTrusted) return 'user';
  if (folder !== undefined) return 'folder';
  return workspace === undefined ? 'user' : 'workspace';
}
