import * as vscode from 'vscode';
import {
  formattedTitle,
  readOnlyText,
  tooLargeText,
  unpackedTitle,
} from '../../core/formatting/formatted-view-messages';
import { toFormatted, toOriginal } from '../../core/formatting/position-map';
import { openFormattedCommand, showOriginalCommand } from '../commands/command-ids';
import { readLocalizer } from '../configuration';
import { maxDocumentSize } from '../documents/large-tabs';
import type { Original } from '../documents/original-text';
import {
  findOriginalUri,
  findPackedUri,
  formattedScheme,
  nameOf,
  toFormattedUri,
} from '../documents/original-uri';
import { guard, type Log } from '../log';
import type { FormattedView, FormattedViews, Progress } from './formatted-views';
import { withProgress } from './formatting-progress';
import { registerOpenedStringMarks } from './opened-string-marks';

/**
 * Registers formatted views and the commands to open them and to return to the original.
 *
 * @param returned receives the URI of each original that is returned to
 */
export function registerFormatted(views: FormattedViews, returned: Set<string>, log: Log): vscode.Disposable {
  const isReadonly = new vscode.MarkdownString(readOnlyText(readLocalizer()));
  return vscode.Disposable.from(
    views,
    registerOpenedStringMarks(views, log),
    vscode.workspace.registerFileSystemProvider(formattedScheme, views, {
      isReadonly,
      isCaseSensitive: true,
    }),
    vscode.commands.registerCommand(openFormattedCommand, (uri: unknown) =>
      guard(log, openFormattedCommand, () => openFormatted(views, uri)),
    ),
    vscode.commands.registerCommand(showOriginalCommand, (uri: unknown) =>
      guard(log, showOriginalCommand, () => showOriginal(views, returned, uri)),
    ),
  );
}

/** Opens the formatted view with the cursor at the corresponding position. */
async function openFormatted(views: FormattedViews, uri: unknown): Promise<void> {
  const document = await findDocument(uri);
  if (document === undefined || document.uri.scheme === formattedScheme) return;
  const original = await views.originalAt(document.uri);
  if (original === undefined) return;
  await showFormatted(views, original, { offsetOf: () => original.offsetAt(cursorIn(document)) });
}

/** How to show a formatted view. */
export interface FormattedOptions {
  /** Where the cursor is to be, in the original: asked late, since the cursor there may still be moved by what opened it. */
  readonly offsetOf: () => number;
  readonly title?: string;
  readonly show?: Pick<vscode.TextDocumentShowOptions, 'viewColumn' | 'preview'>;
}

/** @returns false if it is not shown: it would be too large, which is said, or was cancelled */
export async function showFormatted(
  views: FormattedViews,
  original: Original,
  options: FormattedOptions,
): Promise<boolean> {
  return withProgress(original, async (progress) => {
    const view = await views.findView(original, progress);
    if (view === undefined) return false;
    if (view.bytes.length <= maxDocumentSize) return showView(view, options, progress);
    views.discard(original);
    void vscode.window.showWarningMessage(tooLargeText(nameOf(original.uri), readLocalizer()));
    return false;
  });
}

async function showView(
  { original, map, valueCount }: FormattedView,
  { offsetOf, title, show }: FormattedOptions,
  progress: Progress,
): Promise<boolean> {
  const viewUri = toFormattedUri(original.uri, valueCount > 1 ? 'jsonl' : 'json');
  const shown = await vscode.workspace.openTextDocument(viewUri);
  if (!progress.isWanted()) return false;
  const position = shown.positionAt(toFormatted(map, offsetOf()));
  const options = { ...show, selection: new vscode.Range(position, position) };
  await vscode.commands.executeCommand('vscode.open', viewUri, options, title ?? titleOf(original));
  return true;
}

function titleOf({ uri }: Original): string {
  const packed = findPackedUri(uri);
  const localizer = readLocalizer();
  return packed ? unpackedTitle(nameOf(packed), localizer) : formattedTitle(nameOf(uri), localizer);
}

/** Opens the original with the cursor at the position that corresponds to the one in the view. */
async function showOriginal(views: FormattedViews, returned: Set<string>, uri: unknown): Promise<void> {
  const shown = await findDocument(uri);
  const originalUri = shown && findOriginalUri(shown.uri);
  if (shown === undefined || originalUri === undefined) return;
  const document = await vscode.workspace.openTextDocument(originalUri);
  const original = (await views.originalAt(originalUri)) ?? document;
  const { map } = await views.viewOf(original);
  const position = original.positionAt(toOriginal(map, shown.offsetAt(cursorIn(shown))));
  returned.add(originalUri.toString());
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
}

/** The document a menu was opened on, otherwise that of the active editor. */
async function findDocument(uri: unknown): Promise<vscode.TextDocument | undefined> {
  if (uri instanceof vscode.Uri) return vscode.workspace.openTextDocument(uri);
  return vscode.window.activeTextEditor?.document;
}

/** The cursor in an editor showing the document; its start if there is none. */
function cursorIn(document: vscode.TextDocument): vscode.Position {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  const editor = editors.find((candidate) => candidate?.document === document);
  return editor?.selection.active ?? new vscode.Position(0, 0);
}
