import * as vscode from 'vscode';
import { checkFolderCommand } from '../commands/command-ids';

/** The command that checks the folder of a file; `undefined` if there is none. */
export async function findFolderCheck(
  file: vscode.Uri,
): Promise<{ readonly command: string; readonly arguments: readonly vscode.Uri[] } | undefined> {
  const commands = await vscode.commands.getCommands(true);
  if (!commands.includes(checkFolderCommand)) return undefined;
  return { command: checkFolderCommand, arguments: [vscode.Uri.joinPath(file, '..')] };
}
