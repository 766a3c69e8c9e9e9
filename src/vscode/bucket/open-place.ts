import * as vscode from 'vscode';
import type { BucketFile } from '../../core/bucket/bucket-report';
import { noteAbout } from '../../core/input/reading-notes';
import { openPackedCommand, openPartCommand } from '../commands/command-ids';
import { readLocalizer } from '../configuration';
import { isLarge } from '../documents/large-tabs';
import type { CheckedBucket } from './bucket-check';

/** Opens a file at the place of a row: a packed one unpacked, of one that is too large the part there. */
export async function openPlace(target: unknown, bucket: CheckedBucket | undefined): Promise<void> {
  if (bucket === undefined || !isTarget(target)) return;
  const uri = bucket.uris[target.file];
  if (uri === undefined) return sayNotOpened(bucket.report.files[target.file]);
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

function sayNotOpened(file: BucketFile | undefined): void {
  if (file?.note === undefined) return;
  void vscode.window.showInformationMessage(noteAbout(file.path, file.note, readLocalizer()));
}

function isTarget(
  value: unknown,
): value is { readonly file: number; readonly line: number; readonly column: number } {
  return (
    typeof value === 'object' && value !== null && 'file' in value && 'line' in value && 'column' in value
  );
}
