import * as vscode from 'vscode';
import { excludedFolders, traceFileName } from '../../core/jobs/file-names';
import { isSameUri } from '../documents/text-files';
import { patternOf } from '../documents/watched-files';

export interface WatchedFolders {
  readonly folders: readonly vscode.Uri[];
  /** The files that were found in them. */
  filesOf(): readonly (vscode.Uri | undefined)[];
}

/** Calls back when trace files in the folders were changed, made or deleted, or folders with some. */
export function watchFolders(watched: WatchedFolders, onChange: () => void): vscode.Disposable {
  let isDisposed = false;
  const listen = async (uris: readonly vscode.Uri[]): Promise<void> => {
    for (const uri of uris) {
      if (!(await mayMatter(watched, uri))) continue;
      if (!isDisposed) onChange();
      return;
    }
  };
  return vscode.Disposable.from(
    ...watched.folders.map((folder) => watchFolder(folder, isCheckedFile(folder, watched), listen)),
    // For file systems that cannot be watched: changes made in the editor
    vscode.workspace.onDidCreateFiles(({ files }) => listen(files)),
    vscode.workspace.onDidDeleteFiles(({ files }) => listen(files)),
    vscode.workspace.onDidRenameFiles(({ files }) =>
      listen(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
    ),
    vscode.workspace.onDidSaveTextDocument(({ uri }) => listen([uri])),
    {
      dispose: () => {
        isDisposed = true;
      },
    },
  );
}

/** Whether it is no folder, but a file that was checked alone. */
function isCheckedFile(uri: vscode.Uri, { filesOf }: WatchedFolders): boolean {
  return filesOf().some((file) => file !== undefined && isSameUri(file, uri));
}

/** All in it, as nothing but the name of a folder may be said of one that is deleted or moved. */
function watchFolder(
  folder: vscode.Uri,
  isFile: boolean,
  listen: (uris: readonly vscode.Uri[]) => Promise<void>,
): vscode.Disposable {
  const pattern = isFile ? patternOf(folder) : new vscode.RelativePattern(folder, '**');
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange((uri) => (traceFileName.test(uri.path) ? listen([uri]) : undefined)),
    watcher.onDidCreate((uri) => listen([uri])),
    watcher.onDidDelete((uri) => listen([uri])),
  );
}

/** Whether it is a trace file by its name, or a folder that may have some or had some. */
async function mayMatter({ folders, filesOf }: WatchedFolders, uri: vscode.Uri): Promise<boolean> {
  const around = folders.find((folder) => isWithin(folder, uri) || isSameUri(folder, uri));
  if (around === undefined) return false;
  const names = uri.path.slice(around.path.length).split('/');
  if (names.some((name) => excludedFolders.has(name))) return false;
  if (traceFileName.test(uri.path)) return true;
  return filesOf().some((file) => file !== undefined && isWithin(uri, file)) || isFolder(uri);
}

function isWithin({ scheme, authority, path }: vscode.Uri, inner: vscode.Uri): boolean {
  return (
    inner.path.startsWith(path.endsWith('/') ? path : `${path}/`) &&
    inner.scheme === scheme &&
    inner.authority === authority
  );
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}
