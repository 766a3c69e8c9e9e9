import * as vscode from 'vscode';
import type { BucketNode } from '../../core/bucket/bucket-node';
import type { BucketFile } from '../../core/bucket/bucket-report';
import { badgeText, filterBoxTexts, stateText } from '../../core/bucket/bucket-texts';
import { attentionCount } from '../../core/bucket/bucket-tree';
import { readFilterText } from '../../core/bucket/filter-text';
import { noteAbout } from '../../core/input/reading-notes';
import type { Filter } from '../../core/rows/filter';
import type { Catalogs } from '../catalogs/catalogs';
import type { OpenDocuments } from '../checks/open-documents';
import {
  bucketViewId,
  clearBucketFilterCommand,
  filterBucketCommand,
  openBucketPlaceCommand,
  openPackedCommand,
  openPartCommand,
  refreshBucketCommand,
} from '../commands/command-ids';
import { readLocalizer, section } from '../configuration';
import { isLarge } from '../documents/large-tabs';
import { guard, type Log } from '../log';
import type { BucketCheck } from './bucket-check';
import { BucketTreeData } from './bucket-tree-data';
import type { BucketVerify } from './bucket-verify';
import { Recheck } from './recheck';
import { watchFolders } from './watch-folders';

const isFilteredKey = `${section}.isBucketFiltered`;
const hasBucketKey = `${section}.hasBucket`;

/** What the view shows, and what it takes. */
export interface BucketViewHost {
  readonly check: BucketCheck;
  readonly verify: BucketVerify;
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
    register(refreshBucketCommand, () => view.refresh()),
    register(filterBucketCommand, () => view.askFilter()),
    register(clearBucketFilterCommand, () => view.filterBy('', {})),
    register(openBucketPlaceCommand, (target) => view.open(target)),
  );
}

class BucketView implements vscode.Disposable {
  private readonly view: vscode.TreeView<BucketNode>;
  private readonly subscriptions: readonly vscode.Disposable[];
  private watching: { readonly folders: string; readonly watcher: vscode.Disposable } | undefined;
  private readonly recheck: Recheck;
  private filterText = '';
  private readonly check: BucketCheck;

  constructor(
    { check, verify, log }: BucketViewHost,
    private readonly data: BucketTreeData,
  ) {
    this.check = check;
    this.recheck = new Recheck(() => guard(log, 'bucket', () => this.refreshWhenIdle()));
    this.view = vscode.window.createTreeView(bucketViewId, {
      treeDataProvider: data,
      showCollapseAll: true,
    });
    this.subscriptions = [
      this.view,
      this.recheck,
      check.onDidChange(() => this.update()),
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
    const { bucket } = this.check;
    if (bucket !== undefined) await this.checkAgain(bucket.folders, bucket.filter);
  }

  async askFilter(): Promise<void> {
    const { bucket } = this.check;
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
    const { bucket } = this.check;
    if (bucket === undefined) return;
    this.filterText = text;
    await this.checkAgain(bucket.folders, filter);
  }

  /** Opens a file at a place: a packed one unpacked, of one that is too large the part there. */
  async open(target: unknown): Promise<void> {
    const { bucket } = this.check;
    if (bucket === undefined || !isTarget(target)) return;
    const uri = bucket.uris[target.file];
    if (uri === undefined) return this.sayNotOpened(bucket.report.files[target.file]);
    const position = new vscode.Position(target.line, target.column);
    if (bucket.report.files[target.file]?.isPacked === true)
      await vscode.commands.executeCommand(openPackedCommand, uri, position);
    else if (await isLarge(uri)) await vscode.commands.executeCommand(openPartCommand, uri, position);
    else
      await vscode.commands.executeCommand('vscode.open', uri, {
        selection: new vscode.Range(position, position),
        preview: true,
      });
  }

  private sayNotOpened(file: BucketFile | undefined): void {
    if (file?.note === undefined) return;
    void vscode.window.showInformationMessage(noteAbout(file.path, file.note, readLocalizer()));
  }

  private update(): void {
    const { bucket } = this.check;
    const localizer = readLocalizer();
    const isFiltered = bucket !== undefined && Object.keys(bucket.filter).length > 0;
    if (!isFiltered) this.filterText = '';
    this.view.description = this.filterText;
    this.view.message = bucket === undefined ? '' : stateText(bucket.report, this.filterText, localizer);
    const count = bucket ? attentionCount(bucket.report) : 0;
    this.view.badge = count > 0 ? { value: count, tooltip: badgeText(count, localizer) } : undefined;
    void vscode.commands.executeCommand('setContext', isFilteredKey, isFiltered);
    void vscode.commands.executeCommand('setContext', hasBucketKey, bucket !== undefined);
    this.data.refresh();
    this.watch();
  }

  /** Watches the folders while the view is visible, and nothing otherwise. */
  private watch(): void {
    const { bucket } = this.check;
    const folders = this.view.visible ? (bucket?.folders ?? []) : [];
    const key = folders.join();
    if (this.watching?.folders === key) return;
    this.watching?.watcher.dispose();
    const filesOf = () => this.check.bucket?.uris ?? [];
    const watcher = watchFolders({ folders, filesOf }, () => this.recheck.changed());
    this.watching = { folders: key, watcher };
  }

  /** A check that the user started goes on to its end. */
  private async refreshWhenIdle(): Promise<void> {
    await this.check.whenIdle();
    await this.refresh();
  }

  private async checkAgain(folders: readonly vscode.Uri[], filter: Filter): Promise<void> {
    const options = { location: { viewId: bucketViewId } };
    await vscode.window.withProgress(options, (_, token) =>
      this.check.check(folders, filter, () => {}, token),
    );
  }
}

function isTarget(
  value: unknown,
): value is { readonly file: number; readonly line: number; readonly column: number } {
  return (
    typeof value === 'object' && value !== null && 'file' in value && 'line' in value && 'column' in value
  );
}
