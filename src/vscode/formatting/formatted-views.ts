import * as vscode from 'vscode';
import { isLineDelimited } from '../../core/file/json-lines';
import type { FieldOrder } from '../../core/formatting/field-order';
import { type LaidOut, layOutInSteps } from '../../core/formatting/lay-out';
import { readFieldOrder } from '../configuration';
import { documentSource } from '../documents/document-source';
import { isReadAsUtf8 } from '../documents/encoding';
import { isJsonLines } from '../documents/languages';
import { findOriginalUri, settingsScopeOf } from '../documents/original-uri';
import { ReadOnlyFiles } from '../documents/read-only-files';
import { runInSlices } from '../documents/time-slices';
import { FollowedOriginals, findOriginal, type Originals } from './followed-originals';

/** The formatted text of one version of a document. */
export interface FormattedView extends Omit<LaidOut, 'text'> {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly fieldOrder: FieldOrder;
  /** Modification time of the virtual file; greater for each new view. */
  readonly time: number;
  readonly bytes: Uint8Array;
}

/** What somebody who waits for a view wants to know. */
export interface Progress {
  readonly isWanted: () => boolean;
  /** Called with how much is done, from 0 to 1. */
  readonly report: (done: number) => void;
}

/** The progress of somebody who waits for as long as it takes. */
export const waiting: Progress = { isWanted: () => true, report: () => {} };

/** How long a view without an editor is kept, in milliseconds: while it is being opened it has none yet. */
const defaultRetention = 20_000;

/**
 * Formatted views as read-only files, so that their editors are restored with the window, are labelled read-only,
 * follow the original, and are shown as deleted if the original is.
 */
export class FormattedViews extends ReadOnlyFiles implements vscode.Disposable {
  /** By URI of the original. */
  private readonly views = new Map<string, FormattedView>();
  private readonly running = new Map<vscode.TextDocument, Promise<FormattedView>>();
  private readonly subscriptions: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastTime = Date.now();

  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]>;

  constructor(
    private readonly originals: Originals = new FollowedOriginals(),
    private readonly retention = defaultRetention,
  ) {
    super();
    this.onDidChangeFile = originals.onDidChangeViews;
    const release = originals.onDidRelease((uri) => this.views.delete(uri.toString()));
    this.subscriptions = vscode.Disposable.from(release, originals);
  }

  /** The view of the current text of a document. Requests at the same time share the work, which may be large. */
  viewOf(document: vscode.TextDocument): Promise<FormattedView> {
    const running = this.running.get(document) ?? this.makeView(document);
    this.running.set(document, running);
    return running;
  }

  /** The view of the current text of a document; `undefined` if it is no longer wanted. */
  async findView(document: vscode.TextDocument, progress: Progress): Promise<FormattedView | undefined> {
    while (progress.isWanted()) {
      const { version } = document;
      const fieldOrder = readFieldOrder(settingsScopeOf(document));
      const cached = this.views.get(document.uri.toString());
      if (cached?.document === document && cached.version === version && cached.fieldOrder === fieldOrder)
        return cached;
      const isWanted = (): boolean => document.version === version && progress.isWanted();
      const laidOut = await runInSlices(stepsFor(document, fieldOrder), { isWanted, take: progress.report });
      if (laidOut === undefined) continue;
      const { text, ...layout } = laidOut;
      const bytes = toBytes(text, document);
      return this.keep({ ...layout, document, version, fieldOrder, time: ++this.lastTime, bytes });
    }
    return undefined;
  }

  /** The view that a URI of this file system is of. */
  async viewAt(uri: vscode.Uri): Promise<FormattedView> {
    const originalUri = findOriginalUri(uri);
    const document = originalUri && (await findOriginal(originalUri));
    if (document === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return this.viewOf(document);
  }

  /** The view that an editor shows, even if its original was changed or deleted meanwhile. */
  findKept(uri: vscode.Uri): FormattedView | undefined {
    const originalUri = findOriginalUri(uri);
    return originalUri && this.views.get(originalUri.toString());
  }

  /** Drops the view of a document that is not going to be shown. */
  discard(document: vscode.TextDocument): void {
    this.views.delete(document.uri.toString());
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { bytes, time } = await this.viewAt(uri);
    const permissions = vscode.FilePermission.Readonly;
    return { type: vscode.FileType.File, ctime: 0, mtime: time, size: bytes.length, permissions };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const { bytes } = await this.viewAt(uri);
    return bytes;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.views.clear();
    this.subscriptions.dispose();
  }

  private async makeView(document: vscode.TextDocument): Promise<FormattedView> {
    try {
      for (;;) {
        const view = await this.findView(document, waiting);
        if (view) return view;
      }
    } finally {
      this.running.delete(document);
    }
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

function stepsFor(document: vscode.TextDocument, fieldOrder: FieldOrder): Generator<number, LaidOut> {
  const isHinted = isJsonLines(document);
  return layOutInSteps(document.getText(), {
    isLineDelimited: isLineDelimited(documentSource(document), isHinted),
    lineBreak: document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n',
    opening: { fieldOrder, isLineDelimited: isHinted },
  });
}

function toBytes(text: string, document: vscode.TextDocument): Uint8Array {
  return new TextEncoder().encode(isReadAsUtf8(settingsScopeOf(document)) ? text : `\ufeff${text}`);
}
