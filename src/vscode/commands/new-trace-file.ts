import * as vscode from 'vscode';
import { newTraceFileInSteps, noTracesText } from '../../core/assist/new-trace-file';
import { readLocalizer } from '../configuration';
import { runInSlices } from '../documents/time-slices';
import { guard, type Log } from '../log';
import { newTraceFileCommand } from './command-ids';

/** Registers the command that opens the traces on the clipboard as an untitled document. */
export function registerNewTraceFile(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(newTraceFileCommand, () =>
    guard(log, newTraceFileCommand, openFromClipboard),
  );
}

async function openFromClipboard(): Promise<void> {
  const copied = await vscode.env.clipboard.readText();
  const file = await runInSlices(newTraceFileInSteps(copied), { isWanted: () => true });
  if (file === undefined) {
    void vscode.window.showInformationMessage(noTracesText(copied, readLocalizer()));
    return;
  }
  const { text: content, languageId: language } = file;
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}
