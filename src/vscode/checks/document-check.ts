import * as vscode from 'vscode';
import type { Catalog } from '../../core/catalog/catalog';
import type { CheckSettings } from '../../core/check/check-settings';
import { CheckedFile } from '../../core/check/checked-file';
import type { Finding } from '../../core/check/finding';
import { checkVisibleRange } from '../../core/check/visible-range';
import { searchFurther, sniffContent } from '../../core/file/sniff-content';
import type { Change } from '../../core/file/trace-index';
import { documentSource } from '../documents/document-source';
import { pause, sliceLength } from '../documents/slices';

/** How long the editor is waited for after a change, in milliseconds: fast typing makes one check, not many. */
const restLength = 40;

/** A document that holds traces, or a digest. */
export interface TraceDocument {
  readonly document: vscode.TextDocument;
  readonly file: CheckedFile;
  /** What is shown of the findings, for the version of the document they were made from. */
  readonly shown: { readonly version: number; readonly findings: readonly Finding[] } | undefined;
}

/** What a check is given, and what it tells. */
export interface CheckHost {
  /** Ends when all that the settings name is read. */
  whenReady(): Promise<void>;
  settingsOf(document: vscode.TextDocument): CheckSettings;
  /** Runs what holds the extension host. */
  measure<T>(run: () => T): T;
  /** Runs what may fail. */
  guard(run: () => Promise<void>): Promise<unknown>;
  /** The document is checked, or holds no traces. */
  ended(document: vscode.TextDocument): void;
  /** The document is too long to be checked at once. */
  delayed(document: vscode.TextDocument): void;
  /** Of a document that is still read the findings on screen are there. */
  sighted(document: vscode.TextDocument): void;
}

/** The check of one document: it is read in slices and kept up with edits. */
export class DocumentCheck {
  private file: CheckedFile | undefined;
  private shown: TraceDocument['shown'];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the runs: an older one that finds a newer stops. */
  private turn = 0;
  private isEnded = false;

  constructor(
    private readonly document: vscode.TextDocument,
    private readonly host: CheckHost,
  ) {}

  /** What is known so far; `undefined` where that is nothing of a trace or a digest. */
  get found(): TraceDocument | undefined {
    const { document, file, shown } = this;
    return file === undefined || file.kind === 'other' ? undefined : { document, file, shown };
  }

  /** Whether what is known is known of the text as it is. */
  get isDone(): boolean {
    return this.isEnded;
  }

  /** The events that the check goes by; `undefined` where nothing of the document is kept. */
  get catalog(): Catalog | undefined {
    return this.file?.catalog;
  }

  /** Checks all of the document, soon. */
  begin(): void {
    this.file = undefined;
    this.runIn(0);
  }

  /** Takes changes in, and checks what they touch once the editor rests. */
  update(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    this.file?.update(changes.map(toChange).sort((one, other) => one.offset - other.offset));
    this.runIn(restLength);
  }

  /** Reads on at once, for a slice. */
  readOn(): void {
    const { file } = this;
    if (file) this.host.measure(() => readSlice(file));
  }

  stop(): void {
    clearTimeout(this.timer);
    this.turn++;
  }

  private runIn(delay: number): void {
    this.stop();
    const { turn } = this;
    this.isEnded = false;
    const run = async (): Promise<void> => {
      await this.host.guard(() => this.check(turn));
      if (this.turn !== turn) return;
      this.isEnded = true;
      this.host.ended(this.document);
    };
    this.timer = setTimeout(() => void run(), delay);
  }

  private async check(turn: number): Promise<void> {
    const file = this.file ?? (await this.open(turn));
    if (file === undefined) return;
    const isNew = this.file === undefined;
    this.file = file;
    for (let slice = 1; !this.host.measure(() => readSlice(file)); slice++) {
      if (slice === 1) {
        this.host.delayed(this.document);
        if (isNew) this.host.measure(() => this.takeSight());
      }
      await pause();
      if (this.turn !== turn) return;
    }
    if (file.kind === 'other') {
      // Nothing of it is worth its memory; a later change is looked at as if the document were new
      this.file = undefined;
      this.shown = undefined;
      return;
    }
    const findings = this.host.measure(() => file.shownFindings());
    this.shown = { version: this.document.version, findings };
  }

  /** `undefined` where there is nothing to be read, or nobody waits any more. */
  private async open(turn: number): Promise<CheckedFile | undefined> {
    const { document, host } = this;
    this.shown = undefined;
    if (!(await this.mayHoldTraces(turn))) return undefined;
    await host.whenReady();
    if (this.turn !== turn) return undefined;
    return new CheckedFile(documentSource(document), host.settingsOf(document));
  }

  private async mayHoldTraces(turn: number): Promise<boolean> {
    const source = documentSource(this.document);
    const look = sniffContent(source, isLineDelimited(this.document));
    if (look !== 'search') return look === 'yes';
    let found: number | boolean = 0;
    while (typeof found === 'number') {
      found = searchFurther(source, found);
      await pause();
      if (this.turn !== turn) return false;
    }
    return found;
  }

  /** Shows what is wrong on screen while the rest of a large file is read. */
  private takeSight(): void {
    const { document, host } = this;
    const editor = vscode.window.visibleTextEditors.find((shown) => shown.document === document);
    const lines = editor?.visibleRanges[0];
    if (lines === undefined) return;
    const screen = { start: document.offsetAt(lines.start), end: document.offsetAt(lines.end) };
    const findings = checkVisibleRange(documentSource(document), host.settingsOf(document), screen);
    this.shown = { version: document.version, findings };
    host.sighted(document);
  }
}

/** Whether each line stands for itself, as the kind of the document says. */
export function isLineDelimited(document: vscode.TextDocument): boolean {
  return document.languageId === 'jsonl';
}

function readSlice(file: CheckedFile): boolean {
  const end = performance.now() + sliceLength;
  return file.read(() => performance.now() < end);
}

function toChange({ rangeOffset, rangeLength, text }: vscode.TextDocumentContentChangeEvent): Change {
  return { offset: rangeOffset, removed: rangeLength, inserted: text.length };
}
