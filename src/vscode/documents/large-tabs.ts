import * as vscode from 'vscode';

/** Reads a file on disk piece by piece. Absent on the web, where a file can only be read as a whole. */
export type ReadPieces = (path: string) => AsyncIterable<Uint8Array>;

/** Larger documents are shown by the editor, but not passed to extensions; in bytes if all characters are ASCII. */
export const maxDocumentSize = 50 * 1024 * 1024;

const names = /\.(?:jsonc?|jsonl|ndjson)$/i;

/** A file that may be too large for the editor to pass it to extensions. */
export interface LargeFile {
  readonly uri: vscode.Uri;
  /** In bytes. */
  readonly size: number;
}

/** The file of the active tab, if no document of it was passed to extensions and its size may be the reason. */
export async function findLargeFile(): Promise<LargeFile | undefined> {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputText) || !names.test(input.uri.path)) return undefined;
  const { uri } = input;
  const key = uri.toString();
  if (vscode.workspace.textDocuments.some((document) => document.uri.toString() === key)) return undefined;
  const size = await sizeOf(uri);
  return size > maxDocumentSize ? { uri, size } : undefined;
}

/** Whether a file has a size at which the editor does not pass it to extensions. */
export async function isLarge(uri: vscode.Uri): Promise<boolean> {
  return (await sizeOf(uri)) > maxDocumentSize;
}

/** In bytes; 0 for what cannot be read. */
async function sizeOf(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    return 0;
  }
}
