import * as vscode from 'vscode';
import { type CatalogAction, catalogUse } from '../../core/user-catalog/catalog-use';
import { readUserCatalog } from '../../core/user-catalog/user-catalog';
import type { Catalogs } from '../catalogs/catalogs';
import { useCatalogCommand } from '../catalogs/use-catalog';
import { readLocalizer, section } from '../configuration';
import { catalogSuffix } from '../documents/languages';
import { areFindingsReported, nameOf } from '../documents/original-uri';
import { isSameUri } from '../documents/text-files';
import { guard, type Log } from '../log';

const commandOf: Readonly<Record<CatalogAction, string>> = {
  use: useCatalogCommand,
  'show-problems': 'workbench.actions.view.problems',
  'show-setting': 'workbench.action.openSettings',
  'manage-trust': 'workbench.trust.manage',
};

/** Says above the first line of a catalog file whether it is in use, and offers to use it. */
export function registerCatalogUse(catalogs: Catalogs, log: Log): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provide = async (document: vscode.TextDocument): Promise<vscode.CodeLens[]> => {
    // An earlier version, as on the left of a git diff, is never in use
    if (!areFindingsReported(document)) return [];
    await catalogs.whenLoaded();
    return lensesOf(document, catalogs);
  };
  return vscode.Disposable.from(
    changed,
    catalogs.onDidLoad(() => changed.fire()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(
      { pattern: `**/*${catalogSuffix}` },
      {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: (document) => guard(log, 'catalog use', () => provide(document)),
      },
    ),
  );
}

function lensesOf(document: vscode.TextDocument, catalogs: Catalogs): vscode.CodeLens[] {
  const { uri } = document;
  const listed = catalogs.files.find((file) => isSameUri(file.uri, uri))?.catalog;
  const facts = {
    listed,
    own: listed ?? readUserCatalog(document.getText(), nameOf(uri), readLocalizer()),
    isInFolder: vscode.workspace.getWorkspaceFolder(uri) !== undefined,
    isTrusted: vscode.workspace.isTrusted,
  };
  return catalogUse(facts, readLocalizer()).map(
    ({ title, action }) => new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), toCommand(title, action, uri)),
  );
}

/** Without an action the command is empty, and the editor shows plain text. */
function toCommand(title: string, action: CatalogAction | undefined, uri: vscode.Uri): vscode.Command {
  if (action === undefined) return { title, command: '' };
  const values = {
    use: [uri],
    'show-setting': [`${section}.catalogs`],
    'show-problems': [],
    'manage-trust': [],
  };
  return { title, command: commandOf[action], arguments: values[action] };
}
