import * as vscode from 'vscode';
import { copiedText } from '../../core/assist/copied-text';
import { readLocalizer } from '../configuration';
import { guard, type Log } from '../log';

/** Not contributed in package.json: only quick fixes call it, with the text and the number of credentials masked in it. */
export const copyTextCommand = 'ctsTrace.copyText';

/** How long the status bar says what was copied, in milliseconds. */
const shownFor = 5_000;

/** Registers the command that copies the text of a quick fix to the clipboard, and says so in the status bar. */
export function registerCopyText(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(copyTextCommand, (text: unknown, masked: unknown) =>
    guard(log, copyTextCommand, async () => {
      if (typeof text !== 'string' || typeof masked !== 'number') return;
      await vscode.env.clipboard.writeText(text);
      vscode.window.setStatusBarMessage(copiedText(masked, readLocalizer()), shownFor);
    }),
  );
}
