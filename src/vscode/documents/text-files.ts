import * as vscode from 'vscode';
import { encodingOf } from '../../core/text/detect-encoding';

/** The text of a file, or of the open document for it. */
export async function readText(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((document) => isSameUri(document.uri, uri));
  if (open) return open.getText();
  const bytes = await vscode.workspace.fs.readFile(uri);
  return new TextDecoder(encodingOf(bytes).name).decode(bytes);
}

export function isSameUri(one: vscode.Uri, other: vscode.Uri): boolean {
  return one.toString() === other.toString();
}

/** The text of a file, or of the open document for it; `undefined` if there is no file. */
export async function findText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

/** Creates a file if there is none; says whether there is one now. */
export async function createFile(uri: vscode.Uri): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true });
  return vscode.workspace.applyEdit(edit);
}

/** Creates a file with a text; says whether there was none before, and now is. */
export async function createFileWith(uri: vscode.Uri, text: string): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  return vscode.workspace.applyEdit(edit);
}

export async function deleteFile(uri: vscode.Uri): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(uri, { ignoreIfNotExists: true });
  return vscode.workspace.applyEdit(edit);
}

/** Edits the document rather than the file, so that open editors follow and the change can be undone. */
export async function writeText(uri: vscode.Uri, text: string): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri);
  const before = document.getText();
  if (before === text && !document.isDirty) return true;
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(before.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, whole, text);
  if (before !== text && !(await vscode.workspace.applyEdit(edit))) return false;
  return document.save();
}
