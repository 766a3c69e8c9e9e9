import * as vscode from 'vscode';
import { isRuleLevel, type RuleLevels } from '../core/settings';
import { section } from './configuration';
import { guard, type Log } from './log';

export const setRuleLevelCommand = 'ctsTrace.setRuleLevel';

/** The command behind "turn the rule down": it writes the user's settings, never the evidence. */
export function registerRuleLevels(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(setRuleLevelCommand, (rule: unknown, level: unknown) =>
    guard(log, setRuleLevelCommand, () => setRuleLevel(rule, level)),
  );
}

async function setRuleLevel(rule: unknown, level: unknown): Promise<void> {
  if (typeof rule === 'string' && isRuleLevel(level)) await changeRuleLevels({ [rule]: level });
}

/** What was done to the settings. */
export interface ChangedLevels {
  readonly isInWorkspace: boolean;
  /** Puts back what was set before. */
  undo(): Thenable<void>;
}

/** Sets levels of rules where such are set already: for the workspace if it is trusted, else for the user. */
export async function changeRuleLevels(levels: RuleLevels): Promise<ChangedLevels> {
  const configuration = vscode.workspace.getConfiguration(section);
  const set = configuration.inspect<RuleLevels>('rules');
  const isInWorkspace = set?.workspaceValue !== undefined && vscode.workspace.isTrusted;
  const before = isInWorkspace ? set.workspaceValue : set?.globalValue;
  const target = isInWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration.update('rules', { ...before, ...levels }, target);
  return { isInWorkspace, undo: () => configuration.update('rules', before, target) };
}
