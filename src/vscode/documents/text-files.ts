import * as vscode from 'vscode';
import { encodingOf } from '../../core/text/detect-encoding';

/**
 * The text of a file, unsaved changes included. A document without any may be older than the file, as files that are outside of
 * the workspace are not followed by the editor.
 */
export async function readText(uri: vscode.Uri): Promise<string> {
  const dirty = findDirty(uri);
  if (dirty) return dirty.getText();
  const bytes = await vscode.workspace.fs.readFile(uri);
  return new TextDecoder(encodingOf(bytes).name).decode(bytes);
}

function findDirty(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.isDirty && isSameUri(document.uri, uri));
}

/** Whether an error says that there is no such file. */
export function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** Replaces the text of a file, in its document if that has unsaved changes. Says whether it did. */
export async function replaceText(uri: vscode.Uri, text: string): Promise<boolean> {
  if (findDirty(uri)) return writeText(uri, text);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return true;
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
