import * as vscode from 'vscode';
import { exampleText } from '../../core/assist/example';
import { guard, type Log } from '../log';
import { openExampleCommand } from './command-ids';

/** Registers the command that opens an example trace file as an untitled document. */
export function registerExample(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(openExampleCommand, () =>
    guard(log, openExampleCommand, openExample),
  );
}

async function openExample(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'json', content: exampleText });
  await vscode.window.showTextDocument(document);
}
