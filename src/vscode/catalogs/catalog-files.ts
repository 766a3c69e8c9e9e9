import * as vscode from 'vscode';
import type { Localizer } from '../../core/text/localization';
import { unreadableCatalog } from '../../core/user-catalog/notices';
import { readUserCatalog, type UserCatalog } from '../../core/user-catalog/user-catalog';
import { section } from '../configuration';
import { isMissing, readText } from '../documents/text-files';

/** A user catalog with its current text, unsaved changes included. */
export interface CatalogFile {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly catalog: UserCatalog;
  /** Set if the file could not be read. */
  readonly unread?: ListedCatalog;
}

/** A catalog as the settings of a folder list it. */
export interface ListedCatalog {
  readonly folder: vscode.WorkspaceFolder;
  readonly path: string;
}

/** The folder whose settings apply to a document: the first one if it is outside all folders, as untitled ones are. */
export function findFolder(uri: vscode.Uri | undefined): vscode.WorkspaceFolder | undefined {
  return (uri && vscode.workspace.getWorkspaceFolder(uri)) ?? vscode.workspace.workspaceFolders?.[0];
}

/** The distinct catalog paths configured for a folder, without values that are not a path. */
export function readCatalogPaths(folder: vscode.WorkspaceFolder): readonly string[] {
  const configured = vscode.workspace.getConfiguration(section, folder.uri).get<unknown>('catalogs');
  const paths = Array.isArray(configured)
    ? configured.filter((path): path is string => typeof path === 'string')
    : [];
  return [...new Set(paths.filter((path) => path.trim() !== ''))];
}

export function toCatalogUri(folder: vscode.WorkspaceFolder, path: string): vscode.Uri {
  return vscode.Uri.joinPath(folder.uri, path.replaceAll('\\', '/'));
}

export async function readCatalogFile(
  folder: vscode.WorkspaceFolder,
  path: string,
  localizer: Localizer,
): Promise<CatalogFile> {
  const uri = toCatalogUri(folder, path);
  try {
    const text = await readText(uri);
    return { uri, text, catalog: readUserCatalog(text, path, localizer) };
  } catch (error) {
    const listed = { path, setting: `${section}.catalogs`, isMissing: isMissing(error) };
    return { uri, text: '', catalog: unreadableCatalog(listed, localizer), unread: { folder, path } };
  }
}
