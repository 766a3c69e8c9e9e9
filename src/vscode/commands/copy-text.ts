import * as vscode from 'vscode';
import { guard, type Log } from '../log';

/** Not contributed: quick fixes bring the text. */
export const copyTextCommand = 'ctsTrace.copyText';

/** Puts what a quick fix made into the clipboard. */
export function registerCopyText(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(copyTextCommand, (text: unknown) =>
    guard(log, copyTextCommand, async () => {
      if (typeof text === 'string') await vscode.env.clipboard.writeText(text);
    }),
  );
}
