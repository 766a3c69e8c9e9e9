import * as vscode from 'vscode';
import { longLinesQuestion } from '../../core/formatting/formatted-view-messages';
import type { OpenDocuments } from '../checks/open-documents';
import { openFormattedCommand } from '../commands/command-ids';
import { readLocalizer, section } from '../configuration';
import { hasLongLine } from '../documents/long-lines';
import { isInTab, isViewInTab, urisOf } from '../documents/open-tabs';
import { findOriginalUri, nameOf, settingsScopeOf, unpackedScheme } from '../documents/original-uri';
import { guard, type Log } from '../log';

const settingName = 'longLines';

/** What to do with a file whose lines are too long to read. */
type LongLines = 'ask' | 'always' | 'never';

/**
 * Offers the formatted view of a file with long lines when it is opened, or opens it, as the setting says.
 *
 * @param returned the URIs of files that were shown from their view: whoever returns to a file stays there
 */
export function registerLongLineOffer(
  documents: OpenDocuments,
  returned: Set<string>,
  log: Log,
): vscode.Disposable {
  const offer = new LongLineOffer(documents, returned);
  const consider = (document: vscode.TextDocument | undefined): void => {
    if (document && document === vscode.window.activeTextEditor?.document)
      void guard(log, 'long lines', () => offer.make(document));
  };
  consider(vscode.window.activeTextEditor?.document);
  return vscode.Disposable.from(
    documents.onDidCheck(consider),
    documents.onDidTakeLong(consider),
    vscode.window.onDidChangeActiveTextEditor((editor) => consider(editor?.document)),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => offer.forget(closed.flatMap(urisOf))),
  );
}

class LongLineOffer {
  /** The URIs of files that the question was asked for; it is asked once. */
  private readonly asked = new Set<string>();
  /** The URIs of files whose view was opened and is not closed yet. */
  private readonly opened = new Set<string>();

  constructor(
    private readonly documents: OpenDocuments,
    private readonly returned: Set<string>,
  ) {}

  async make(document: vscode.TextDocument): Promise<void> {
    const choice = readChoice(document);
    const key = document.uri.toString();
    if (choice === 'never' || this.opened.has(key) || this.returned.has(key)) return;
    if (!this.isReadable(document) || isViewInTab(document.uri)) return;
    if (choice === 'always') await this.openInPlace(document);
    else if (!this.asked.has(key)) await this.ask(document);
  }

  /** Files that are opened anew later are opened formatted again. */
  forget(closed: readonly vscode.Uri[]): void {
    for (const uri of closed) {
      this.returned.delete(uri.toString());
      const original = findOriginalUri(uri) ?? uri;
      if (!isInTab(original) && !isViewInTab(original)) this.opened.delete(original.toString());
    }
  }

  /** Whether a file is opened to be read, rather than edited or compared, and has long lines with traces. */
  private isReadable(document: vscode.TextDocument): boolean {
    if (document.isUntitled || document.isDirty || !isInActiveTab(document)) return false;
    const file = this.documents.find(document)?.file;
    return file?.kind === 'traces' && (isUnpacked(document) || hasLongLine(document, file));
  }

  private async ask(document: vscode.TextDocument): Promise<void> {
    this.asked.add(document.uri.toString());
    const { message, open, always, never } = longLinesQuestion(nameOf(document.uri), readLocalizer());
    const answer = await vscode.window.showInformationMessage(message, open, always, never);
    if (answer === open) await this.open(document);
    if (answer === never) await writeChoice(document, 'never');
    if (answer !== always) return;
    await this.openInPlace(document);
    await writeChoice(document, 'always');
  }

  private async open({ uri }: vscode.TextDocument): Promise<void> {
    this.opened.add(uri.toString());
    await vscode.commands.executeCommand(openFormattedCommand, uri);
  }

  /** Opens the view in place of the file. */
  private async openInPlace(document: vscode.TextDocument): Promise<void> {
    const { viewColumn } = vscode.window.tabGroups.activeTabGroup;
    await this.open(document);
    // Looked up anew: the editor may have replaced the tab, as when it was kept in the meantime
    const group = vscode.window.tabGroups.all.find((one) => one.viewColumn === viewColumn);
    const tab = group?.tabs.find((one) => isTabOf(one, document));
    if (tab && !tab.isDirty && isViewInTab(document.uri)) await vscode.window.tabGroups.close(tab, true);
  }
}

function isInActiveTab(document: vscode.TextDocument): boolean {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  return tab !== undefined && isTabOf(tab, document);
}

function isTabOf({ input }: vscode.Tab, { uri }: vscode.TextDocument): boolean {
  return input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
}

function configurationOf(document: vscode.TextDocument): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration(section, settingsScopeOf(document));
}

/** The text of a packed file is there to be read only, and formatted wherever it is opened. */
function isUnpacked({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === unpackedScheme;
}

function readChoice(document: vscode.TextDocument): LongLines {
  if (isUnpacked(document)) return 'always';
  const choice = configurationOf(document).get<unknown>(settingName);
  return choice === 'always' || choice === 'never' ? choice : 'ask';
}

/** Sets the choice where it is set already, otherwise for the user. */
async function writeChoice(document: vscode.TextDocument, choice: LongLines): Promise<void> {
  const configuration = configurationOf(document);
  const set = configuration.inspect<unknown>(settingName);
  const owner =
    set?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : set?.workspaceValue !== undefined
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  await configuration.update(settingName, choice, owner);
}
