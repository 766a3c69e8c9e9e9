import * as vscode from 'vscode';
import {
  type FindingFilter,
  type FindingRow,
  findingListPrompt,
  findingListTitle,
  findingRows,
} from '../../core/assist/finding-list';
import { noTraceFileText } from '../../core/assist/next-failure';
import { severities } from '../../core/rules/severity';
import type { OpenDocuments } from '../checks/open-documents';
import { readLocalizer } from '../configuration';
import { toRange } from '../documents/convert-ranges';
import { runInSlices } from '../documents/time-slices';
import { guard, type Log } from '../log';
import { showFindingsCommand } from './command-ids';

/**
 * Registers the command that lists the findings of a document, those included for which the editor has no room. The
 * place of the focused one is shown.
 */
export function registerShowFindings(documents: OpenDocuments, log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(showFindingsCommand, (uri: unknown, filter: unknown) =>
    guard(log, showFindingsCommand, async () => {
      const document =
        uri instanceof vscode.Uri
          ? await vscode.workspace.openTextDocument(uri)
          : vscode.window.activeTextEditor?.document;
      if (document !== undefined && mayHaveFindings(documents, document))
        await showFindings(documents, document, toFilter(filter));
      else void vscode.window.showInformationMessage(noTraceFileText(readLocalizer()));
    }),
  );
}

function mayHaveFindings(documents: OpenDocuments, document: vscode.TextDocument): boolean {
  return documents.isChecking(document) || documents.find(document) !== undefined;
}

interface RowItem extends vscode.QuickPickItem {
  readonly row: FindingRow;
}

async function showFindings(
  documents: OpenDocuments,
  document: vscode.TextDocument,
  filter: FindingFilter,
): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const list = vscode.window.createQuickPick<RowItem>();
  const hidden = new Promise<void>((resolve) => list.onDidHide(resolve));
  let isOpen = true;
  void hidden.then(() => {
    isOpen = false;
    list.dispose();
  });
  const localizer = readLocalizer();
  list.placeholder = findingListPrompt(localizer);
  list.matchOnDescription = true;
  list.busy = true;
  previewFocused(list, editor);
  list.show();
  const traceDocument = await documents.whenChecked(document);
  const { version } = document;
  const lineOf = (offset: number): number => document.positionAt(offset).line + 1;
  const found =
    traceDocument &&
    (await runInSlices(findingRows(traceDocument.file, filter, { localizer, lineOf }), {
      isWanted: () => isOpen && document.version === version,
    }));
  if (!isOpen) return;
  if (found === undefined) {
    // The document was changed, or has no traces after all
    list.hide();
    return;
  }
  list.items = found.rows.map((row) => ({ label: row.label, description: row.description, row }));
  list.title = findingListTitle(found, localizer);
  list.busy = false;
  await hidden;
}

/** Selects the place of the focused row, and goes back if none is chosen. */
function previewFocused(list: vscode.QuickPick<RowItem>, editor: vscode.TextEditor): void {
  const { selections } = editor;
  const [before] = editor.visibleRanges;
  let isChosen = false;
  list.onDidChangeActive(([item]) => {
    if (item !== undefined) reveal(editor, toRange(editor.document, item.row.span));
  });
  list.onDidAccept(() => {
    isChosen = list.selectedItems.length > 0;
    list.hide();
  });
  list.onDidHide(() => {
    if (isChosen) return;
    editor.selections = selections;
    if (before) editor.revealRange(before, vscode.TextEditorRevealType.AtTop);
  });
}

function reveal(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function toFilter(value: unknown): FindingFilter {
  const { rule, severity } =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return {
    rule: typeof rule === 'string' ? rule : undefined,
    severity: severities.find((known) => known === severity),
  };
}
