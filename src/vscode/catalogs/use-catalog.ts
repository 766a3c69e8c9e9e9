import * as vscode from 'vscode';
import {
  type CatalogChange,
  notUnlistedText,
  notUsableText,
  useNotice,
} from '../../core/user-catalog/catalog-use';
import { notNamedText } from '../../core/user-catalog/notices';
import { hasFolderSettings, readLocalizer, section } from '../configuration';
import { catalogSuffix } from '../documents/languages';
import { isSameUri } from '../documents/text-files';
import { guard, type Log } from '../log';
import { listInSettings, removeFromSettings } from './catalog-edits';
import type { Catalogs } from './catalogs';

export const useCatalogCommand = 'ctsTrace.useCatalog';

const settingName = `${section}.catalogs`;

/** Registers the command that adds a catalog file to the settings of its folder and offers to undo that. */
export function registerUseCatalog(catalogs: Catalogs, log: Log): vscode.Disposable {
  return vscode.commands.registerCommand(useCatalogCommand, (uri: unknown) =>
    guard(log, useCatalogCommand, () =>
      use(uri instanceof vscode.Uri ? uri : vscode.window.activeTextEditor?.document.uri, catalogs, log),
    ),
  );
}

async function use(uri: vscode.Uri | undefined, catalogs: Catalogs, log: Log): Promise<void> {
  const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
  if (!folder || !vscode.workspace.isTrusted || !uri.path.endsWith(catalogSuffix)) {
    void vscode.window.showWarningMessage(notUsableText(readLocalizer()));
    return;
  }
  const path = uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
  let isNew: boolean;
  try {
    isNew = await listInSettings(folder, path);
  } catch (error) {
    log.error(useCatalogCommand, error);
    void vscode.window.showErrorMessage(notNamedText(path, settingName, readLocalizer()));
    return;
  }
  await catalogs.load();
  const isInvalid = catalogs.files.some((file) => isSameUri(file.uri, uri) && file.catalog.problems);
  const change = { path, isFolder: hasFolderSettings(), wasListed: !isNew, isInvalid };
  void guard(log, useCatalogCommand, () => showChange(folder, change, log));
}

async function showChange(folder: vscode.WorkspaceFolder, change: CatalogChange, log: Log): Promise<void> {
  const { path } = change;
  const { message, undo } = useNotice(change, readLocalizer());
  const buttons = undo === undefined ? [] : [undo];
  const chosen = await vscode.window.showInformationMessage(message, ...buttons);
  if (chosen === undefined) return;
  try {
    await removeFromSettings(folder, path);
  } catch (error) {
    log.error(useCatalogCommand, error);
    void vscode.window.showErrorMessage(notUnlistedText(path, settingName, readLocalizer()));
  }
}
