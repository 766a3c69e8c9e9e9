import * as vscode from 'vscode';
import type { IsExcluded } from '../../core/bucket/exclude-globs';
import { excludedFolders, traceFileName } from '../../core/jobs/file-names';

/** A file of a folder, or something that was not looked into. */
export interface FoundFile {
  readonly uri: vscode.Uri;
  /** Relative to the folder, with slashes. */
  readonly path: string;
  readonly kind: 'file' | 'excluded' | 'unreadable';
  /** Why it is unreadable, with the codes of Node. */
  readonly code?: string;
}

/** The trace files of a folder by their names, sorted, those in folders in it as well. Links to folders are not followed. */
export async function* findFiles(
  folder: vscode.Uri,
  isExcluded: IsExcluded,
  path = '',
): AsyncGenerator<FoundFile> {
  const listed = await list(folder);
  if (typeof listed === 'string') {
    yield { uri: folder, path, kind: 'unreadable', code: listed };
    return;
  }
  for (const [name, type] of listed) {
    const uri = vscode.Uri.joinPath(folder, name);
    const at = path === '' ? name : `${path}/${name}`;
    const isFolder = (type & vscode.FileType.Directory) !== 0;
    if (isFolder ? excludedFolders.has(name) : !traceFileName.test(name)) continue;
    if (isExcluded(at)) yield { uri, path: at, kind: 'excluded' };
    else if (!isFolder) yield { uri, path: at, kind: 'file' };
    else if (type & vscode.FileType.SymbolicLink) yield { uri, path: at, kind: 'unreadable', code: 'link' };
    else yield* findFiles(uri, isExcluded, at);
  }
}

/** @returns the entries by name, or why there are none */
async function list(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][] | string> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.sort(([one], [other]) => (one < other ? -1 : 1));
  } catch (error) {
    return codeOfError(error);
  }
}

/** The code that Node has for an error of the editor's file systems. */
export function codeOfError(error: unknown): string {
  const code = error instanceof vscode.FileSystemError ? error.code : String(error);
  return codes.get(code) ?? code;
}

const codes: ReadonlyMap<string, string> = new Map([
  ['FileNotFound', 'ENOENT'],
  ['NoPermissions', 'EACCES'],
  ['FileIsADirectory', 'EISDIR'],
]);
