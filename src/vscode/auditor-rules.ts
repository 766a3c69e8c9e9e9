import * as vscode from 'vscode';
import { notableEvent } from '../core/rules/notable-event';
import { turnOnAuditorRulesCommand } from './commands';
import { readVoice, section } from './configuration';
import { guard, type Log } from './log';
import { type ChangedLevels, changeRuleLevels } from './rule-levels';

/** The command that turns on what is off until an auditor asks for it, and offers to take that back. */
export function registerAuditorRules(log: Log): vscode.Disposable {
  const run = async (): Promise<void> => {
    const changed = await changeRuleLevels({ [notableEvent.id]: 'information' });
    void guard(log, turnOnAuditorRulesCommand, () => tell(changed));
  };
  return vscode.commands.registerCommand(turnOnAuditorRulesCommand, () =>
    guard(log, turnOnAuditorRulesCommand, run),
  );
}

async function tell({ isInWorkspace, undo }: ChangedLevels): Promise<void> {
  const { t } = readVoice();
  const message = isInWorkspace
    ? t('"{0}" is on and shows its findings as information (workspace settings)', notableEvent.id)
    : t('"{0}" is on and shows its findings as information (user settings)', notableEvent.id);
  const takeBack = t('Undo');
  const openSettings = t('Open Settings');
  const chosen = await vscode.window.showInformationMessage(message, takeBack, openSettings);
  if (chosen === takeBack) await undo();
  if (chosen === openSettings) {
    await vscode.commands.executeCommand('workbench.action.openSettings', `${section}.rules`);
  }
}
