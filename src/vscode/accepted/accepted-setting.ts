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
 * @returns `undefined` if it is not absolute and there is no folder, or if it is no valid URI
 */
export function toAcceptedUri(path: string, folder: vscode.Uri | undefined): vscode.Uri | undefined {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(path)) return parseUri(path);
  const withSlashes = path.replaceAll('\\', '/');
  if (/^(?:\/|[a-z]:\/)/i.test(withSlashes)) {
    if (folder === undefined || folder.scheme === 'file') return vscode.Uri.file(path);
    return folder.with({ path: withSlashes.startsWith('/') ? withSlashes : `/${withSlashes}` });
  }
  return folder && vscode.Uri.joinPath(folder, withSlashes);
}

function parseUri(text: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Whether the settings of the workspace name a file that is chosen: if it is a workspace file, and trusted. The settings of a folder that
 * is open would be a file in it, where the evidence is.
 */
export function isNamedByWorkspace(): boolean {
  return vscode.workspace.isTrusted && vscode.workspace.workspaceFile !== undefined;
}

/** Names the file in the settings: of the workspace or of the user. */
export async function writeAcceptedPath(uri: vscode.Uri): Promise<void> {
  const target = isNamedByWorkspace()
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration(section).update(name, pathOf(uri), target);
}

/** As it is written in settings. */
export function pathOf(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString();
}
