import * as vscode from 'vscode';
import { type AcceptRefusal, refusalNotice } from '../../core/accepted/accepted-texts';
import { readLocalizer } from '../configuration';

/** Says why a file of accepted findings was not changed, and offers what helps. */
export async function showRefusal(refusal: AcceptRefusal, file: vscode.Uri): Promise<void> {
  const notice = refusalNotice(refusal, vscode.workspace.asRelativePath(file), readLocalizer());
  const { message, open, trust } = { open: undefined, trust: undefined, ...notice };
  const buttons = [open, trust].filter((button) => button !== undefined);
  const chosen = await vscode.window.showErrorMessage(message, ...buttons);
  if (chosen === undefined) return;
  if (chosen === open) await vscode.window.showTextDocument(file);
  if (chosen === trust) await vscode.commands.executeCommand('workbench.trust.manage');
}
