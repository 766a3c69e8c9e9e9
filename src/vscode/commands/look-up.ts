import * as vscode from 'vscode';
import { type EventKey, findEventNameAt, lookUpEntries, lookUpPrompt } from '../../core/assist/look-up';
import { type LookUpList, type LookUpRow, lookUpRows } from '../../core/assist/look-up-search';
import { findFolder } from '../catalogs/catalog-files';
import type { Catalogs } from '../catalogs/catalogs';
import type { OpenDocuments } from '../checks/open-documents';
import { readLocalizer } from '../configuration';
import { sourceUriOf } from '../documents/original-uri';
import { guard, type Log } from '../log';
import { lookUpEventCommand } from './command-ids';
import { registerEventExplanations, toExplanationUri } from './event-explanations';
import { showMarkdown } from './markdown-preview';

/** Registers the command that finds an event in the catalog and shows everything known about it. */
export function registerLookUp(documents: OpenDocuments, catalogs: Catalogs, log: Log): vscode.Disposable {
  const command = vscode.commands.registerCommand(lookUpEventCommand, () =>
    guard(log, lookUpEventCommand, () => lookUp(documents, catalogs)),
  );
  return vscode.Disposable.from(registerEventExplanations(catalogs, log), command);
}

async function lookUp(documents: OpenDocuments, catalogs: Catalogs): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const name = editor && findNameAtCursor(documents, editor);
  const folder = findFolder(editor && sourceUriOf(editor.document.uri))?.uri;
  await catalogs.whenLoaded();
  const [catalog, localizer] = [catalogs.at(folder), readLocalizer()];
  const event = await pick({ entries: lookUpEntries(catalog, localizer), catalog, localizer }, name ?? '');
  if (event) await showMarkdown(toExplanationUri({ event, language: localizer.language, folder }));
}

function findNameAtCursor(
  documents: OpenDocuments,
  { document, selection }: vscode.TextEditor,
): string | undefined {
  const offset = document.offsetAt(selection.active);
  const located = documents.findCurrent(document)?.file.traceAt(offset);
  return located && findEventNameAt(located.trace, offset - located.start);
}

interface RowItem extends vscode.QuickPickItem {
  /** Absent for a row that is only a note and cannot be chosen. */
  readonly event?: EventKey;
}

/** @param initialText initial text of the input */
function pick(choice: LookUpList, initialText: string): Promise<EventKey | undefined> {
  const list = vscode.window.createQuickPick<RowItem>();
  const fill = (): void => {
    list.items = lookUpRows(choice, list.value).map(toItem);
    const first = list.items.find(({ event }) => event !== undefined);
    if (first) list.activeItems = [first];
  };
  list.placeholder = lookUpPrompt(choice.localizer);
  // Filters nothing, since all rows are always shown, but highlights the typed text there too
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  disableSorting(list);
  list.value = initialText;
  fill();
  return new Promise((resolve) => {
    list.onDidChangeValue(fill);
    list.onDidAccept(() => {
      const event = list.selectedItems[0]?.event;
      if (event === undefined) return;
      resolve(event);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

/** `alwaysShow`, because the engine has already done the filtering. */
function toItem(row: LookUpRow): RowItem {
  if (row.kind === 'note') return { label: row.text, alwaysShow: true };
  const { name, where, label, service } = row.entry;
  const detail = [label, row.because].filter((part) => part).join(' · ');
  return { label: name, description: where, detail, alwaysShow: true, event: { service, name } };
}

/**
 * Stops the editor from sorting matches alphabetically. The property is not part of the public API; without it the list
 * is sorted, but still complete.
 */
function disableSorting(list: vscode.QuickPick<RowItem>): void {
  Object.assign(list, { sortByLabel: false });
}
