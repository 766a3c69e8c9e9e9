import * as vscode from 'vscode';
import { findPackedUri } from '../documents/original-uri';

/** Delay after the last change on disk, in milliseconds, since all of the file is read again. */
const refreshDelay = 300;

type Notify = (packed: vscode.Uri, type: vscode.FileChangeType) => void;

/** Watches the packed files whose text is open, formatted or not. */
export class FollowedFiles implements vscode.Disposable {
  /** By URI of the packed file. */
  private readonly watchers = new Map<string, vscode.Disposable>();
  private readonly subscriptions: vscode.Disposable;

  constructor(private readonly notify: Notify) {
    this.subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument(() => this.update()),
      vscode.workspace.onDidCloseTextDocument(() => this.update()),
    );
    this.update();
  }

  dispose(): void {
    vscode.Disposable.from(...this.watchers.values(), this.subscriptions).dispose();
    this.watchers.clear();
  }

  private update(): void {
    const packed = vscode.workspace.textDocuments.flatMap(({ uri }) => findPackedUri(uri) ?? []);
    const wanted = new Map(packed.map((uri) => [uri.toString(), uri]));
    for (const [key, watcher] of this.watchers) {
      if (wanted.has(key)) continue;
      watcher.dispose();
      this.watchers.delete(key);
    }
    for (const [key, uri] of wanted) if (!this.watchers.has(key)) this.watchers.set(key, this.watch(uri));
  }

  private watch(packed: vscode.Uri): vscode.Disposable {
    const folder = vscode.Uri.joinPath(packed, '..');
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*'));
    const key = packed.toString();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const notifySoon = (uri: vscode.Uri): void => {
      if (uri.toString() !== key) return;
      clearTimeout(timer);
      timer = setTimeout(() => this.notify(packed, vscode.FileChangeType.Changed), refreshDelay);
    };
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange(notifySoon),
      watcher.onDidCreate(notifySoon),
      watcher.onDidDelete((uri) => {
        if (uri.toString() === key) this.notify(packed, vscode.FileChangeType.Deleted);
      }),
      { dispose: () => clearTimeout(timer) },
    );
  }
}
