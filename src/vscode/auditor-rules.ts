import * as vscode from 'vscode';
import { turnedOnNotice } from '../core/rule-levels';
import { notableEvent } from '../core/rules/notable-event';
import { turnOnAuditorRulesCommand } from './commands';
import { readVoice, section } from './configuration';
import { guard, type Log } from './log';
import { type ChangedLevels, changeRuleLevels } from './rule-levels';

/** The command that turns on what is off until an auditor asks for it, and offers to take that back. */
export function registerAuditorRules(log: Log): vscode.Disposable {
  const run = async (): Promise<void> => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const changed = await changeRuleLevels({ [notableEvent.id]: 'information' }, uri);
    void guard(log, turnOnAuditorRulesCommand, () => tell(changed));
  };
  return vscode.commands.registerCommand(turnOnAuditorRulesCommand, () =>
    guard(log, turnOnAuditorRulesCommand, run),
  );
}

async function tell({ owner, undo }: ChangedLevels): Promise<void> {
  const notice = turnedOnNotice(notableEvent.id, owner, readVoice());
  const chosen = await vscode.window.showInformationMessage(notice.message, notice.undo, notice.openSettings);
  if (chosen === notice.undo) await undo();
  if (chosen === notice.openSettings) {
    await vscode.commands.executeCommand('workbench.action.openSettings', `${section}.rules`);
  }
}
