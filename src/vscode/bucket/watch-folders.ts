import * as vscode from 'vscode';
import { traceFileName } from '../../core/jobs/file-names';

/** Calls back when trace files in the folders were changed, made or deleted. */
export function watchFolders(folders: readonly vscode.Uri[], onChange: () => void): vscode.Disposable {
  const changeIn = (uris: readonly vscode.Uri[]): void => {
    if (uris.some((uri) => isTraceFileIn(folders, uri))) onChange();
  };
  return vscode.Disposable.from(
    ...folders.map((folder) => watchFolder(folder, onChange)),
    // For file systems that cannot be watched: changes made in the editor
    vscode.workspace.onDidCreateFiles(({ files }) => changeIn(files)),
    vscode.workspace.onDidDeleteFiles(({ files }) => changeIn(files)),
    vscode.workspace.onDidRenameFiles(({ files }) =>
      changeIn(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
    ),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => changeIn([uri])),
  );
}

function watchFolder(folder: vscode.Uri, onChange: () => void): vscode.Disposable {
  const pattern = new vscode.RelativePattern(folder, '**/*.{json,jsonl,ndjson,gz}');
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(onChange),
    watcher.onDidCreate(onChange),
    watcher.onDidDelete(onChange),
  );
}

function isTraceFileIn(folders: readonly vscode.Uri[], { scheme, authority, path }: vscode.Uri): boolean {
  if (!traceFileName.test(path)) return false;
  return folders.some(
    (folder) =>
      folder.scheme === scheme &&
      folder.authority === authority &&
      path.startsWith(folder.path.endsWith('/') ? folder.path : `${folder.path}/`),
  );
}
