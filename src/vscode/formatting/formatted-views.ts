import * as vscode from 'vscode';
import { isLineDelimited } from '../../core/file/json-lines';
import { type Formatted, formatInSteps } from '../../core/formatting/format';
import { documentSource } from '../documents/document-source';
import { isJsonLines } from '../documents/languages';
import { findOriginalUri } from '../documents/original-uri';
import { runInSlices } from '../documents/time-slices';
import { FollowedOriginals, findOriginal, type Originals } from './followed-originals';

/** The formatted text of one version of a document. */
export interface FormattedView extends Omit<Formatted, 'text'> {
  readonly document: vscode.TextDocument;
  readonly version: number;
  /** Modification time of the virtual file; greater for each new view. */
  readonly time: number;
  readonly bytes: Uint8Array;
}

/** How long a view without an editor is kept, in milliseconds: while it is being opened it has none yet. */
const defaultRetention = 20_000;

/**
 * Formatted views as read-only files, so that their editors are restored with the window, are labelled read-only,
 * follow the original, and are shown as deleted if the original is.
 */
export class FormattedViews implements vscode.FileSystemProvider, vscode.Disposable {
  /** By URI of the original. */
  private readonly views = new Map<string, FormattedView>();
  private readonly subscriptions: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastTime = Date.now();

  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]>;

  constructor(
    private readonly originals: Originals = new FollowedOriginals(),
    private readonly retention = defaultRetention,
  ) {
    this.onDidChangeFile = originals.onDidChangeViews;
    const release = originals.onDidRelease((uri) => this.views.delete(uri.toString()));
    this.subscriptions = vscode.Disposable.from(release, originals);
  }

  /** The view of the current text of a document. */
  async viewOf(document: vscode.TextDocument): Promise<FormattedView> {
    for (;;) {
      const cached = this.views.get(document.uri.toString());
      if (cached?.document === document && cached.version === document.version) return cached;
      const { version } = document;
      const isWanted = (): boolean => document.version === version;
      const formatted = await runInSlices(stepsFor(document), { isWanted });
      if (formatted === undefined) continue;
      const { text, ...layout } = formatted;
      return this.keep({ ...layout, document, version, time: ++this.lastTime, bytes: toBytes(text) });
    }
  }

  /** Drops the view of a document that is not going to be shown. */
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

  /** Does nothing: the originals are followed regardless. */
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
    clearTimeout(this.timer);
    this.views.clear();
    this.subscriptions.dispose();
  }

  private async read(uri: vscode.Uri): Promise<FormattedView> {
    const originalUri = findOriginalUri(uri);
    const document = originalUri && (await findOriginal(originalUri));
    if (document === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return this.viewOf(document);
  }

  /** Keeps a view while an editor shows it. Whether one ever will is not known yet, hence the delayed cleanup. */
  private keep(view: FormattedView): FormattedView {
    this.views.set(view.document.uri.toString(), view);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.dropClosed(), this.retention);
    return view;
  }

  private dropClosed(): void {
    for (const [key, { document }] of this.views) {
      if (!this.originals.isFollowed(document.uri)) this.views.delete(key);
    }
  }
}

function stepsFor(document: vscode.TextDocument): Generator<void, Formatted> {
  return formatInSteps(document.getText(), {
    isLineDelimited: isLineDelimited(documentSource(document), isJsonLines(document)),
    lineBreak: document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n',
  });
}

/** With a byte order mark, so that `files.encoding` cannot change how it is decoded. */
function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(`\ufeff${text}`);
}
