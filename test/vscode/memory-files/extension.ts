import * as vscode from 'vscode';
import { MemoryFiles } from './memory-files';

/** Serves files from memory: under `memfs:` they can be written, under `memfs-readonly:` the same ones cannot. */
export function activate(context: vscode.ExtensionContext): void {
  const files = new MemoryFiles();
  const register = vscode.workspace.registerFileSystemProvider;
  context.subscriptions.push(
    register('memfs', files, { isCaseSensitive: true }),
    register('memfs-readonly', files, { isCaseSensitive: true, isReadonly: true }),
  );
}
