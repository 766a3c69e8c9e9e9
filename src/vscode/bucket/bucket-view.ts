import * as vscode from 'vscode';
import { badgeText, filterBoxTexts, stateText } from '../../core/bucket/bucket-texts';
import type { BucketNode } from '../../core/bucket/tree/bucket-node';
import { attentionCount } from '../../core/bucket/tree/bucket-tree';
import { readFilterText } from '../../core/bucket/tree/filter-text';
import type { Filter } from '../../core/rows/filter';
import type { AcceptedFiles } from '../accepted/accepted-files';
import type { Accepting } from '../accepted/accepting';
import type { Catalogs } from '../catalogs/catalogs';
import type { OpenDocuments } from '../checks/open-documents';
import {
  acceptBucketFindingCommand,
  bucketViewId,
  clearBucketFilterCommand,
  filterBucketCommand,
  openBucketPlaceCommand,
  refreshBucketCommand,
  undoAcceptanceCommand,
} from '../commands/command-ids';
import { readLocalizer, section } from '../configuration';
import { guard, type Log } from '../log';
import { acceptRow, undoRow } from './accept-rows';
import type { BucketCheck } from './bucket-check';
import { acceptedTroubles } from './bucket-requests';
import { BucketTreeData } from './bucket-tree-data';
import type { BucketVerify } from './bucket-verify';
import { openPlace } from './open-place';
import { registerQuietRows } from './quiet-rows';
import { Recheck } from './recheck';
import { sayIfFailing } from './say-if-failing';
import { watchFolders } from './watch-folders';

const isFilteredKey = `${section}.isBucketFiltered`;
const hasBucketKey = `${section}.hasBucket`;

/** What the view shows, and what it takes. */
export interface BucketViewHost {
  readonly check: BucketCheck;
  readonly verify: BucketVerify;
  readonly accepting: Accepting;
  readonly accepted: AcceptedFiles;
  readonly catalogs: Catalogs;
  readonly documents: OpenDocuments;
  readonly log: Log;
}

/** Registers the view that shows what a check of folders found and what a verification came to, and its commands. */
export function registerBucketView(host: BucketViewHost): vscode.Disposable {
  const view = new BucketView(host, new BucketTreeData(host));
  const register = (command: string, run: (value: unknown) => Promise<void> | void) =>
    vscode.commands.registerCommand(command, (value: unknown) => guard(host.log, command, () => run(value)));
  return vscode.Disposable.from(
    view,
    register(refreshBucketCommand, () => sayIfFailing(() => view.refresh())),
    register(filterBucketCommand, () => sayIfFailing(() => view.askFilter())),
    register(clearBucketFilterCommand, () => sayIfFailing(() => view.filterBy('', {}))),
    register(openBucketPlaceCommand, (target) => openPlace(target, host.check.bucket)),
    register(acceptBucketFindingCommand, (node) => acceptRow(node, host)),
    register(undoAcceptanceCommand, (node) => undoRow(node ?? view.selected, host)),
    registerQuietRows(),
  );
}

class BucketView implements vscode.Disposable {
  private readonly view: vscode.TreeView<BucketNode>;
  private readonly subscriptions: readonly vscode.Disposable[];
  private watching: { readonly folders: string; readonly watcher: vscode.Disposable } | undefined;
  private readonly recheck: Recheck;
  private filterText = '';

  constructor(
    private readonly host: BucketViewHost,
    private readonly data: BucketTreeData,
  ) {
    const { check, verify, accepted, log } = host;
    this.recheck = new Recheck(() => guard(log, 'bucket', () => this.refreshWhenIdle()));
    this.view = vscode.window.createTreeView(bucketViewId, {
      treeDataProvider: data,
      showCollapseAll: true,
    });
    this.subscriptions = [
      this.view,
      this.recheck,
      check.onDidChange(() => this.update()),
      accepted.onDidLoad(() => void guard(log, 'bucket', () => this.takeAccepted())),
      verify.onDidChange(() => this.data.refresh()),
      this.view.onDidChangeVisibility(() => this.watch()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (['timeZone', 'language'].some((name) => event.affectsConfiguration(`${section}.${name}`)))
          this.update();
      }),
    ];
  }

  dispose(): void {
    this.watching?.watcher.dispose();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Checks the same folders again. */
  async refresh(): Promise<void> {
    const { bucket } = this.host.check;
    if (bucket !== undefined) await this.checkAgain(bucket.folders, bucket.filter);
  }

  async askFilter(): Promise<void> {
    const { bucket } = this.host.check;
    if (bucket === undefined) return;
    const localizer = readLocalizer();
    const typed = await vscode.window.showInputBox({
      ...filterBoxTexts(localizer),
      value: this.filterText,
      validateInput: (text) => {
        const read = readFilterText(text, localizer);
        return read.kind === 'problem' ? read.problem : undefined;
      },
    });
    const read = typed === undefined ? undefined : readFilterText(typed, localizer);
    if (typed !== undefined && read?.kind === 'filter') await this.filterBy(typed.trim(), read.filter);
  }

  async filterBy(text: string, filter: Filter): Promise<void> {
    const { bucket } = this.host.check;
    if (bucket === undefined) return;
    this.filterText = text;
    await this.checkAgain(bucket.folders, filter);
  }

  /** The row that is selected. */
  get selected(): BucketNode | undefined {
    return this.view.selection[0];
  }

  /** Checks again if something else is accepted by now; what the user has started goes on to its end. */
  private async takeAccepted(): Promise<void> {
    const { check } = this.host;
    this.update();
    while (check.isRunning) await check.whenIdle();
    if (check.isOutdated) await this.refresh();
  }

  private update(): void {
    const { bucket } = this.host.check;
    const localizer = readLocalizer();
    const isFiltered = bucket !== undefined && Object.keys(bucket.filter).length > 0;
    if (!isFiltered) this.filterText = '';
    this.view.description = this.filterText;
    this.view.message =
      bucket === undefined
        ? ''
        : stateText(
            bucket.report,
            this.filterText,
            acceptedTroubles(bucket.folders, this.host.accepted),
            localizer,
          );
    const count = bucket ? attentionCount(bucket.report) : 0;
    this.view.badge = count > 0 ? { value: count, tooltip: badgeText(count, localizer) } : undefined;
    void vscode.commands.executeCommand('setContext', isFilteredKey, isFiltered);
    void vscode.commands.executeCommand('setContext', hasBucketKey, bucket !== undefined);
    this.data.refresh();
    this.watch();
  }

  /** Watches the folders while the view is visible, and nothing otherwise. */
  private watch(): void {
    const { bucket } = this.host.check;
    const folders = this.view.visible ? (bucket?.folders ?? []) : [];
    const key = folders.join();
    if (this.watching?.folders === key) return;
    this.watching?.watcher.dispose();
    const filesOf = () => this.host.check.bucket?.uris ?? [];
    const watcher = watchFolders({ folders, filesOf }, () => this.recheck.changed());
    this.watching = { folders: key, watcher };
  }

  /** A check that the user started goes on to its end. */
  private async refreshWhenIdle(): Promise<void> {
    await this.host.check.whenIdle();
    await this.refresh();
  }

  private async checkAgain(folders: readonly vscode.Uri[], filter: Filter): Promise<void> {
    const options = { location: { viewId: bucketViewId } };
    await vscode.window.withProgress(options, (_, token) =>
      this.host.check.check(folders, filter, () => {}, token),
    );
  }
}
