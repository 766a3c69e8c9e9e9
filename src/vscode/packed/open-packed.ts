import * as vscode from 'vscode';
import { notShownText, packedActions } from '../../core/input/packed-file-messages';
import { noteAbout } from '../../core/input/reading-notes';
import { openErrorText } from '../../core/jobs/open-error';
import { openPackedCommand, openPartCommand } from '../commands/command-ids';
import { readLocalizer } from '../configuration';
import { errorCodeAt } from '../documents/file-errors';
import { findUri, nameOf, sourceUriOf, toUnpackedUri } from '../documents/original-uri';
import { showFormatted } from '../formatting/formatted-commands';
import type { FormattedViews } from '../formatting/formatted-views';
import { guard, type Log } from '../log';
import { findFolderCheck } from './folder-check';
import type { UnpackedFiles } from './unpacked-files';

/** What it takes to show packed files. */
export interface PackedHost {
  readonly files: UnpackedFiles;
  readonly views: FormattedViews;
  /** The URIs of documents that are not to be formatted again by themselves. */
  readonly returned: Set<string>;
  readonly log: Log;
}

/** How to show a packed file. */
export interface PackedOptions {
  /** In its text, not laid out. */
  readonly position?: vscode.Position;
  readonly show?: Pick<vscode.TextDocumentShowOptions, 'viewColumn' | 'preview'>;
}

/** Registers the command that opens a packed file: from the explorer, or at a place of its text. */
export function registerOpenPacked(host: PackedHost): vscode.Disposable {
  return vscode.commands.registerCommand(openPackedCommand, (uri: unknown, position: unknown) =>
    guard(host.log, openPackedCommand, async () => {
      const packed = findUri(uri) ?? findActiveUri();
      if (packed === undefined) return;
      const options = position instanceof vscode.Position ? { position } : {};
      const source = sourceUriOf(packed);
      const isLarge = position instanceof vscode.Position && (await isTooLong(host, source));
      if (isLarge) return void vscode.commands.executeCommand(openPartCommand, source, position);
      const reason = await openPacked(host, source, options);
      if (reason !== undefined) await warn(source, reason);
    }),
  );
}

/**
 * Shows the text of a packed file, laid out.
 *
 * @returns why it cannot be shown; `undefined` if it is
 */
export async function openPacked(
  { files, views, returned, log }: PackedHost,
  packed: vscode.Uri,
  { position = new vscode.Position(0, 0), show = {} }: PackedOptions,
): Promise<string | undefined> {
  const localizer = readLocalizer();
  try {
    const unpacked = await files.unpack(packed);
    if (unpacked.kind !== 'text') return notShownText(nameOf(packed), unpacked, localizer);
    const uri = toUnpackedUri(packed);
    const original = await files.originalAt(uri);
    const offsetOf = () => original.offsetAt(position);
    if (await showFormatted(views, original, { offsetOf, show })) return undefined;
    returned.add(uri.toString());
    const selection = new vscode.Range(position, position);
    await vscode.window.showTextDocument(uri, { ...show, selection });
    return undefined;
  } catch (error) {
    log.error(openPackedCommand, error);
    return notOpenedText(packed, error);
  }
}

/** Why a packed file cannot be opened. @param error what the file system threw */
export function notOpenedText(packed: vscode.Uri, error: unknown): string {
  const localizer = readLocalizer();
  const reason = openErrorText(packed.path, errorCodeAt(packed, error), localizer);
  return noteAbout(nameOf(packed), reason, localizer);
}

/** A place in a text that is too long is shown in a part of it. */
async function isTooLong({ files }: PackedHost, packed: vscode.Uri): Promise<boolean> {
  try {
    return (await files.unpack(packed)).kind === 'too-long';
  } catch {
    return false;
  }
}

/** Says why a file cannot be shown, and offers the check of its folder. */
async function warn(packed: vscode.Uri, reason: string): Promise<void> {
  const check = await findFolderCheck(packed);
  const { checkFolder } = packedActions(readLocalizer());
  const answer = await vscode.window.showWarningMessage(reason, ...(check ? [checkFolder] : []));
  if (answer !== undefined && check) await vscode.commands.executeCommand(check.command, ...check.arguments);
}

/** What the active tab shows, even if it is no text. */
function findActiveUri(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom
    ? input.uri
    : undefined;
}
