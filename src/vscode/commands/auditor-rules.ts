import * as vscode from 'vscode';
import { notableEvent } from '../../core/rules/notable-event';
import { guard, type Log } from '../log';
import { turnOnAuditorRulesCommand } from './command-ids';
import { setRuleLevel } from './rule-levels';

/** Registers the command that turns on the rules which are off by default and meant for auditors. */
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
