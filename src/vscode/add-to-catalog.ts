import * as vscode from 'vscode';
import { notAddedText, notNamedText } from '../core/catalog-notices';
import { type NewEvent, withEvent } from '../core/user-catalog/add-event';
import { readCatalogPaths, toCatalogUri } from './catalog-files';
import type { Catalogs } from './catalogs';
import { hasFolderSettings, readVoice, section } from './configuration';
import { guard, type Log } from './log';

export const addToCatalogCommand = 'ctsTrace.addToCatalog';

/** The catalog that the quick fix writes, in the workspace folder. */
export const workspaceCatalog = 'cts-trace.cts-catalog.json';

const settingName = `${section}.catalogs`;

/** The command behind "Add to workspace catalog": it writes a catalog and the setting that names it, never a trace file. */
export function registerAddToCatalog(catalogs: Catalogs, log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(addToCatalogCommand, (folderUri: unknown, event: unknown) =>
    guard(log, addToCatalogCommand, async () => {
      const folder = folderUri instanceof vscode.Uri && vscode.workspace.getWorkspaceFolder(folderUri);
      if (folder && canWriteCatalog(folder) && isNewEvent(event)) await add(event, folder, catalogs);
    }),
  );
}

/** Whether a catalog may be written to a folder: not where nobody trusts it, nor where nothing can be written. */
export function canWriteCatalog({ uri }: vscode.WorkspaceFolder): boolean {
  return vscode.workspace.isTrusted && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

async function add(event: NewEvent, folder: vscode.WorkspaceFolder, catalogs: Catalogs): Promise<void> {
  const uri = toCatalogUri(folder, workspaceCatalog);
  const before = await findText(uri);
  const text = withEvent(before, event);
  if (text === undefined) {
    void vscode.window.showErrorMessage(notAddedText(workspaceCatalog, readVoice()));
    await vscode.window.showTextDocument(uri);
    return;
  }
  if (text !== before) await write(uri, text);
  try {
    await nameInSettings(folder);
  } catch {
    void vscode.window.showErrorMessage(notNamedText(workspaceCatalog, settingName, readVoice()));
  }
  await catalogs.load();
}

async function findText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

/** Through the document where there is a file, so that an open editor follows and the change can be undone. */
async function write(uri: vscode.Uri, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true });
  await vscode.workspace.applyEdit(edit);
  const document = await vscode.workspace.openTextDocument(uri);
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  const replacement = new vscode.WorkspaceEdit();
  replacement.replace(uri, whole, text);
  await vscode.workspace.applyEdit(replacement);
  await document.save();
}

async function nameInSettings(folder: vscode.WorkspaceFolder): Promise<void> {
  const paths = readCatalogPaths(folder);
  const own = toCatalogUri(folder, workspaceCatalog).toString();
  if (paths.some((path) => toCatalogUri(folder, path).toString() === own)) return;
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
