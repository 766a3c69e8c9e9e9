import * as vscode from 'vscode';
import { findOriginalUri } from '../documents/original-uri';

/** How long typing in the original is waited for, in milliseconds: all of it is laid out anew. */
const restLength = 300;

interface Followed {
  readonly originalUri: vscode.Uri;
  readonly watcher: vscode.Disposable | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** What formatted views have to know of their originals. */
export interface Originals extends vscode.Disposable {
  /** Told when views are no longer what their originals say. */
  readonly onDidChangeViews: vscode.Event<vscode.FileChangeEvent[]>;
  /** Told when of an original no view is open any more. */
  readonly onDidRelease: vscode.Event<vscode.Uri>;
  /** Whether a view of an original is open. */
  isFollowed(originalUri: vscode.Uri): boolean;
}

/** Follows the originals of the formatted views that are open. */
export class FollowedOriginals implements Originals {
  /** By the address of the view. */
  private readonly followed = new Map<string, Followed>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private readonly released = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscriptions: vscode.Disposable;

  readonly onDidChangeViews = this.changed.event;
  readonly onDidRelease = this.released.event;

  constructor() {
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      this.released,
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.follow(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.tellSoon(document.uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri, isUntitled }) => {
        if (isUntitled) this.tell(uri, vscode.FileChangeType.Deleted);
        this.release(uri);
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

  /** Changes on the disk reach an open document by themselves, but not one that is closed. */
  private watch(originalUri: vscode.Uri): vscode.Disposable | undefined {
    if (originalUri.scheme === 'untitled') return undefined;
    const folder = vscode.Uri.joinPath(originalUri, '..');
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*'));
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange((changed) => this.tellSoon(changed)),
      watcher.onDidCreate((created) => this.tellSoon(created)),
      watcher.onDidDelete((deleted) => this.tell(deleted, vscode.FileChangeType.Deleted)),
    );
  }

  private tellSoon(originalUri: vscode.Uri): void {
    for (const [, followed] of this.followersOf(originalUri)) {
      clearTimeout(followed.timer);
      followed.timer = setTimeout(() => this.tell(originalUri, vscode.FileChangeType.Changed), restLength);
    }
  }

  private tell(originalUri: vscode.Uri, type: vscode.FileChangeType): void {
    const events = this.followersOf(originalUri).map(([key]) => ({ type, uri: vscode.Uri.parse(key) }));
    if (events.length > 0) this.changed.fire(events);
  }

  private followersOf(originalUri: vscode.Uri): readonly (readonly [string, Followed])[] {
    if (this.followed.size === 0) return [];
    const wanted = originalUri.toString();
    return [...this.followed].filter(([, followed]) => followed.originalUri.toString() === wanted);
  }
}

/** The original; `undefined` where it is gone, though its text may still be in an editor. */
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
    // Documents that are no files, like unsaved ones, have no place to be gone from
    return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
  }
}
