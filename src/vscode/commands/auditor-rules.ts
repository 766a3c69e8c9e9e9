import * as vscode from 'vscode';
import { notableEvent } from '../../core/rules/notable-event';
import { guard, type Log } from '../log';
import { turnOnAuditorRulesCommand } from './command-ids';
import { setRuleLevel } from './rule-levels';

/** The command that turns on what is off until an auditor asks for it. */
export function registerAuditorRules(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(turnOnAuditorRulesCommand, () =>
    guard(log, turnOnAuditorRulesCommand, () =>
      setRuleLevel(
        {
          rule: notableEvent.id,
          level: 'information',
          uri: vscode.window.activeTextEditor?.document.uri,
        },
        log,
      ),
    ),
  );
}
