import * as vscode from 'vscode';
import { isLineDelimited } from '../../core/file/json-lines';
import type { FieldOrder } from '../../core/formatting/field-order';
import { type LaidOut, layOutInSteps } from '../../core/formatting/lay-out';
import { encodeInSteps } from '../../core/text/encode-text';
import { textSource } from '../../core/text/text-source';
import { readFieldOrder } from '../configuration';
import { isReadAsUtf8 } from '../documents/encoding';
import { isJsonLines } from '../documents/languages';
import type { FindOriginal, Original } from '../documents/original-text';
import { findOriginalUri, settingsScopeOf } from '../documents/original-uri';
import { ReadOnlyFiles } from '../documents/read-only-files';
import { runInSlices } from '../documents/time-slices';
import { FollowedOriginals, findOriginal, type Originals } from './followed-originals';

/** The formatted text of one version of an original. */
export interface FormattedView extends Omit<LaidOut, 'text'> {
  readonly original: Original;
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
  private readonly running = new Map<Original, Promise<FormattedView>>();
  private readonly subscriptions: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastTime = Date.now();

  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]>;

  constructor(
    private readonly originals: Originals = new FollowedOriginals(),
    private readonly retention = defaultRetention,
    private readonly find: FindOriginal = findOriginal,
  ) {
    super();
    this.onDidChangeFile = originals.onDidChangeViews;
    const release = originals.onDidRelease((uri) => this.views.delete(uri.toString()));
    this.subscriptions = vscode.Disposable.from(release, originals);
  }

  /** The text that a URI is of, as what is formatted; `undefined` if it is gone. */
  originalAt(uri: vscode.Uri): Promise<Original | undefined> {
    return this.find(uri);
  }

  /** The view of the current text of an original. Requests at the same time share the work, which may be large. */
  viewOf(original: Original): Promise<FormattedView> {
    const running = this.running.get(original) ?? this.makeView(original);
    this.running.set(original, running);
    return running;
  }

  /** The view of the current text of an original; `undefined` if it is no longer wanted. */
  async findView(original: Original, progress: Progress): Promise<FormattedView | undefined> {
    while (progress.isWanted()) {
      const { version } = original;
      const fieldOrder = readFieldOrder(settingsScopeOf(original));
      const cached = this.views.get(original.uri.toString());
      if (cached?.original === original && cached.version === version && cached.fieldOrder === fieldOrder)
        return cached;
      const isWanted = (): boolean => original.version === version && progress.isWanted();
      const steps = stepsFor(original, await original.getText(), fieldOrder);
      const laidOut = await runInSlices(steps, { isWanted, take: progress.report });
      if (laidOut === undefined) continue;
      const { text, ...layout } = laidOut;
      const bytes = await runInSlices(encodeInSteps(withMark(text, original)), { isWanted });
      if (bytes === undefined) continue;
      return this.keep({ ...layout, original, version, fieldOrder, time: ++this.lastTime, bytes });
    }
    return undefined;
  }

  /** The view that a URI of this file system is of. */
  async viewAt(uri: vscode.Uri): Promise<FormattedView> {
    const originalUri = findOriginalUri(uri);
    const original = originalUri && (await this.find(originalUri));
    if (original === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return this.viewOf(original);
  }

  /** The view that an editor shows, even if its original was changed or deleted meanwhile. */
  findKept(uri: vscode.Uri): FormattedView | undefined {
    const originalUri = findOriginalUri(uri);
    return originalUri && this.views.get(originalUri.toString());
  }

  /** Drops the view of an original that is not going to be shown. */
  discard({ uri }: Original): void {
    this.views.delete(uri.toString());
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

  private async makeView(original: Original): Promise<FormattedView> {
    try {
      for (;;) {
        const view = await this.findView(original, waiting);
        if (view) return view;
      }
    } finally {
      this.running.delete(original);
    }
  }

  /** Keeps a view while an editor shows it. Whether one ever will is not known yet, hence the delayed cleanup. */
  private keep(view: FormattedView): FormattedView {
    this.views.set(view.original.uri.toString(), view);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.dropClosed(), this.retention);
    return view;
  }

  private dropClosed(): void {
    for (const [key, { original }] of this.views) {
      if (!this.originals.isFollowed(original.uri)) this.views.delete(key);
    }
  }
}

function stepsFor(original: Original, text: string, fieldOrder: FieldOrder): Generator<number, LaidOut> {
  const isHinted = isJsonLines(original);
  return layOutInSteps(text, {
    isLineDelimited: isLineDelimited(textSource(text), isHinted),
    lineBreak: original.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n',
    opening: { fieldOrder, isLineDelimited: isHinted },
  });
}

/** With a byte order mark if the editor may take the text for another encoding than UTF-8. */
function withMark(text: string, original: Original): string {
  return isReadAsUtf8(settingsScopeOf(original)) ? text : `\ufeff${text}`;
}
