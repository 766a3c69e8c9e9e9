import * as vscode from 'vscode';
import { guard, type Log } from '../log';
import { treatAsJsonLinesCommand } from './command-ids';

/** The command that calls a `.json` file JSON Lines, for which the editor expects more than one value. */
export function registerJsonLines(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(treatAsJsonLinesCommand, (uri: unknown) =>
    guard(log, treatAsJsonLinesCommand, () => treatAsJsonLines(uri)),
  );
}

async function treatAsJsonLines(uri: unknown): Promise<void> {
  const document =
    uri instanceof vscode.Uri
      ? await vscode.workspace.openTextDocument(uri)
      : vscode.window.activeTextEditor?.document;
  if (document) await vscode.languages.setTextDocumentLanguage(document, 'jsonl');
}
