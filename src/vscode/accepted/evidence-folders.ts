import * as vscode from 'vscode';

/** The path of a file on disk after all symbolic links. Rejects if there is no such file. */
export type RealPath = (path: string) => Promise<string>;

/** Whether a file is in a folder, by their names alone. In doubt whether case matters, it does not. */
export function isWithin(uri: vscode.Uri, folder: vscode.Uri): boolean {
  const path = folder.path.replace(/\/?$/, '/').toLowerCase();
  return (
    uri.scheme === folder.scheme &&
    uri.authority.toLowerCase() === folder.authority.toLowerCase() &&
    uri.path.toLowerCase().startsWith(path)
  );
}

/** The innermost of the folders that a file is in. */
export function folderAround(uri: vscode.Uri, folders: readonly vscode.Uri[]): vscode.Uri | undefined {
  const around = folders.filter((folder) => isWithin(uri, folder));
  return around.sort((one, other) => other.path.length - one.path.length)[0];
}

/**
 * Whether a file is in one of the folders, symbolic links included: where these cannot be followed, as on the web, a file
 * that is one counts as inside.
 */
export async function isInAny(
  uri: vscode.Uri,
  folders: readonly vscode.Uri[],
  realPath: RealPath | undefined,
): Promise<boolean> {
  if (folders.some((folder) => isWithin(uri, folder))) return true;
  if (folders.length === 0) return false;
  if (realPath === undefined || uri.scheme !== 'file') return isLink(uri);
  const real = await resolveLinks(uri, realPath);
  const realFolders = await Promise.all(folders.map((folder) => resolveLinks(folder, realPath)));
  return realFolders.some((folder) => isWithin(real, folder));
}

async function resolveLinks(uri: vscode.Uri, realPath: RealPath): Promise<vscode.Uri> {
  if (uri.scheme !== 'file') return uri;
  try {
    return vscode.Uri.file(await realPath(uri.fsPath));
  } catch {
    return uri;
  }
}

async function isLink(uri: vscode.Uri): Promise<boolean> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.SymbolicLink) !== 0;
  } catch {
    return false;
  }
}
