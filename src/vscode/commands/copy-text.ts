import * as vscode from 'vscode';
import { guard, type Log } from '../log';

/** Not contributed in package.json: only quick fixes call it, with the text as argument. */
export const copyTextCommand = 'ctsTrace.copyText';

/** Registers the command that copies the text of a quick fix to the clipboard. */
export function registerCopyText(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(copyTextCommand, (text: unknown) =>
    guard(log, copyTextCommand, async () => {
      if (typeof text === 'string') await vscode.env.clipboard.writeText(text);
    }),
  );
}
