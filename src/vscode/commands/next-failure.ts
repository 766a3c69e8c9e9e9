import * as vscode from 'vscode';
import { findNextFailure, noFailureText, noTraceFileText } from '../../core/assist/next-failure';
import type { OpenDocuments } from '../checks/open-documents';
import { readLocalizer } from '../configuration';
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
  const traceDocument = editor && (await documents.whenChecked(editor.document));
  if (editor === undefined || traceDocument?.file.kind !== 'traces') {
    void vscode.window.showInformationMessage(noTraceFileText(readLocalizer()));
    return;
  }
  const { document, file } = traceDocument;
  const { version } = document;
  const isWanted = (): boolean => document.version === version;
  const from = document.offsetAt(editor.selection.active);
  const failure = await runInSlices(findNextFailure(file, from), { isWanted });
  if (!isWanted()) return;
  if (failure === undefined) {
    void vscode.window.showInformationMessage(noFailureText(readLocalizer()));
    return;
  }
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
