import * as vscode from 'vscode';
import { MemoryFiles } from './memory-files';

/** What tests can ask the file system. */
export type MemoryFilesApi = Pick<MemoryFiles, 'watched' | 'hold' | 'heldReads'>;

/** Serves files from memory: writable as `memfs:`, and the same files read-only as `memfs-readonly:`. */
export function activate(context: vscode.ExtensionContext): MemoryFilesApi {
  const files = new MemoryFiles();
  const register = vscode.workspace.registerFileSystemProvider;
  context.subscriptions.push(
    register('memfs', files, { isCaseSensitive: true }),
    register('memfs-readonly', files, { isCaseSensitive: true, isReadonly: true }),
  );
  return { watched: () => files.watched(), hold: () => files.hold(), heldReads: () => files.heldReads() };
}
