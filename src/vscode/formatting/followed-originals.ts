import * as vscode from 'vscode';
import { fieldOrderName, section } from '../configuration';
import { findOriginalUri } from '../documents/original-uri';

/** Delay after the last edit of the original, in milliseconds; long, since all of it is formatted again. */
const refreshDelay = 300;

interface Followed {
  readonly originalUri: vscode.Uri;
  readonly watcher: vscode.Disposable | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** What formatted views need to know about their originals. */
export interface Originals extends vscode.Disposable {
  /** Fires when views are out of date with their originals. */
  readonly onDidChangeViews: vscode.Event<vscode.FileChangeEvent[]>;
  /** Fires with the URI of an original when its last view was closed. */
  readonly onDidRelease: vscode.Event<vscode.Uri>;
  /** Whether a view of the original is open. */
  isFollowed(originalUri: vscode.Uri): boolean;
}

/** Watches the originals of open formatted views. */
export class FollowedOriginals implements Originals {
  /** By URI of the view. */
  private readonly followed = new Map<string, Followed>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private readonly released = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscriptions: vscode.Disposable;

  readonly onDidChangeViews = this.changed.event;
  readonly onDidRelease = this.released.event;

  /** @param onDidChangeFiles of originals that need be no documents */
  constructor(onDidChangeFiles?: vscode.Event<readonly vscode.FileChangeEvent[]>) {
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      this.released,
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.follow(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.notifySoon(document.uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri, isUntitled }) => {
        if (isUntitled) this.notify(uri, vscode.FileChangeType.Deleted);
        this.release(uri);
      }),
      ...(onDidChangeFiles ? [onDidChangeFiles((events) => this.take(events))] : []),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration(`${section}.${fieldOrderName}`)) return;
        const uris = [...this.followed.keys()].map((key) => vscode.Uri.parse(key));
        this.changed.fire(uris.map((uri) => ({ type: vscode.FileChangeType.Changed, uri })));
      }),
    );
    for (const { uri } of vscode.workspace.textDocuments) this.follow(uri);
  }

  isFollowed(originalUri: vscode.Uri): boolean {
    return this.followersOf(originalUri).length > 0;
  }

  dispose(): void {
    for (const { watcher, timer } of this.followed.values()) {
      clearTimeout(timer);
      watcher?.dispose();
    }
    this.followed.clear();
    this.subscriptions.dispose();
  }

  private take(events: readonly vscode.FileChangeEvent[]): void {
    for (const { type, uri } of events)
      if (type === vscode.FileChangeType.Deleted) this.notify(uri, type);
      else this.notifySoon(uri);
  }

  private follow(viewUri: vscode.Uri): void {
    const key = viewUri.toString();
    const originalUri = findOriginalUri(viewUri);
    if (originalUri === undefined || this.followed.has(key)) return;
    this.followed.set(key, { originalUri, watcher: this.watch(originalUri), timer: undefined });
  }

  private release(viewUri: vscode.Uri): void {
    const key = viewUri.toString();
    const followed = this.followed.get(key);
    if (followed === undefined) return;
    clearTimeout(followed.timer);
    followed.watcher?.dispose();
    this.followed.delete(key);
    if (!this.isFollowed(followed.originalUri)) this.released.fire(followed.originalUri);
  }

  /** The editor updates open documents itself when their file changes, but not closed ones. */
  private watch(originalUri: vscode.Uri): vscode.Disposable | undefined {
    // Untitled documents and those that the extension writes have no file
    if (vscode.workspace.fs.isWritableFileSystem(originalUri.scheme) === undefined) return undefined;
    const folder = vscode.Uri.joinPath(originalUri, '..');
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*'));
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange((changed) => this.notifySoon(changed)),
      watcher.onDidCreate((created) => this.notifySoon(created)),
      watcher.onDidDelete((deleted) => this.notify(deleted, vscode.FileChangeType.Deleted)),
    );
  }

  private notifySoon(originalUri: vscode.Uri): void {
    for (const [, followed] of this.followersOf(originalUri)) {
      clearTimeout(followed.timer);
      followed.timer = setTimeout(
        () => this.notify(originalUri, vscode.FileChangeType.Changed),
        refreshDelay,
      );
    }
  }

  private notify(originalUri: vscode.Uri, type: vscode.FileChangeType): void {
    const events = this.followersOf(originalUri).map(([key]) => ({ type, uri: vscode.Uri.parse(key) }));
    if (events.length > 0) this.changed.fire(events);
  }

  private followersOf(originalUri: vscode.Uri): readonly (readonly [string, Followed])[] {
    if (this.followed.size === 0) return [];
    const key = originalUri.toString();
    return [...this.followed].filter(([, followed]) => followed.originalUri.toString() === key);
  }
}

/** The original; `undefined` if its file was deleted, unless an editor still has unsaved changes. */
export async function findOriginal(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    return document.isDirty || !(await isGone(uri)) ? document : undefined;
  } catch {
    return undefined;
  }
}

async function isGone(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return false;
  } catch (error) {
    // Documents without a file, such as untitled ones, cannot be deleted
    return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
  }
}
