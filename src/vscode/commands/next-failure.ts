import * as vscode from 'vscode';
import { findNextFailure } from '../../core/assist/next-failure';
import type { OpenDocuments } from '../checks/open-documents';
import { toRange } from '../documents/convert-ranges';
import { runInSlices } from '../documents/time-slices';
import { guard, type Log } from '../log';
import { nextFailureCommand } from './command-ids';

/** Registers the command that moves the cursor to the next failed trace. */
export function registerNextFailure(documents: OpenDocuments, log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(nextFailureCommand, (uri: unknown) =>
    guard(log, nextFailureCommand, () => goToNextFailure(documents, uri)),
  );
}

async function goToNextFailure(documents: OpenDocuments, uri: unknown): Promise<void> {
  const editor = await findEditor(uri);
  if (editor === undefined) return;
  const { document } = editor;
  const traceDocument = await documents.whenChecked(document);
  if (traceDocument === undefined) return;
  const { version } = document;
  const failure = await runInSlices(
    findNextFailure(traceDocument.file, document.offsetAt(editor.selection.active)),
    { isWanted: () => document.version === version },
  );
  if (failure === undefined) return;
  const range = toRange(document, failure);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The editor of the document, otherwise the active one. */
async function findEditor(uri: unknown): Promise<vscode.TextEditor | undefined> {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  if (!(uri instanceof vscode.Uri)) return activeTextEditor;
  const key = uri.toString();
  const shown = [activeTextEditor, ...visibleTextEditors].find(
    (editor) => editor?.document.uri.toString() === key,
  );
  const document = shown?.document ?? (await vscode.workspace.openTextDocument(uri));
  return vscode.window.showTextDocument(document, shown?.viewColumn);
}
