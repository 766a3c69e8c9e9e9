import * as vscode from 'vscode';
import { guard, type Log } from '../log';
import { treatAsJsonLinesCommand } from './command-ids';

/** Registers the command that switches a document to JSON Lines, so that the editor accepts several values. */
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
