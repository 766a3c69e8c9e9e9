import * as vscode from 'vscode';
import { isEmptyCatalog, type NewEvent, withEvent, withoutEvent } from '../../core/user-catalog/add-event';
import {
  addedNotice,
  notAddedText,
  notNamedText,
  notRemovedText,
  notWrittenText,
} from '../../core/user-catalog/notices';
import { readLocalizer, section } from '../configuration';
import { createFile, deleteFile, findText, writeText } from '../documents/text-files';
import { guard, type Log } from '../log';
import { listInSettings, removeFromSettings } from './catalog-edits';
import { toCatalogUri } from './catalog-files';
import type { Catalogs } from './catalogs';

export const addToCatalogCommand = 'ctsTrace.addToCatalog';

/** The catalog file that the quick fix writes, relative to the workspace folder. */
export const workspaceCatalog = 'cts-trace.cts-catalog.json';

const settingName = `${section}.catalogs`;

/**
 * Registers the command of the "Add to workspace catalog" quick fix. It writes the catalog and the setting that lists
 * it, never a trace file. Calls run one at a time: concurrent ones would overwrite each other's event.
 */
export function registerAddToCatalog(catalogs: Catalogs, log: Log): vscode.Disposable {
  let queue: Promise<unknown> = Promise.resolve();
  const runNext = (run: () => Promise<void>): Promise<unknown> => {
    queue = queue.then(() => guard(log, addToCatalogCommand, run));
    return queue;
  };
  const addIfAllowed = async (folderUri: unknown, event: unknown): Promise<void> => {
    const folder = folderUri instanceof vscode.Uri && vscode.workspace.getWorkspaceFolder(folderUri);
    if (!folder || !canWriteCatalog(folder) || !isNewEvent(event)) return;
    const added = await add(event, { folder, catalogs, log });
    const undo = (): Promise<unknown> => runNext(() => takeBack(added, { folder, catalogs, log }));
    if (added) void guard(log, addToCatalogCommand, () => showAdded(added, undo));
  };
  return vscode.commands.registerCommand(addToCatalogCommand, (folderUri: unknown, event: unknown) =>
    runNext(() => addIfAllowed(folderUri, event)),
  );
}

/** Whether a catalog can be written to a folder: the workspace is trusted and the file system writable. */
export function canWriteCatalog({ uri }: vscode.WorkspaceFolder): boolean {
  return vscode.workspace.isTrusted && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

interface AddContext {
  readonly folder: vscode.WorkspaceFolder;
  readonly catalogs: Catalogs;
  readonly log: Log;
}

/** What was done, and therefore what undoing it takes back. */
interface Added {
  readonly event: NewEvent;
  readonly uri: vscode.Uri;
  /** Whether the file did not exist before. */
  readonly isFileNew: boolean;
  /** Whether the file did not have the event before. */
  readonly isEventNew: boolean;
  /** Whether the setting did not list the file before. */
  readonly isListingNew: boolean;
}

/** Reports its own failures; gives `undefined` if nothing was added. */
async function add(event: NewEvent, context: AddContext): Promise<Added | undefined> {
  const { folder, catalogs, log } = context;
  const uri = toCatalogUri(folder, workspaceCatalog);
  const outcome = (await guard(log, addToCatalogCommand, () => addToFile(event, uri))) ?? 'not written';
  if (outcome === 'broken') {
    void vscode.window.showErrorMessage(notAddedText(workspaceCatalog, readLocalizer()));
    await vscode.window.showTextDocument(uri);
    return undefined;
  }
  if (outcome === 'not written') {
    void vscode.window.showErrorMessage(notWrittenText(workspaceCatalog, readLocalizer()));
    return undefined;
  }
  const isListingNew = await list(folder);
  await catalogs.load();
  return isListingNew === undefined ? undefined : { event, uri, ...outcome, isListingNew };
}

async function list(folder: vscode.WorkspaceFolder): Promise<boolean | undefined> {
  try {
    return await listInSettings(folder, workspaceCatalog);
  } catch {
    void vscode.window.showErrorMessage(notNamedText(workspaceCatalog, settingName, readLocalizer()));
    return undefined;
  }
}

type Written = Pick<Added, 'isFileNew' | 'isEventNew'>;

/** Adds an event to the catalog file, which is created if it does not exist and left alone if it is broken. */
async function addToFile(event: NewEvent, uri: vscode.Uri): Promise<Written | 'not written' | 'broken'> {
  const before = await findText(uri);
  const text = withEvent(before, event);
  if (text === undefined) return 'broken';
  if (before === undefined && !(await createFile(uri))) return 'not written';
  if (!(await writeText(uri, text))) return 'not written';
  return { isFileNew: before === undefined, isEventNew: before !== text };
}

async function showAdded({ event, uri }: Added, undo: () => Promise<unknown>): Promise<void> {
  const notice = addedNotice(event, workspaceCatalog, readLocalizer());
  const chosen = await vscode.window.showInformationMessage(notice.message, notice.open, notice.undo);
  if (chosen === notice.open) await vscode.window.showTextDocument(uri);
  if (chosen === notice.undo) await undo();
}

async function takeBack(added: Added | undefined, { folder, catalogs, log }: AddContext): Promise<void> {
  if (added === undefined) return;
  try {
    if (added.isListingNew) await removeFromSettings(folder, workspaceCatalog);
    if (added.isEventNew && !(await removeFromFile(added)))
      throw new Error('The catalog could not be written');
  } catch (error) {
    log.error(addToCatalogCommand, error);
    void vscode.window.showErrorMessage(notRemovedText(added.event, workspaceCatalog, readLocalizer()));
  }
  await catalogs.load();
}

/** Removes the event, and a file that was made for it and has nothing else. Later changes of the file stay. */
async function removeFromFile({ event, uri, isFileNew }: Added): Promise<boolean> {
  const before = await findText(uri);
  const text = before === undefined ? undefined : withoutEvent(before, event);
  if (text === undefined) return before === undefined;
  return isFileNew && isEmptyCatalog(text) ? deleteFile(uri) : writeText(uri, text);
}

function isNewEvent(value: unknown): value is NewEvent {
  if (typeof value !== 'object' || value === null) return false;
  const { service, name, resourceType } = value as Partial<Record<keyof NewEvent, unknown>>;
  return [service, name, resourceType ?? ''].every((text) => typeof text === 'string');
}
