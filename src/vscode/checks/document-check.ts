import * as vscode from 'vscode';
import type { CheckSettings } from '../../core/check/check-settings';
import { CheckedFile } from '../../core/check/checked-file';
import type { Finding } from '../../core/check/finding';
import { checkVisibleRange } from '../../core/check/visible-range';
import { searchFurther, sniffContent } from '../../core/file/sniff-content';
import type { Change } from '../../core/file/trace-index';
import { documentSource } from '../documents/document-source';
import { isJsonLines } from '../documents/languages';
import { pause, runSlice, sliceLength } from '../documents/time-slices';

/** Delay after the last change before a check, in milliseconds, so that fast typing makes one check, not many. */
const checkDelay = 40;

/** A document that holds traces or a digest. */
export interface TraceDocument {
  readonly document: vscode.TextDocument;
  readonly file: CheckedFile;
  /** The findings to show and the document version they belong to; `undefined` until there are any. */
  readonly shown: { readonly version: number; readonly findings: readonly Finding[] } | undefined;
}

/** What a check needs from its owner, and the events it reports. */
export interface CheckHost {
  /** Resolves when everything the settings refer to is loaded. */
  whenReady(): Promise<void>;
  settingsOf(document: vscode.TextDocument): CheckSettings;
  /** Runs synchronous work and records how long it blocked the extension host. */
  measure<T>(run: () => T): T;
  /** Runs work and logs its errors; the promise never rejects. */
  guard(run: () => Promise<void>): Promise<unknown>;
  /** The document was checked, or holds no traces. */
  ended(document: vscode.TextDocument): void;
  /** The document is too large to be checked in one slice. */
  delayed(document: vscode.TextDocument): void;
  /** The visible range was checked while the rest of the document is still being read. */
  visibleRangeChecked(document: vscode.TextDocument): void;
}

/** Checks one document: reads it in slices and updates the result after edits. */
export class DocumentCheck {
  private file: CheckedFile | undefined;
  private shown: TraceDocument['shown'];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Number of the current run; an older run stops when it sees a newer number. */
  private generation = 0;
  private isEnded = false;

  constructor(
    private readonly document: vscode.TextDocument,
    private readonly host: CheckHost,
  ) {}

  /** The result so far; `undefined` until a trace or digest is found. */
  get result(): TraceDocument | undefined {
    const { document, file, shown } = this;
    return file === undefined || file.kind === 'other' ? undefined : { document, file, shown };
  }

  /** Whether the result is complete and up to date with the text. */
  get isDone(): boolean {
    return this.isEnded;
  }

  /** What the check goes by; `undefined` while no index of the document is kept. */
  get settings(): CheckSettings | undefined {
    return this.file?.settings;
  }

  /** Schedules a check from scratch. */
  begin(): void {
    this.file = undefined;
    this.runIn(0);
  }

  /** Applies changes and schedules a check of what they touched. */
  update(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    this.file?.update(changes.map(toChange).sort((one, other) => one.offset - other.offset));
    this.runIn(checkDelay);
  }

  /** Reads one more slice now. */
  readOn(): void {
    const { file } = this;
    if (file) this.host.measure(() => readSlice(file));
  }

  stop(): void {
    clearTimeout(this.timer);
    this.generation++;
  }

  private runIn(delay: number): void {
    this.stop();
    const { generation } = this;
    this.isEnded = false;
    const run = async (): Promise<void> => {
      await this.host.guard(() => this.check(generation));
      if (this.generation !== generation) return;
      this.isEnded = true;
      this.host.ended(this.document);
    };
    this.timer = setTimeout(() => void run(), delay);
  }

  private async check(generation: number): Promise<void> {
    const file = this.file ?? (await this.open(generation));
    if (file === undefined) return;
    const isNew = this.file === undefined;
    this.file = file;
    for (let slice = 1; !this.host.measure(() => readSlice(file)); slice++) {
      if (slice === 1) {
        this.host.delayed(this.document);
        if (isNew) this.host.measure(() => this.checkVisibleLines());
      }
      await pause();
      if (this.generation !== generation) return;
    }
    if (file.kind === 'other') {
      // Frees the memory; a later change is handled as if the document were new
      this.file = undefined;
      this.shown = undefined;
      return;
    }
    const steps = file.showFindings();
    let step = this.host.measure(() => runSlice(steps));
    while (!step.done) {
      await pause();
      // The text may have changed, on which the steps go on
      if (this.generation !== generation) return;
      step = this.host.measure(() => runSlice(steps));
    }
    this.shown = { version: this.document.version, findings: step.value };
  }

  /** `undefined` if the document cannot hold traces, or a newer run has started. */
  private async open(generation: number): Promise<CheckedFile | undefined> {
    const { document, host } = this;
    this.shown = undefined;
    if (!(await this.mayHoldTraces(generation))) return undefined;
    await host.whenReady();
    if (this.generation !== generation) return undefined;
    return new CheckedFile(documentSource(document), host.settingsOf(document));
  }

  private async mayHoldTraces(generation: number): Promise<boolean> {
    const source = documentSource(this.document);
    const verdict = sniffContent(source, isJsonLines(this.document));
    if (verdict !== 'search') return verdict === 'yes';
    let progress: number | boolean = 0;
    while (typeof progress === 'number') {
      progress = searchFurther(source, progress);
      await pause();
      if (this.generation !== generation) return false;
    }
    return progress;
  }

  /** Shows the findings of the visible lines while the rest of a large file is read. */
  private checkVisibleLines(): void {
    const { document, host } = this;
    const editor = vscode.window.visibleTextEditors.find(
      (visibleEditor) => visibleEditor.document === document,
    );
    const lines = editor?.visibleRanges[0];
    if (lines === undefined) return;
    const visible = { start: document.offsetAt(lines.start), end: document.offsetAt(lines.end) };
    const findings = checkVisibleRange(documentSource(document), host.settingsOf(document), visible);
    this.shown = { version: document.version, findings };
    host.visibleRangeChecked(document);
  }
}

function readSlice(file: CheckedFile): boolean {
  const end = performance.now() + sliceLength;
  return file.read(() => performance.now() < end);
}

function toChange({ rangeOffset, rangeLength, text }: vscode.TextDocumentContentChangeEvent): Change {
  return { offset: rangeOffset, removed: rangeLength, inserted: text.length };
}
