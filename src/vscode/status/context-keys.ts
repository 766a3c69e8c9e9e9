import * as vscode from 'vscode';
import type { OpenDocuments } from '../checks/open-documents';

/** Maintains the context key for menus and keybindings: whether the active document holds traces. */
export function registerContextKeys(documents: OpenDocuments): vscode.Disposable {
  let wasTraceFile = false;
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const isTraceFile = document !== undefined && documents.find(document)?.file.kind === 'traces';
    if (isTraceFile === wasTraceFile) return;
    wasTraceFile = isTraceFile;
    void vscode.commands.executeCommand('setContext', 'ctsTrace.isTraceFile', isTraceFile);
  };
  return vscode.Disposable.from(
    documents.onDidCheck(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}
