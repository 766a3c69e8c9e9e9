import * as vscode from 'vscode';
import type { IsExcluded } from '../../core/bucket/exclude-globs';
import { excludedFolders, traceFileName } from '../../core/jobs/file-names';
import { errorCodeAt } from '../documents/file-errors';

/** A file of a folder, or something that was not looked into. */
export interface FoundFile {
  readonly uri: vscode.Uri;
  /** Relative to the folder, with slashes; empty for what was given itself. */
  readonly path: string;
  readonly kind: 'file' | 'excluded' | 'unreadable';
  /** Why it is unreadable, with the codes of Node. */
  readonly code?: string;
}

export interface FindOptions {
  readonly isExcluded: IsExcluded;
  /** The URIs of files and folders that are looked into on their own. */
  readonly apart: ReadonlySet<string>;
}

/**
 * The trace files of a folder by their names, sorted, those in folders in it as well; or the file that is given itself.
 * Links to folders are not followed.
 */
export async function* findFiles(root: vscode.Uri, options: FindOptions): AsyncGenerator<FoundFile> {
  if (await isFile(root)) yield { uri: root, path: '', kind: 'file' };
  else yield* findIn({ uri: root, path: '' }, options);
}

async function* findIn(
  folder: Pick<FoundFile, 'uri' | 'path'>,
  options: FindOptions,
): AsyncGenerator<FoundFile> {
  const listed = await list(folder.uri);
  if (typeof listed === 'string') {
    yield { ...folder, kind: 'unreadable', code: listed };
    return;
  }
  for (const [name, type] of listed) {
    const uri = vscode.Uri.joinPath(folder.uri, name);
    const path = folder.path === '' ? name : `${folder.path}/${name}`;
    const isFolder = (type & vscode.FileType.Directory) !== 0;
    // Reading a pipe could take for ever
    if (type === vscode.FileType.Unknown) continue;
    if (isFolder ? excludedFolders.has(name) : !traceFileName.test(name)) continue;
    if (options.apart.has(uri.toString())) continue;
    if (options.isExcluded(path)) yield { uri, path, kind: 'excluded' };
    else if (!isFolder) yield { uri, path, kind: 'file' };
    else if (type & vscode.FileType.SymbolicLink) yield { uri, path, kind: 'unreadable', code: 'link' };
    else yield* findIn({ uri, path }, options);
  }
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}

/** @returns the entries by name, or why there are none */
async function list(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][] | string> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.sort(([one], [other]) => (one < other ? -1 : 1));
  } catch (error) {
    return errorCodeAt(folder, error);
  }
}
