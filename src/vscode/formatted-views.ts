import * as vscode from 'vscode';
import { type Formatted, formatInSteps } from '../core/format';
import { isLineDelimited } from '../core/line-delimited';
import { documentSource } from './document-source';
import { findOriginalUri } from './formatted-uri';
import { runInSlices } from './slices';

/** A document laid out, for as long as it does not change. */
export interface FormattedView extends Omit<Formatted, 'text'> {
  readonly document: vscode.TextDocument;
  readonly version: number;
  /** When it was made: rises with each. */
  readonly time: number;
  readonly bytes: Uint8Array;
}

interface Followed {
  readonly originalUri: vscode.Uri;
  readonly watcher: vscode.Disposable | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** How long typing in the original is waited for, in milliseconds: all of it is laid out anew. */
const restLength = 300;

/**
 * The formatted views as files that can only be read: an editor on one is restored with the window, says that it is
 * read-only, follows the original, and is shown as deleted where the original is.
 */
export class FormattedViews implements vscode.FileSystemProvider, vscode.Disposable {
  /** By the address of the original. */
  private readonly views = new Map<string, FormattedView>();
  /** By the address of the view. */
  private readonly followed = new Map<string, Followed>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private readonly subscriptions: vscode.Disposable;
  private lastTime = Date.now();

  readonly onDidChangeFile = this.changed.event;

  constructor() {
    this.subscriptions = vscode.Disposable.from(
      this.changed,
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.tellSoon(document.uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri, isUntitled }) => {
        if (isUntitled) this.tell(uri, vscode.FileChangeType.Deleted);
        this.forget(uri);
      }),
    );
  }

  /** The view of a document as it is now. */
  async viewOf(document: vscode.TextDocument): Promise<FormattedView> {
    for (;;) {
      const key = document.uri.toString();
      const known = this.views.get(key);
      if (known?.document === document && known.version === document.version) return known;
      const { version } = document;
      const isWanted = (): boolean => document.version === version;
      const formatted = await runInSlices(stepsFor(document), { isWanted });
      if (formatted === undefined) continue;
      const { text, ...layout } = formatted;
      const view = { ...layout, document, version, time: ++this.lastTime, bytes: toBytes(text) };
      this.views.set(key, view);
      return view;
    }
  }

  /** Gives up the view of a document that is not shown: nothing else would, where no editor is ever on it. */
  discard(document: vscode.TextDocument): void {
    this.views.delete(document.uri.toString());
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { bytes, time } = await this.read(uri);
    const permissions = vscode.FilePermission.Readonly;
    return { type: vscode.FileType.File, ctime: 0, mtime: time, size: bytes.length, permissions };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const { bytes } = await this.read(uri);
    return bytes;
  }

  /** The originals are watched, whether anyone watches the views or not. */
  watch(): vscode.Disposable {
    return { dispose: () => {} };
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    for (const { watcher, timer } of this.followed.values()) {
      clearTimeout(timer);
      watcher?.dispose();
    }
    this.subscriptions.dispose();
  }

  private async read(uri: vscode.Uri): Promise<FormattedView> {
    const originalUri = findOriginalUri(uri);
    if (originalUri === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    const document = await findOriginal(originalUri);
    if (document === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    this.follow(uri, originalUri);
    return this.viewOf(document);
  }

  private follow(uri: vscode.Uri, originalUri: vscode.Uri): void {
    const key = uri.toString();
    if (this.followed.has(key)) return;
    this.followed.set(key, { originalUri, watcher: this.watchOriginal(originalUri), timer: undefined });
  }

  /** Changes on the disk reach an open document by themselves, but not one that is closed. */
  private watchOriginal(uri: vscode.Uri): vscode.Disposable | undefined {
    if (uri.scheme === 'untitled') return undefined;
    const folder = vscode.Uri.joinPath(uri, '..');
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

  /** A view that no editor shows any more takes no memory. */
  private forget(uri: vscode.Uri): void {
    const followed = this.followed.get(uri.toString());
    if (followed === undefined) return;
    clearTimeout(followed.timer);
    followed.watcher?.dispose();
    this.followed.delete(uri.toString());
    this.views.delete(followed.originalUri.toString());
  }
}

function stepsFor(document: vscode.TextDocument): Generator<void, Formatted> {
  return formatInSteps(document.getText(), {
    isLineDelimited: isLineDelimited(documentSource(document), document.languageId === 'jsonl'),
    lineBreak: document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n',
  });
}

/** With a byte order mark, so that no setting about encodings turns it into something else. */
function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(`\ufeff${text}`);
}

/** The original; `undefined` where it is gone, though its text may still be in an editor. */
async function findOriginal(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
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
