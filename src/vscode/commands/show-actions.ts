import * as vscode from 'vscode';
import { noActionsText } from '../../core/assist/finding-text';
import { readLocalizer } from '../configuration';
import { guard, type Log } from '../log';
import { showActionsCommand } from './command-ids';

/**
 * Registers the command that lists the actions at the cursor, for read-only documents such as formatted views: there the
 * editor itself offers none, not even those that edit nothing.
 */
export function registerShowActions(log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(showActionsCommand, () =>
    guard(log, showActionsCommand, showActions),
  );
}

async function showActions(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const rows = editor === undefined ? [] : await findRows(editor);
  if (rows.length === 0) {
    void vscode.window.showInformationMessage(noActionsText(readLocalizer()));
    return;
  }
  const chosen = await vscode.window.showQuickPick(rows);
  if (chosen === undefined) return;
  const { command, arguments: values = [] } = chosen.command;
  await vscode.commands.executeCommand(command, ...values);
}

interface Row extends vscode.QuickPickItem {
  readonly command: vscode.Command;
}

/** The actions that are commands; those that edit cannot be applied. */
async function findRows({ document, selection }: vscode.TextEditor): Promise<readonly Row[]> {
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    selection,
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.flatMap(({ title, command, edit }) =>
    command === undefined || edit !== undefined ? [] : [{ label: title, command }],
  );
}
