import * as vscode from 'vscode';
import { mayBeMisread } from '../../core/jobs/file-names';

/**
 * The code that `openErrorText` has for an error of the editor's file systems; a message if it has none. As the editor lists
 * what names look like, a file whose name is not UTF-8 is not found by it.
 */
export function errorCodeAt({ path }: vscode.Uri, error: unknown): string {
  const code = codeOf(error);
  return code === 'ENOENT' && mayBeMisread(path) ? 'misread' : code;
}

function codeOf(error: unknown): string {
  if (!(error instanceof vscode.FileSystemError))
    return error instanceof Error ? error.message : String(error);
  return codes.get(error.code) ?? error.code;
}

const codes: ReadonlyMap<string, string> = new Map([
  ['FileNotFound', 'ENOENT'],
  ['NoPermissions', 'EACCES'],
  ['FileIsADirectory', 'EISDIR'],
]);
