import * as vscode from 'vscode';
import type { BucketNode } from '../../core/bucket/bucket-node';
import { bucketTree } from '../../core/bucket/bucket-tree';
import type { ListedFinding } from '../../core/bucket/node-rows';
import type { Severity } from '../../core/rules/severity';
import type { Catalogs } from '../catalogs/catalogs';
import { openBucketPlaceCommand } from '../commands/command-ids';
import { readLocalizer, readTimeZone } from '../configuration';
import type { SliceRecorder } from '../documents/slice-recorder';
import type { BucketCheck, CheckedBucket } from './bucket-check';
import { listTraces } from './list-traces';

/** Gives the editor the rows of the tree. */
export class BucketTreeData implements vscode.TreeDataProvider<BucketNode> {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly check: BucketCheck,
    private readonly catalogs: Catalogs,
    private readonly times: SliceRecorder,
  ) {}

  refresh(): void {
    this.changed.fire(undefined);
  }

  getTreeItem(node: BucketNode): vscode.TreeItem {
    const { id, label, description, tooltip, icon, target, isOpen } = node;
    const hasChildren = node.children !== undefined || node.traces !== undefined;
    const state = isOpen
      ? vscode.TreeItemCollapsibleState.Expanded
      : vscode.TreeItemCollapsibleState.Collapsed;
    const item = new vscode.TreeItem(label, hasChildren ? state : vscode.TreeItemCollapsibleState.None);
    item.id = id;
    if (description !== undefined) item.description = description;
    if (tooltip !== undefined) item.tooltip = tooltip;
    if (icon !== undefined) item.iconPath = new vscode.ThemeIcon(icon);
    if (target !== undefined)
      item.command = { command: openBucketPlaceCommand, title: label, arguments: [target] };
    return item;
  }

  async getChildren(node?: BucketNode): Promise<BucketNode[]> {
    const { bucket } = this.check;
    if (bucket === undefined) return [];
    if (node === undefined) return [...this.rootsOf(bucket)];
    const children = node.children?.() ?? [];
    if (node.traces === undefined) return [...children];
    const pacing = {
      isWanted: () => this.check.bucket === bucket,
      record: (duration: number) => this.times.record(duration),
    };
    return [...children, ...(await listTraces(bucket, node.traces, this.catalogs, pacing))];
  }

  private rootsOf({ report, uris }: CheckedBucket): readonly BucketNode[] {
    const findingsOf = (file: number): readonly ListedFinding[] => {
      const uri = uris[file];
      return uri === undefined ? [] : this.check.findingsOf(uri).flatMap(toListed);
    };
    const { timeZone } = readTimeZone();
    return bucketTree(report, { localizer: readLocalizer(), timeZone, findingsOf });
  }
}

function toListed({ code, severity, message, range }: vscode.Diagnostic): readonly ListedFinding[] {
  if (typeof code !== 'object') return [];
  const { line, character: column } = range.start;
  return [{ rule: String(code.value), severity: severityOf(severity), message, line, column }];
}

function severityOf(severity: vscode.DiagnosticSeverity): Severity {
  switch (severity) {
    case vscode.DiagnosticSeverity.Error:
      return 'error';
    case vscode.DiagnosticSeverity.Warning:
      return 'warning';
    case vscode.DiagnosticSeverity.Information:
      return 'information';
    case vscode.DiagnosticSeverity.Hint:
      return 'hint';
  }
}
