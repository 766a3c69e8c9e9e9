import * as vscode from 'vscode';
import { notableEvent } from '../../core/rules/notable-event';
import type { RuleLevel } from '../../core/rules/severity';
import { readLevels } from '../configuration';
import { sourceUriOf } from '../documents/original-uri';
import { guard, type Log } from '../log';
import { toggleNotableEventsCommand, turnOnAuditorRulesCommand } from './command-ids';
import { setRuleLevel } from './rule-levels';

/** Registers the commands that turn the rule on notable events on and off; it is off by default. */
export function registerNotableEvents(log: Log): vscode.Disposable {
  const register = (command: string, levelNow: () => RuleLevel): vscode.Disposable =>
    vscode.commands.registerCommand(command, () =>
      guard(log, command, () => {
        const uri = vscode.window.activeTextEditor?.document.uri;
        return setRuleLevel({ rule: notableEvent.id, level: levelNow(), uri }, log);
      }),
    );
  return vscode.Disposable.from(
    register(toggleNotableEventsCommand, () => (areShown() ? 'off' : 'information')),
    register(turnOnAuditorRulesCommand, () => 'information'),
  );
}

/** Whether notable events are reported in the active document. */
function areShown(): boolean {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const scope = uri && sourceUriOf(uri);
  return (readLevels(scope ?? null)[notableEvent.id] ?? notableEvent.level) !== 'off';
}
