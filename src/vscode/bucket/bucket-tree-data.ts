import * as vscode from 'vscode';
import type { BucketNode } from '../../core/bucket/tree/bucket-node';
import { bucketTree } from '../../core/bucket/tree/bucket-tree';
import type { ListedFinding } from '../../core/bucket/tree/node-rows';
import { verifyNode } from '../../core/bucket/tree/verify-nodes';
import type { Severity } from '../../core/rules/severity';
import type { Catalogs } from '../catalogs/catalogs';
import type { OpenDocuments } from '../checks/open-documents';
import { acceptedContext, findingContext, openBucketPlaceCommand } from '../commands/command-ids';
import { readLocalizer, readTimeZone } from '../configuration';
import type { BucketCheck, CheckedBucket } from './bucket-check';
import { keyOfDiagnostic } from './bucket-diagnostics';
import type { BucketVerify } from './bucket-verify';
import { listTraces } from './list-traces';
import { quietColor, quietUri } from './quiet-rows';

export interface TreeHost {
  readonly check: BucketCheck;
  readonly verify: Pick<BucketVerify, 'report'>;
  readonly catalogs: Catalogs;
  readonly documents: Pick<OpenDocuments, 'times'>;
}

/** Gives the editor the rows of the tree. */
export class BucketTreeData implements vscode.TreeDataProvider<BucketNode> {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly host: TreeHost) {}

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
    if (icon !== undefined)
      item.iconPath = new vscode.ThemeIcon(icon, node.isQuiet ? quietColor() : undefined);
    if (node.isQuiet) item.resourceUri = quietUri();
    if (node.finding !== undefined) item.contextValue = findingContext;
    if (node.accepted !== undefined) item.contextValue = acceptedContext;
    if (node.path !== undefined)
      item.command = { command: 'vscode.open', title: label, arguments: [vscode.Uri.file(node.path)] };
    if (target !== undefined)
      item.command = { command: openBucketPlaceCommand, title: label, arguments: [target] };
    return item;
  }

  async getChildren(node?: BucketNode): Promise<BucketNode[]> {
    const { check, catalogs, documents } = this.host;
    const { bucket } = check;
    if (node === undefined) return [...this.verification(), ...(bucket ? this.rootsOf(bucket) : [])];
    const children = node.children?.() ?? [];
    if (node.traces === undefined || bucket === undefined) return [...children];
    const pacing = {
      isWanted: () => check.bucket === bucket,
      record: (duration: number) => documents.times.record(duration),
    };
    return [...children, ...(await listTraces(bucket, node.traces, catalogs, pacing))];
  }

  /** First, as it says whether the rest can be relied on. */
  private verification(): readonly BucketNode[] {
    const { report } = this.host.verify;
    return report === undefined ? [] : [verifyNode(report, readLocalizer())];
  }

  private rootsOf({ report, uris }: CheckedBucket): readonly BucketNode[] {
    const findingsOf = (file: number): readonly ListedFinding[] => {
      const uri = uris[file];
      return uri === undefined ? [] : this.host.check.findingsOf(uri).flatMap(toListed);
    };
    const { timeZone } = readTimeZone();
    return bucketTree(report, { localizer: readLocalizer(), timeZone, findingsOf });
  }
}

function toListed(diagnostic: vscode.Diagnostic): readonly ListedFinding[] {
  const { code, severity, message, range } = diagnostic;
  if (typeof code !== 'object') return [];
  const { line, character: column } = range.start;
  const key = keyOfDiagnostic(diagnostic);
  return [{ rule: String(code.value), severity: severityOf(severity), message, line, column, key }];
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
