import * as vscode from 'vscode';
import { notUnlistedText, notUsableText, useNotice } from '../../core/user-catalog/catalog-use';
import { notNamedText } from '../../core/user-catalog/notices';
import { hasFolderSettings, readLocalizer, section } from '../configuration';
import { catalogSuffix } from '../documents/languages';
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
  try {
    await listInSettings(folder, path);
  } catch (error) {
    log.error(useCatalogCommand, error);
    void vscode.window.showErrorMessage(notNamedText(path, settingName, readLocalizer()));
    return;
  }
  await catalogs.load();
  void guard(log, useCatalogCommand, () => offerUndo(folder, path, log));
}

async function offerUndo(folder: vscode.WorkspaceFolder, path: string, log: Log): Promise<void> {
  const notice = useNotice(path, hasFolderSettings(), readLocalizer());
  if ((await vscode.window.showInformationMessage(notice.message, notice.undo)) !== notice.undo) return;
  try {
    await removeFromSettings(folder, path);
  } catch (error) {
    log.error(useCatalogCommand, error);
    void vscode.window.showErrorMessage(notUnlistedText(path, settingName, readLocalizer()));
  }
}
