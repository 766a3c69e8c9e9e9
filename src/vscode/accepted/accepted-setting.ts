import * as vscode from 'vscode';
import { section } from '../configuration';

const name = 'acceptedFindings';
export const acceptedSetting = `${section}.${name}`;

/** The path of the file of accepted findings that the settings name for a file or folder; `undefined` if they name none. */
export function readAcceptedPath(scope: vscode.Uri | undefined): string | undefined {
  const configured = vscode.workspace.getConfiguration(section, scope ?? null).get<unknown>(name);
  return typeof configured === 'string' && configured.trim() !== '' ? configured : undefined;
}

/**
 * The file that a path names: an absolute path, one within a folder, or a URI.
 *
 * @returns `undefined` if it is not absolute and there is no folder
 */
export function toAcceptedUri(path: string, folder: vscode.Uri | undefined): vscode.Uri | undefined {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(path)) return vscode.Uri.parse(path);
  const withSlashes = path.replaceAll('\\', '/');
  if (/^(?:\/|[a-z]:\/)/i.test(withSlashes)) {
    if (folder === undefined || folder.scheme === 'file') return vscode.Uri.file(path);
    return folder.with({ path: withSlashes.startsWith('/') ? withSlashes : `/${withSlashes}` });
  }
  return folder && vscode.Uri.joinPath(folder, withSlashes);
}

/** Whether the settings of the workspace name a file that is chosen: if there is one, and it is trusted. */
export function isNamedByWorkspace(): boolean {
  return vscode.workspace.isTrusted && vscode.workspace.workspaceFolders !== undefined;
}

/** Names the file in the settings: of the workspace if there is a trusted one, otherwise of the user. */
export async function writeAcceptedPath(uri: vscode.Uri): Promise<void> {
  const { workspaceFolders, workspaceFile } = vscode.workspace;
  const isOfWorkspace = isNamedByWorkspace();
  const target = isOfWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  // In a workspace of several folders a path would be looked for in each of them
  const folder = isOfWorkspace && workspaceFile === undefined ? workspaceFolders?.[0]?.uri : undefined;
  await vscode.workspace.getConfiguration(section).update(name, pathOf(uri, folder), target);
}

/** As it is written in settings. */
export function pathOf(uri: vscode.Uri, folder: vscode.Uri | undefined): string {
  const { scheme, authority, path } = uri;
  const base = folder?.path.replace(/\/?$/, '/');
  if (
    base !== undefined &&
    folder?.scheme === scheme &&
    folder.authority === authority &&
    path.startsWith(base)
  )
    return path.slice(base.length);
  return scheme === 'file' ? uri.fsPath : uri.toString();
}
