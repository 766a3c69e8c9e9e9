import * as vscode from 'vscode';
import { explainSelection, maxSelectionLength } from '../../core/assist/explain-selection';
import { findFolder } from '../catalogs/catalog-files';
import type { Catalogs } from '../catalogs/catalogs';
import { readExplainSettings } from '../configuration';
import { sourceUriOf } from '../documents/original-uri';
import { guard, type Log } from '../log';
import { explainSelectionCommand } from './command-ids';
import { showMarkdown } from './markdown-preview';

/** Scheme of the read-only documents that explain a selection; the query is their number. */
const scheme = 'cts-trace-selection';
/** How many explanations are kept, for the previews that show them. */
const maxKept = 20;

/** Registers the command that explains the selection, or the word at the cursor, in an editor of any language. */
export function registerExplainSelection(catalogs: Catalogs, log: Log): vscode.Disposable {
  const kept = new Map<string, string>();
  let number = 0;
  const explain = async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    const selected = editor ? selectedText(editor) : '';
    await catalogs.whenLoaded();
    const uri = editor && sourceUriOf(editor.document.uri);
    const catalog = catalogs.at(findFolder(uri)?.uri);
    const explanation = explainSelection(selected, readExplainSettings(catalog));
    if (explanation.kind === 'nothing') {
      void vscode.window.showInformationMessage(explanation.message);
      return;
    }
    number++;
    kept.set(`${number}`, explanation.markdown);
    kept.delete(`${number - maxKept}`);
    await showMarkdown(toUri(explanation.title, number));
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(explainSelectionCommand, () =>
      guard(log, explainSelectionCommand, explain),
    ),
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: ({ query }) => kept.get(query) ?? '',
    }),
  );
}

/** The path, which names the preview, cannot have the separators of paths in it. */
function toUri(title: string, number: number): vscode.Uri {
  const name = title.replace(/[^\p{L}\p{N}_-]/gu, '_').slice(0, 80);
  return vscode.Uri.from({ scheme, path: `/${name}.md`, query: `${number}` });
}

/** As much of a selection as is read, which may be all of a large file. */
function beginningOf(document: vscode.TextDocument, { start, end }: vscode.Selection): string {
  const last = document.positionAt(document.offsetAt(start) + maxSelectionLength);
  return document.getText(new vscode.Range(start, last.isBefore(end) ? last : end));
}

/** All selections in order, or the word at the cursor if nothing is selected. */
function selectedText({ document, selection, selections }: vscode.TextEditor): string {
  if (!selection.isEmpty) return selections.map((part) => beginningOf(document, part)).join('\n');
  const word = document.getWordRangeAtPosition(selection.active);
  return word ? document.getText(word) : '';
}
