import * as vscode from 'vscode';
import { findOriginalUri } from './original-uri';

/** The documents of a tab, both sides of a comparison included. */
export function urisOf({ input }: vscode.Tab): readonly vscode.Uri[] {
  if (input instanceof vscode.TabInputText) return [input.uri];
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}

/** Whether a tab shows the document. The editor keeps documents for minutes after their last tab was closed. */
export function isInTab(uri: vscode.Uri): boolean {
  const key = uri.toString();
  return urisInTabs().some((shown) => shown.toString() === key);
}

/** Whether a tab shows the formatted view of the document. */
export function isViewInTab(original: vscode.Uri): boolean {
  const key = original.toString();
  return urisInTabs().some((shown) => findOriginalUri(shown)?.toString() === key);
}

/** Whether the editor still has the document of a formatted view of the document, shown or not. */
export function hasViewDocument(original: vscode.Uri): boolean {
  const key = original.toString();
  return vscode.workspace.textDocuments.some(({ uri }) => findOriginalUri(uri)?.toString() === key);
}

/**
 * Whether the findings of a document lead to another text, or to one that is no longer shown: a file and its formatted
 * view have the same ones, and the editor keeps a closed document for minutes.
 */
export function areFindingsElsewhere({ uri }: vscode.TextDocument): boolean {
  if (findOriginalUri(uri)) return !isInTab(uri);
  return hasViewDocument(uri) && (isViewInTab(uri) || !isInTab(uri));
}

function urisInTabs(): readonly vscode.Uri[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(urisOf));
}
