import * as vscode from 'vscode';
import type { CheckSettings } from '../../core/check/check-settings';
import { noRules } from '../../core/rules/rules';
import type { AcceptedFiles } from '../accepted/accepted-files';
import type { Catalogs } from '../catalogs/catalogs';
import { readLevels, readLocalizer, section } from '../configuration';
import { documentLanguages, isJsonLines } from '../documents/languages';
import { areFindingsReported, settingsScopeOf, sourceUriOf } from '../documents/original-uri';
import { SliceRecorder } from '../documents/slice-recorder';
import { guard, type Log } from '../log';
import { type CheckHost, DocumentCheck, type TraceDocument } from './document-check';

/** Checks documents from when they are opened until they are closed. */
export class OpenDocuments implements vscode.Disposable {
  private readonly checks = new Map<vscode.TextDocument, DocumentCheck>();
  private readonly checked = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly delayed = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly visibleRangeChecked = new vscode.EventEmitter<vscode.TextDocument>();
  /** How long slices blocked the extension host. */
  readonly times = new SliceRecorder();
  /** Resolves the promises of those waiting for a check to end. */
  private readonly waiting: (() => void)[] = [];
  private readonly subscriptions: readonly vscode.Disposable[];

  private readonly host: CheckHost = {
    whenReady: async () => {
      await this.catalogs.whenLoaded();
      await this.accepted?.whenLoaded();
    },
    settingsOf: (document) => this.settingsOf(document),
    measure: (run) => this.times.measure(run),
    guard: (run) => guard(this.log, 'check', run),
    ended: (document) => this.notify(document),
    delayed: (document) => this.delayed.fire(document),
    visibleRangeChecked: (document) => this.visibleRangeChecked.fire(document),
  };

  /** Fires when a document was checked, was found to hold no traces, or is closed. */
  readonly onDidCheck = this.checked.event;
  /** Fires when a document turns out too large to be checked in one slice. */
  readonly onDidTakeLong = this.delayed.event;
  /** Fires when the visible range of a document was checked while the rest is still being read. */
  readonly onDidCheckVisibleRange = this.visibleRangeChecked.event;

  constructor(
    private readonly catalogs: Catalogs,
    private readonly log: Log,
    /** If absent, no findings are accepted. */
    private readonly accepted?: AcceptedFiles,
  ) {
    this.subscriptions = [
      this.checked,
      this.delayed,
      this.visibleRangeChecked,
      vscode.workspace.onDidOpenTextDocument((document) => this.open(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.close(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.checks.get(document)?.update(contentChanges);
      }),
      catalogs.onDidLoad(() =>
        this.recheck((document, { settings }) => settings && settings.catalog !== catalogs.of(document)),
      ),
      ...(accepted ? [accepted.onDidLoad(() => this.recheckAccepted())] : []),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.recheck(() => true)),
      vscode.workspace.onDidChangeConfiguration((event) =>
        this.recheck((document) => isAffected(document, event)),
      ),
    ];
    for (const document of vscode.workspace.textDocuments) this.open(document);
  }

  /** How long each of the most recent slices blocked the extension host, in milliseconds; a live list. */
  get sliceTimes(): readonly number[] {
    return this.times.list;
  }

  /** `undefined` if the document holds no traces, or none have been found yet. */
  find(document: vscode.TextDocument): TraceDocument | undefined {
    return this.checks.get(document)?.result;
  }

  /** Like {@link find}, for requests right after an edit: reads the changed text first, for at most a slice. */
  findCurrent(document: vscode.TextDocument): TraceDocument | undefined {
    this.checks.get(document)?.readOn();
    return this.find(document);
  }

  /** Whether a check of the document is running or scheduled. */
  isChecking(document: vscode.TextDocument): boolean {
    return this.checks.get(document)?.isDone === false;
  }

  /** Like {@link find}, once the whole document has been read. */
  async whenChecked(document: vscode.TextDocument): Promise<TraceDocument | undefined> {
    while (this.isChecking(document)) await new Promise<void>((resume) => this.waiting.push(resume));
    return this.find(document);
  }

  dispose(): void {
    for (const check of this.checks.values()) check.stop();
    this.checks.clear();
    this.resumeAll();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private open(document: vscode.TextDocument): void {
    if (!documentLanguages.includes(document.languageId)) return;
    const check = new DocumentCheck(document, this.host);
    this.checks.set(document, check);
    check.begin();
  }

  private close(document: vscode.TextDocument): void {
    const check = this.checks.get(document);
    if (check === undefined) return;
    check.stop();
    this.checks.delete(document);
    this.notify(document);
  }

  private recheckAccepted(): void {
    this.recheck((document, { settings }) => settings && settings.accepted !== this.acceptedIn(document));
  }

  private acceptedIn({ uri }: vscode.TextDocument): CheckSettings['accepted'] {
    return this.accepted?.findingsAt(sourceUriOf(uri));
  }

  private recheck(
    shouldRecheck: (document: vscode.TextDocument, check: DocumentCheck) => boolean | undefined,
  ): void {
    for (const [document, check] of this.checks) if (shouldRecheck(document, check)) check.begin();
  }

  private notify(document: vscode.TextDocument): void {
    this.checked.fire(document);
    this.resumeAll();
  }

  private resumeAll(): void {
    for (const resume of this.waiting.splice(0)) resume();
  }

  private settingsOf(document: vscode.TextDocument): CheckSettings {
    return {
      localizer: readLocalizer(),
      levels: areFindingsReported(document) ? readLevels(settingsScopeOf(document)) : noRules,
      catalog: this.catalogs.of(document),
      accepted: this.acceptedIn(document),
      isSyntaxReportedElsewhere: !isJsonLines(document),
      isLineDelimited: isJsonLines(document),
    };
  }
}

/** Whether a change of settings can change the findings. The catalogs setting takes effect once they are loaded. */
function isAffected(document: vscode.TextDocument, event: vscode.ConfigurationChangeEvent): boolean {
  return (
    event.affectsConfiguration(`${section}.language`) ||
    event.affectsConfiguration(`${section}.rules`, settingsScopeOf(document))
  );
}
