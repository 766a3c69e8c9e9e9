import * as vscode from 'vscode';
import { traceFileName } from '../../core/jobs/file-names';

/** How long nothing has to change before the folders are checked again, in milliseconds: files arrive one by one. */
const delay = 1000;

/** Calls back some time after trace files in the folders were changed, made or deleted. */
export function watchFolders(folders: readonly vscode.Uri[], onChange: () => void): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changeSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onChange, delay);
  };
  const changeSoonIn = (uris: readonly vscode.Uri[]): void => {
    if (uris.some((uri) => isTraceFileIn(folders, uri))) changeSoon();
  };
  return vscode.Disposable.from(
    ...folders.map((folder) => watchFolder(folder, changeSoon)),
    // For file systems that cannot be watched: changes made in the editor
    vscode.workspace.onDidCreateFiles(({ files }) => changeSoonIn(files)),
    vscode.workspace.onDidDeleteFiles(({ files }) => changeSoonIn(files)),
    vscode.workspace.onDidRenameFiles(({ files }) =>
      changeSoonIn(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
    ),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => changeSoonIn([uri])),
    { dispose: () => clearTimeout(timer) },
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
