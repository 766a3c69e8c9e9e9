import * as vscode from 'vscode';
import { hasFolderSettings, section } from '../configuration';
import { readCatalogPaths, toCatalogUri } from './catalog-files';

/** The text of a file, or of the open document for it; `undefined` if there is no file. */
export async function findText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

/** Creates an empty file if there is none; says whether there is one now. */
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

/** Adds a catalog to the setting of its folder; says whether it was not listed there yet. */
export async function listInSettings(folder: vscode.WorkspaceFolder, path: string): Promise<boolean> {
  const paths = readCatalogPaths(folder);
  if (paths.some((listed) => isSamePath(folder, listed, path))) return false;
  await updatePaths(folder, [...paths, path]);
  return true;
}

/** Removes a catalog from the setting of its folder, and the setting if that listed nothing else. */
export async function removeFromSettings(folder: vscode.WorkspaceFolder, path: string): Promise<void> {
  const paths = readCatalogPaths(folder);
  const others = paths.filter((listed) => !isSamePath(folder, listed, path));
  if (others.length < paths.length) await updatePaths(folder, others.length === 0 ? undefined : others);
}

function isSamePath(folder: vscode.WorkspaceFolder, one: string, other: string): boolean {
  return toCatalogUri(folder, one).toString() === toCatalogUri(folder, other).toString();
}

async function updatePaths(
  folder: vscode.WorkspaceFolder,
  paths: readonly string[] | undefined,
): Promise<void> {
  const target = hasFolderSettings()
    ? vscode.ConfigurationTarget.WorkspaceFolder
    : vscode.ConfigurationTarget.Workspace;
  await vscode.workspace.getConfiguration(section, folder.uri).update('catalogs', paths, target);
}
