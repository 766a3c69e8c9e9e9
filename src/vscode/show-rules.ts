import * as vscode from 'vscode';
import { showRulesCommand } from './commands';
import { readLanguage } from './configuration';
import { guard, type Log } from './log';

/** The command that opens the document about the rules which comes with the extension. */
export function registerShowRules(log: Log, extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(showRulesCommand, () =>
    guard(log, showRulesCommand, () => showRules(vscode.Uri.joinPath(extensionUri, 'docs'))),
  );
}

async function showRules(docs: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(await rulesIn(docs));
  try {
    await vscode.commands.executeCommand('markdown.showPreview', document.uri);
  } catch {
    // Where there is no preview, the document is readable as it is
    await vscode.window.showTextDocument(document);
  }
}

/** The document in the user's language, where there is one. */
async function rulesIn(docs: vscode.Uri): Promise<vscode.Uri> {
  const english = vscode.Uri.joinPath(docs, 'rules.md');
  const own = vscode.Uri.joinPath(docs, `rules.${readLanguage()}.md`);
  const isThere = await vscode.workspace.fs.stat(own).then(
    () => true,
    () => false,
  );
  return isThere ? own : english;
}
