import type * as vscode from 'vscode';
import type { BucketNode } from '../../core/bucket/tree/bucket-node';
import type { Accepting } from '../accepted/accepting';
import { folderAround } from '../accepted/evidence-folders';
import type { BucketCheck } from './bucket-check';

export interface AcceptRowHost {
  readonly check: BucketCheck;
  readonly accepting: Accepting;
}

/** Accepts the finding of a row of the view. */
export async function acceptRow(node: unknown, host: AcceptRowHost): Promise<void> {
  if (!isNode(node) || node.finding === undefined) return;
  const folder = folderOf(node, host.check);
  if (folder !== undefined) await host.accepting.accept(node.finding, folder);
}

/** Takes back that the finding of a row is accepted. */
export async function undoRow(node: unknown, { check, accepting }: AcceptRowHost): Promise<void> {
  if (!isNode(node) || node.accepted === undefined) return;
  await accepting.undo(node.accepted, folderOf(node, check));
}

/** The folder that was checked with the file of a row: its settings applied. */
function folderOf({ target }: BucketNode, { bucket }: BucketCheck): vscode.Uri | undefined {
  const uri = target && bucket?.uris[target.file];
  return uri && (folderAround(uri, bucket?.folders ?? []) ?? uri);
}

function isNode(value: unknown): value is BucketNode {
  return typeof value === 'object' && value !== null && 'id' in value && 'label' in value;
}
