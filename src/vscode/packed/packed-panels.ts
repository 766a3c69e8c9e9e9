import * as vscode from 'vscode';
import { elsewhereText, packedActions } from '../../core/input/packed-file-messages';
import { openPackedCommand } from '../commands/command-ids';
import { readLocalizer, section } from '../configuration';
import { nameOf } from '../documents/original-uri';
import { type PackedEditor, packedEditors, registerPanels } from '../documents/packed-editors';
import { guard } from '../log';
import { findFolderCheck } from './folder-check';
import { messagePage, type PageLink } from './message-page';
import { openPacked, type PackedHost } from './open-packed';

const settingName = 'openPackedFiles';

/** Replaces the panels that the editor makes for packed files by their text. */
export function registerPackedPanels(host: PackedHost): vscode.Disposable {
  return registerPanels(async (uri, panel, editor) => {
    await guard(host.log, 'packed file', () => resolve(host, { uri, panel, editor }));
  });
}

interface Panel {
  readonly uri: vscode.Uri;
  readonly panel: vscode.WebviewPanel;
  readonly editor: PackedEditor;
}

async function resolve(host: PackedHost, shown: Panel): Promise<void> {
  const { uri, panel, editor } = shown;
  const tab = findTab(shown);
  // One side of a comparison, for example, has no tab
  if (tab === undefined) return sayElsewhere(shown);
  const { viewColumn = vscode.ViewColumn.Active } = panel;
  if (editor === packedEditors.automatic && !isTakenOver(uri)) {
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default', viewColumn);
    panel.dispose();
    return;
  }
  const reason = await openPacked(host, uri, { show: { viewColumn, preview: tab.isPreview } });
  if (reason === undefined) panel.dispose();
  else await say(shown, reason);
}

function isTakenOver(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration(section, uri).get<unknown>(settingName) !== false;
}

function findTab({ uri, editor }: Panel): vscode.Tab | undefined {
  const key = uri.toString();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.find(
    ({ input }) =>
      input instanceof vscode.TabInputCustom && input.viewType === editor && input.uri.toString() === key,
  );
}

function sayElsewhere({ uri, panel }: Panel): void {
  const localizer = readLocalizer();
  const open = { title: packedActions(localizer).open, command: openPackedCommand, arguments: [uri] };
  show(panel, elsewhereText(nameOf(uri), localizer), [open]);
}

async function say({ uri, panel }: Panel, reason: string): Promise<void> {
  const check = await findFolderCheck(uri);
  const title = packedActions(readLocalizer()).checkFolder;
  show(panel, reason, check ? [{ title, ...check }] : []);
}

function show({ webview }: vscode.WebviewPanel, message: string, links: readonly PageLink[]): void {
  webview.options = { enableCommandUris: links.map(({ command }) => command) };
  webview.html = messagePage(message, links);
}
