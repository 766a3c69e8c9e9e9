import * as vscode from 'vscode';
import { hasFolderSettings, section } from '../configuration';
import { readCatalogPaths, toCatalogUri } from './catalog-files';

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
