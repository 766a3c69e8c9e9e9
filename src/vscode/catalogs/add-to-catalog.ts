import * as vscode from 'vscode';
import { type NewEvent, withEvent } from '../../core/user-catalog/add-event';
import { notAddedText, notNamedText, notWrittenText } from '../../core/user-catalog/notices';
import { hasFolderSettings, readLocalizer, section } from '../configuration';
import { guard, type Log } from '../log';
import { readCatalogPaths, toCatalogUri } from './catalog-files';
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
  const addIfAllowed = async (folderUri: unknown, event: unknown): Promise<void> => {
    const folder = folderUri instanceof vscode.Uri && vscode.workspace.getWorkspaceFolder(folderUri);
    if (folder && canWriteCatalog(folder) && isNewEvent(event)) await add(event, { folder, catalogs, log });
  };
  return vscode.commands.registerCommand(addToCatalogCommand, (folderUri: unknown, event: unknown) => {
    queue = queue.then(() => guard(log, addToCatalogCommand, () => addIfAllowed(folderUri, event)));
    return queue;
  });
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

async function add(event: NewEvent, { folder, catalogs, log }: AddContext): Promise<void> {
  const uri = toCatalogUri(folder, workspaceCatalog);
  const outcome = (await guard(log, addToCatalogCommand, () => addToFile(event, uri))) ?? 'not written';
  if (outcome === 'broken') {
    void vscode.window.showErrorMessage(notAddedText(workspaceCatalog, readLocalizer()));
    await vscode.window.showTextDocument(uri);
    return;
  }
  if (outcome === 'not written') {
    void vscode.window.showErrorMessage(notWrittenText(workspaceCatalog, readLocalizer()));
    return;
  }
  try {
    await listInSettings(folder);
  } catch {
    void vscode.window.showErrorMessage(notNamedText(workspaceCatalog, settingName, readLocalizer()));
  }
  await catalogs.load();
}

/** Adds an event to the catalog file, which is created if it does not exist and left alone if it is broken. */
async function addToFile(event: NewEvent, uri: vscode.Uri): Promise<'written' | 'not written' | 'broken'> {
  const before = await findText(uri);
  const text = withEvent(before, event);
  if (text === undefined) return 'broken';
  if (before === undefined && !(await create(uri))) return 'not written';
  return (await write(uri, text)) ? 'written' : 'not written';
}

async function findText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

async function create(uri: vscode.Uri): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true });
  return vscode.workspace.applyEdit(edit);
}

/** Edits the document rather than the file, so that open editors follow and the change can be undone. */
async function write(uri: vscode.Uri, text: string): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri);
  const before = document.getText();
  if (before === text && !document.isDirty) return true;
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(before.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, whole, text);
  if (before !== text && !(await vscode.workspace.applyEdit(edit))) return false;
  return document.save();
}

async function listInSettings(folder: vscode.WorkspaceFolder): Promise<void> {
  const paths = readCatalogPaths(folder);
  const added = toCatalogUri(folder, workspaceCatalog).toString();
  if (paths.some((path) => toCatalogUri(folder, path).toString() === added)) return;
  const target = hasFolderSettings()
    ? vscode.ConfigurationTarget.WorkspaceFolder
    : vscode.ConfigurationTarget.Workspace;
  await vscode.workspace
    .getConfiguration(section, folder.uri)
    .update('catalogs', [...paths, workspaceCatalog], target);
}

function isNewEvent(value: unknown): value is NewEvent {
  if (typeof value !== 'object' || value === null) return false;
  const { service, name, resourceType } = value as Partial<Record<keyof NewEvent, unknown>>;
  return [service, name, resourceType ?? ''].every((text) => typeof text === 'string');
}
