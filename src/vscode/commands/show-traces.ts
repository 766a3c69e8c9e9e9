import * as vscode from 'vscode';
import { nameSpanOf } from '../../core/assist/related-traces';
import { findSoughtValue, type SoughtValue } from '../../core/assist/sought-value';
import {
  type FoundTrace,
  maxRows,
  noValueText,
  rowsPrompt,
  rowsTitle,
  type TraceRow,
  traceRows,
} from '../../core/assist/trace-rows';
import { tracesWith } from '../../core/assist/value-occurrences';
import type { LocatedTrace } from '../../core/file/located-traces';
import { factsOf } from '../../core/record/trace-facts';
import type { TraceDocument } from '../checks/document-check';
import type { OpenDocuments } from '../checks/open-documents';
import { readLocalizer, readTimeZone } from '../configuration';
import { toRange } from '../documents/convert-ranges';
import { runInSlices } from '../documents/time-slices';
import { guard, type Log } from '../log';
import { showTracesCommand } from './command-ids';

/** Registers the command that lists the traces with the value at the cursor, to choose one. */
export function registerShowTraces(documents: OpenDocuments, log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(showTracesCommand, (uri: unknown, offset: unknown) =>
    guard(log, showTracesCommand, () => showTraces(documents, uri, offset)),
  );
}

/** Called from a hover with the place of the value, otherwise for the cursor. */
async function showTraces(documents: OpenDocuments, uri: unknown, offset: unknown): Promise<void> {
  const place = typeof uri === 'string' && typeof offset === 'number' ? { uri, offset } : findCursor();
  const document = place && (await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri)));
  const traceDocument = document && (await documents.whenChecked(document));
  const located = place && traceDocument?.file.traceAt(place.offset);
  const sought = located && findSoughtValue(located.trace, place.offset - located.start);
  if (traceDocument && sought) await pickTrace(traceDocument, sought);
  else await vscode.window.showInformationMessage(noValueText(readLocalizer()));
}

function findCursor(): { readonly uri: string; readonly offset: number } | undefined {
  const editor = vscode.window.activeTextEditor;
  return (
    editor && {
      uri: editor.document.uri.toString(),
      offset: editor.document.offsetAt(editor.selection.active),
    }
  );
}

interface ShownTrace extends FoundTrace {
  readonly range: vscode.Range;
}

interface RowItem extends vscode.QuickPickItem {
  /** Absent for a note. */
  readonly range?: vscode.Range | undefined;
}

/** Shows the list at once, and fills it when all of the file has been searched. */
async function pickTrace(traceDocument: TraceDocument, sought: SoughtValue): Promise<void> {
  const { document } = traceDocument;
  const localizer = readLocalizer();
  const list = vscode.window.createQuickPick<RowItem>();
  let isOpen = true;
  list.title = rowsTitle(sought, localizer);
  list.matchOnDescription = true;
  list.busy = true;
  // In the order of the file; the property is not part of the public API
  Object.assign(list, { sortByLabel: false });
  list.onDidAccept(() => {
    const range = list.selectedItems[0]?.range;
    if (range === undefined) return;
    list.hide();
    void vscode.window.showTextDocument(document, { selection: range });
  });
  list.onDidHide(() => {
    isOpen = false;
    list.dispose();
  });
  list.show();
  const { version } = document;
  const found = await collect(traceDocument, sought, () => isOpen && document.version === version);
  if (!isOpen) return;
  if (found === undefined) return list.hide();
  const { count, traces } = found;
  const settings = { localizer, timeZone: readTimeZone().timeZone, count };
  list.items = traceRows(traces, settings).map(toItem);
  list.activeItems = list.items.filter(({ range }) => range !== undefined).slice(0, 1);
  list.placeholder = rowsPrompt(count, localizer);
  list.busy = false;
}

interface Found {
  readonly count: number;
  readonly traces: readonly ShownTrace[];
}

/** `undefined` if it is no longer wanted. */
async function collect(
  { document, file }: TraceDocument,
  sought: SoughtValue,
  isWanted: () => boolean,
): Promise<Found | undefined> {
  const traces: ShownTrace[] = [];
  let count = 0;
  const take = (located: LocatedTrace | undefined): void => {
    if (located === undefined) return;
    count++;
    if (traces.length < maxRows) traces.push(toShown(document, located));
  };
  await runInSlices(tracesWith(file, sought), { take, isWanted });
  return isWanted() ? { count, traces } : undefined;
}

function toShown(document: vscode.TextDocument, located: LocatedTrace): ShownTrace {
  const range = toRange(document, nameSpanOf(located));
  return { facts: factsOf(located.trace), number: located.number, line: range.start.line, range };
}

/** A note stays whatever is typed. */
function toItem({ label, description, trace }: TraceRow<ShownTrace>): RowItem {
  return { label, description, range: trace?.range, alwaysShow: trace === undefined };
}
