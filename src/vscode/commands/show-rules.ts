import * as vscode from 'vscode';
import { readLanguage } from '../configuration';
import { guard, type Log } from '../log';
import { showRulesCommand } from './command-ids';
import { showMarkdown } from './markdown-preview';

/** Registers the command that opens the rules document shipped with the extension. */
export function registerShowRules(log: Log, extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(showRulesCommand, () =>
    guard(log, showRulesCommand, () => showRules(vscode.Uri.joinPath(extensionUri, 'docs'))),
  );
}

async function showRules(docs: vscode.Uri): Promise<void> {
  await showMarkdown(await rulesIn(docs));
}

/** The rules document in the user's language if there is one, otherwise the English one. */
async function rulesIn(docs: vscode.Uri): Promise<vscode.Uri> {
  const english = vscode.Uri.joinPath(docs, 'rules.md');
  const translated = vscode.Uri.joinPath(docs, `rules.${readLanguage()}.md`);
  const exists = await vscode.workspace.fs.stat(translated).then(
    () => true,
    () => false,
  );
  return exists ? translated : english;
}
