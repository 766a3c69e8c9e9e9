import * as vscode from 'vscode';

/** The scheme of formatted views. */
export const formattedScheme = 'cts-trace-formatted';

/**
 * The address of the formatted view of a document: its path keeps the name, its query names the document.
 *
 * @param languageId what the view holds: `json`, or `jsonl` for several values one after another
 */
export function toFormattedUri(original: vscode.Uri, languageId: 'json' | 'jsonl'): vscode.Uri {
  const ending = `.${languageId}`;
  const named = original.path.endsWith(ending) ? original.path : `${original.path}${ending}`;
  // That of a document in no file has no slash, without which no file system is asked
  const path = named.startsWith('/') ? named : `/${named}`;
  return vscode.Uri.from({ scheme: formattedScheme, path, query: original.toString() });
}

/** The document that a formatted view shows; `undefined` for any other address. */
export function findOriginalUri(uri: vscode.Uri): vscode.Uri | undefined {
  return uri.scheme === formattedScheme && uri.query !== '' ? vscode.Uri.parse(uri.query) : undefined;
}

/** What settings hold for a document: those of the original for its formatted view. */
export function settingsScopeOf({ uri, languageId }: vscode.TextDocument): vscode.ConfigurationScope {
  return { uri: findOriginalUri(uri) ?? uri, languageId };
}

/** The last part of a path. */
export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a view is open, as it is in a window that was opened again: then its text is asked for at once. */
export function isFormattedViewOpen(): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === formattedScheme),
  );
}
