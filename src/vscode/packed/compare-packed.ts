import * as vscode from 'vscode';
import { tooLargeText, unpackedTitle } from '../../core/formatting/formatted-view-messages';
import { notShownText, notTwoText } from '../../core/input/packed-file-messages';
import { comparePackedCommand } from '../commands/command-ids';
import { readLocalizer } from '../configuration';
import { maxDocumentSize } from '../documents/large-tabs';
import { nameOf, toFormattedUri, toUnpackedUri } from '../documents/original-uri';
import { guard } from '../log';
import { notOpenedText, type PackedHost } from './open-packed';

/** Registers the command that compares the texts of the two packed files that are selected in the explorer, laid out. */
export function registerComparePacked(host: PackedHost): vscode.Disposable {
  return vscode.commands.registerCommand(comparePackedCommand, (_: unknown, selected: unknown) =>
    guard(host.log, comparePackedCommand, async () => {
      const files = Array.isArray(selected) ? selected.filter((each) => each instanceof vscode.Uri) : [];
      const [first, second] = files;
      if (files.length === 2 && first && second) await compare(host, first, second);
      else void vscode.window.showInformationMessage(notTwoText(readLocalizer()));
    }),
  );
}

async function compare(host: PackedHost, first: vscode.Uri, second: vscode.Uri): Promise<void> {
  const original = await viewOf(host, first);
  const modified = await viewOf(host, second);
  if (original === undefined || modified === undefined) return;
  const title = unpackedTitle(`${nameOf(first)} ↔ ${nameOf(second)}`, readLocalizer());
  await vscode.commands.executeCommand('vscode.diff', original, modified, title);
}

/** The URI of the laid-out text of a packed file; `undefined` if there is none, which is said. */
async function viewOf(
  { files, views, log }: PackedHost,
  packed: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  try {
    const unpacked = await files.unpack(packed);
    if (unpacked.kind !== 'text') return warn(notShownText(nameOf(packed), unpacked, readLocalizer()));
    const original = await files.originalAt(toUnpackedUri(packed));
    const { bytes, valueCount } = await views.viewOf(original);
    if (bytes.length > maxDocumentSize) return warn(tooLargeText(nameOf(packed), readLocalizer()));
    return toFormattedUri(original.uri, valueCount > 1 ? 'jsonl' : 'json');
  } catch (error) {
    log.error(comparePackedCommand, error);
    return warn(notOpenedText(packed, error));
  }
}

function warn(text: string): undefined {
  void vscode.window.showWarningMessage(text);
}
