import * as vscode from 'vscode';
import { copyScheme } from './made-documents';

/** The scheme of formatted views. */
export const formattedScheme = 'cts-trace-formatted';

/**
 * The URI of the formatted view of a document. Its path keeps the file name, its query is the URI of the document.
 *
 * @param languageId of the view: `json`, or `jsonl` for several values
 */
export function toFormattedUri(original: vscode.Uri, languageId: 'json' | 'jsonl'): vscode.Uri {
  const suffix = `.${languageId}`;
  const withSuffix = original.path.endsWith(suffix) ? original.path : `${original.path}${suffix}`;
  // The path of an untitled document has no leading slash, which file system providers need
  const path = withSuffix.startsWith('/') ? withSuffix : `/${withSuffix}`;
  return vscode.Uri.from({ scheme: formattedScheme, path, query: original.toString() });
}

/** The document that a formatted view shows; `undefined` for any other URI. */
export function findOriginalUri(uri: vscode.Uri): vscode.Uri | undefined {
  return uri.scheme === formattedScheme && uri.query !== '' ? vscode.Uri.parse(uri.query) : undefined;
}

/** The settings scope of a document; a formatted view has that of its original. */
export function settingsScopeOf({ uri, languageId }: vscode.TextDocument): vscode.ConfigurationScope {
  return { uri: findOriginalUri(uri) ?? uri, languageId };
}

/**
 * Whether findings are reported. Those of an earlier version, as on the left of a git diff, cannot be acted on; those of
 * copies being compared are reported in the file itself.
 */
export function areFindingsReported({ uri }: vscode.TextDocument): boolean {
  return !['git', copyScheme].includes((findOriginalUri(uri) ?? uri).scheme);
}

/** The last segment of the path. */
export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a formatted view is open, as in a restored window, which requests its text immediately. */
export function isFormattedViewOpen(): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === formattedScheme),
  );
}
