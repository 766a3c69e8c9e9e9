import * as vscode from 'vscode';
import { isSameUri } from './text-files';

/** Delay after the last change before it is told, in milliseconds: a file that is being edited changes often. */
const delay = 200;

/** How long it may take until a file is watched, in milliseconds: what changes before that is not told. */
const startDelay = 1000;

/** Tells some time after one of several files has changed, wherever: on disk, or unsaved in an editor. */
export class WatchedFiles implements vscode.Disposable {
  private readonly subscriptions: readonly vscode.Disposable[];
  private watchers: readonly vscode.Disposable[] = [];
  private uris: readonly vscode.Uri[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly onChange: () => void) {
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.changeSoon(document.uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.changeSoon(uri)),
      // For file systems that cannot be watched: changes made in the editor, or while its window had no focus
      vscode.workspace.onDidCreateFiles(({ files }) => this.changeSoon(...files)),
      vscode.workspace.onDidDeleteFiles(({ files }) => this.changeSoon(...files)),
      vscode.workspace.onDidRenameFiles(({ files }) =>
        this.changeSoon(...files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
      ),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.changeSoon(...this.uris);
      }),
    ];
  }

  /** Watches these files from now on, and no others. */
  watch(uris: readonly vscode.Uri[]): void {
    if (uris.join() === this.uris.join()) return;
    this.uris = uris;
    vscode.Disposable.from(...this.watchers).dispose();
    this.watchers = uris.map((uri) => watchFile(uri, () => this.changeSoon(uri)));
    if (uris.length > 0) this.changeIn(startDelay);
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.watchers, ...this.subscriptions).dispose();
  }

  private changeSoon(...changed: readonly vscode.Uri[]): void {
    if (!this.uris.some((uri) => changed.some((each) => isSameUri(uri, each)))) return;
    this.changeIn(delay);
  }

  private changeIn(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.onChange, delay);
  }
}

/** Matches one file. */
export function patternOf(uri: vscode.Uri): vscode.RelativePattern {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), name.replace(/[*?{}[\]]/g, '[$&]'));
}

function watchFile(uri: vscode.Uri, onChange: () => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(patternOf(uri));
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(onChange),
    watcher.onDidCreate(onChange),
    watcher.onDidDelete(onChange),
  );
}
