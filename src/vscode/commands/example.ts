import * as vscode from 'vscode';
import { exampleText } from '../../core/assist/example';
import { guard, type Log } from '../log';
import { openExampleCommand } from './command-ids';

/** The command that opens an example to try the extension on; it is in no file until the user saves it. */
export function registerExample(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(openExampleCommand, () =>
    guard(log, openExampleCommand, openExample),
  );
}

async function openExample(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'json', content: exampleText });
  await vscode.window.showTextDocument(document);
}
