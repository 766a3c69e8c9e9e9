import * as vscode from 'vscode';

export function folderNamed(name: string): vscode.WorkspaceFolder {
  const folder = vscode.workspace.workspaceFolders?.find((found) => found.name === name);
  if (!folder) throw new Error(`The window has no folder ${name}`);
  return folder;
}
