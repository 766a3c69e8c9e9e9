import * as vscode from 'vscode';
import { guard, type Log } from '../log';
import { rulesDocumentIn } from '../rules-document';
import { showRulesCommand } from './command-ids';
import { showMarkdown } from './markdown-preview';

/** Registers the command that opens the rules document shipped with the extension. */
export function registerShowRules(log: Log, extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(showRulesCommand, () =>
    guard(log, showRulesCommand, () => showMarkdown(rulesDocumentIn(extensionUri))),
  );
}
