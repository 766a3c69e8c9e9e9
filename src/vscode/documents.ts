import * as vscode from 'vscode';
import { CheckedFile, type CheckSettings } from '../core/check';
import type { Finding } from '../core/finding';
import { searchOn, takeFirstLook } from '../core/first-look';
import { findAtFirstSight } from '../core/first-sight';
import type { Change } from '../core/trace-index';
import type { Catalogs } from './catalogs';
import { readLevels, readVoice, section } from './configuration';
import { documentSource } from './document-source';
import { settingsScopeOf } from './formatted-uri';
import { languages } from './languages';
import { guard, type Log } from './log';
import { pause, sliceLength } from './slices';

/** How long the editor is waited for after a change, in milliseconds: fast typing makes one check, not many. */
const restLength = 40;
const mostSliceTimes = 10_000;

/** A document that holds traces, or a digest. */
export interface TraceDocument {
  readonly document: vscode.TextDocument;
  readonly file: CheckedFile;
  /** What is shown of the findings, for the version of the document they were made from. */
  readonly shown: { readonly version: number; readonly findings: readonly Finding[] } | undefined;
}

interface Tracked {
  readonly document: vscode.TextDocument;
  file: CheckedFile | undefined;
  shown: TraceDocument['shown'];
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the checks begun: an older one that finds a newer stops. */
  turn: number;
  /** Whether what is known is known of the text as it is. */
  isDone: boolean;
}

/** The open documents under check: they are read in slices, kept up with edits, and given up when they are closed. */
export class Documents implements vscode.Disposable {
  private readonly tracked = new Map<vscode.TextDocument, Tracked>();
  private readonly checked = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly delayed = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly sighted = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly subscriptions: vscode.Disposable[];

  /** Told when a document was checked, when it turned out to hold no traces, and when it is closed. */
  readonly onDidCheck = this.checked.event;
  /** Told when a document is too long to be checked at once. */
  readonly onDidTakeLong = this.delayed.event;
  /** Told when of a document that is still read the findings on screen are there. */
  readonly onDidSight = this.sighted.event;
  /** How long the extension host was held each time, in milliseconds; the last ones. */
  readonly sliceTimes: number[] = [];

  constructor(
    private readonly catalogs: Catalogs,
    private readonly log: Log,
  ) {
    this.subscriptions = [
      this.checked,
      this.delayed,
      this.sighted,
      vscode.workspace.onDidOpenTextDocument((document) => this.open(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.close(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.change(event)),
      catalogs.onDidChange(() => this.checkAll()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.checkAll()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(section)) this.checkAll();
      }),
    ];
    for (const document of vscode.workspace.textDocuments) this.open(document);
  }

  find(document: vscode.TextDocument): TraceDocument | undefined {
    const tracked = this.tracked.get(document);
    if (tracked?.file === undefined || tracked.file.kind === 'other') return undefined;
    return { document, file: tracked.file, shown: tracked.shown };
  }

  /** The same right behind an edit, when what it touched is not read yet: reads on for a slice. */
  findAnew(document: vscode.TextDocument): TraceDocument | undefined {
    const file = this.tracked.get(document)?.file;
    if (file !== undefined) readSlice(file);
    return this.find(document);
  }

  /** Whether a document is still read, or about to be. */
  isChecking(document: vscode.TextDocument): boolean {
    return this.tracked.get(document)?.isDone === false;
  }

  /** The same as {@link find}, once all of the document is read. */
  async whenChecked(document: vscode.TextDocument): Promise<TraceDocument | undefined> {
    while (this.isChecking(document)) await nextOf(this.onDidCheck);
    return this.find(document);
  }

  dispose(): void {
    for (const tracked of this.tracked.values()) clearTimeout(tracked.timer);
    this.tracked.clear();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private open(document: vscode.TextDocument): void {
    if (!languages.includes(document.languageId) || document.uri.scheme === 'git') return;
    const tracked: Tracked = {
      document,
      file: undefined,
      shown: undefined,
      timer: undefined,
      turn: 0,
      isDone: false,
    };
    this.tracked.set(document, tracked);
    this.checkSoon(tracked, 0);
  }

  private close(document: vscode.TextDocument): void {
    const tracked = this.tracked.get(document);
    if (tracked === undefined) return;
    clearTimeout(tracked.timer);
    tracked.turn++;
    this.tracked.delete(document);
    this.checked.fire(document);
  }

  private change({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const tracked = this.tracked.get(document);
    if (tracked === undefined || contentChanges.length === 0) return;
    tracked.file?.update(contentChanges.map(toChange).sort((one, other) => one.offset - other.offset));
    this.checkSoon(tracked, restLength);
  }

  private checkAll(): void {
    for (const tracked of this.tracked.values()) {
      tracked.file = undefined;
      this.checkSoon(tracked, 0);
    }
  }

  private checkSoon(tracked: Tracked, delay: number): void {
    clearTimeout(tracked.timer);
    const turn = ++tracked.turn;
    tracked.isDone = false;
    const run = async (): Promise<void> => {
      await guard(this.log, 'check', () => this.check(tracked, turn));
      if (tracked.turn !== turn) return;
      tracked.isDone = true;
      this.checked.fire(tracked.document);
    };
    tracked.timer = setTimeout(() => void run(), delay);
  }

  private async check(tracked: Tracked, turn: number): Promise<void> {
    const isNew = tracked.file === undefined;
    if (isNew) tracked.shown = undefined;
    if (tracked.file === undefined && !(await this.isTraceFile(tracked, turn))) return;
    if (isNew) await this.catalogs.whenLoaded();
    if (tracked.turn !== turn) return;
    const file = tracked.file ?? this.openFile(tracked.document);
    tracked.file = file;
    for (let slice = 1; !this.timed(() => readSlice(file)); slice++) {
      if (slice === 1) {
        this.delayed.fire(tracked.document);
        if (isNew) this.timed(() => this.takeSight(tracked));
      }
      await pause();
      if (tracked.turn !== turn) return;
    }
    if (isNew && file.kind === 'other') tracked.file = undefined;
    const findings = this.timed(() => file.shownFindings());
    tracked.shown = { version: tracked.document.version, findings };
  }

  /** Shows what is wrong on screen while the rest of a large file is read. */
  private takeSight(tracked: Tracked): void {
    const { document } = tracked;
    const editor = vscode.window.visibleTextEditors.find((shown) => shown.document === document);
    const lines = editor?.visibleRanges[0];
    if (lines === undefined) return;
    const screen = { start: document.offsetAt(lines.start), end: document.offsetAt(lines.end) };
    const findings = findAtFirstSight(documentSource(document), this.settingsOf(document), screen);
    tracked.shown = { version: document.version, findings };
    this.sighted.fire(document);
  }

  /** Notes how long the host is held. */
  private timed<T>(run: () => T): T {
    const start = performance.now();
    const result = run();
    this.sliceTimes.push(performance.now() - start);
    if (this.sliceTimes.length > 2 * mostSliceTimes) this.sliceTimes.splice(0, mostSliceTimes);
    return result;
  }

  private async isTraceFile(tracked: Tracked, turn: number): Promise<boolean> {
    const source = documentSource(tracked.document);
    const look = takeFirstLook(source, isLineDelimited(tracked.document));
    if (look !== 'search') return look === 'yes';
    let found: number | boolean = 0;
    while (typeof found === 'number') {
      found = searchOn(source, found);
      await pause();
      if (tracked.turn !== turn) return false;
    }
    return found;
  }

  private openFile(document: vscode.TextDocument): CheckedFile {
    return new CheckedFile(documentSource(document), this.settingsOf(document));
  }

  private settingsOf(document: vscode.TextDocument): CheckSettings {
    return {
      voice: readVoice(),
      levels: readLevels(settingsScopeOf(document)),
      catalog: this.catalogs.of(document),
      isSyntaxToldElsewhere: document.languageId !== 'jsonl',
      isLineDelimited: isLineDelimited(document),
    };
  }
}

function readSlice(file: CheckedFile): boolean {
  const end = performance.now() + sliceLength;
  return file.read(() => performance.now() < end);
}

/** Ends the wait for whatever an event tells next. */
function nextOf(event: vscode.Event<unknown>): Promise<void> {
  return new Promise((resume) => {
    const listener = event(() => {
      listener.dispose();
      resume();
    });
  });
}

function isLineDelimited(document: vscode.TextDocument): boolean {
  return document.languageId === 'jsonl';
}

function toChange({ rangeOffset, rangeLength, text }: vscode.TextDocumentContentChangeEvent): Change {
  return { offset: rangeOffset, removed: rangeLength, inserted: text.length };
}
