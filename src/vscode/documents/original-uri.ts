import * as vscode from 'vscode';
import { copyScheme, excerptScheme, partScheme } from './made-documents';

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

/** The scheme of the texts of packed files. */
export const unpackedScheme = 'cts-trace-unpacked';

/** The URI of the text of a packed file. Its path has the name without `.gz`, its query is the URI of the file. */
export function toUnpackedUri(packed: vscode.Uri): vscode.Uri {
  const path = packed.path.replace(/\.gz$/i, '');
  return vscode.Uri.from({
    scheme: unpackedScheme,
    path: /\.jsonl?$/i.test(path) ? path : `${path}.json`,
    query: packed.toString(),
  });
}

/** The packed file whose text is shown, as it is or formatted; `undefined` for any other URI. */
export function findPackedUri(uri: vscode.Uri): vscode.Uri | undefined {
  const { scheme, query } = findOriginalUri(uri) ?? uri;
  return scheme === unpackedScheme && query !== '' ? vscode.Uri.parse(query) : undefined;
}

/** The URI of the part of a file around a place: its query is the place, then the URI of the file. */
export function toPartUri(file: vscode.Uri, { line, character }: vscode.Position): vscode.Uri {
  const { path } = toUnpackedUri(file);
  return vscode.Uri.from({ scheme: partScheme, path, query: `${line},${character},${file.toString()}` });
}

/** What a part of a file shows, as it is or formatted; `undefined` for any other URI. */
export function findPlaceInFile(
  uri: vscode.Uri,
): { readonly uri: vscode.Uri; readonly position: vscode.Position } | undefined {
  const { scheme, query } = findOriginalUri(uri) ?? uri;
  const [, line, character, file] = /^(\d+),(\d+),(.+)$/s.exec(query) ?? [];
  if (scheme !== partScheme || file === undefined) return undefined;
  return { uri: vscode.Uri.parse(file), position: new vscode.Position(Number(line), Number(character)) };
}

/** The URI of the excerpt of a file: its query is the URI of the file. @param name of the excerpt, for people */
export function toExcerptUri(file: vscode.Uri, name: string): vscode.Uri {
  const path = `${file.path.slice(0, file.path.lastIndexOf('/'))}/${name}`;
  return vscode.Uri.from({ scheme: excerptScheme, path, query: file.toString() });
}

/** The file that an excerpt is of; `undefined` for any other URI. */
export function findExcerptedUri({ scheme, query }: vscode.Uri): vscode.Uri | undefined {
  return scheme === excerptScheme && query !== '' ? vscode.Uri.parse(query) : undefined;
}

/** The file that a document shows: as it is, formatted, unpacked, in part. */
export function sourceUriOf(uri: vscode.Uri): vscode.Uri {
  return (
    findPackedUri(uri) ??
    findPlaceInFile(uri)?.uri ??
    findExcerptedUri(findOriginalUri(uri) ?? uri) ??
    findOriginalUri(uri) ??
    uri
  );
}

/** The settings scope of a document; a view has that of the file that it shows. */
export function settingsScopeOf({
  uri,
  languageId,
}: Pick<vscode.TextDocument, 'uri' | 'languageId'>): vscode.ConfigurationScope {
  return { uri: sourceUriOf(uri), languageId };
}

/**
 * Whether findings are reported. Those of an earlier version, as on the left of a git diff, cannot be acted on; those of
 * copies being compared are reported in the file itself; those of an excerpt are there already.
 */
export function areFindingsReported({ uri }: vscode.TextDocument): boolean {
  return !['git', copyScheme].includes(sourceUriOf(uri).scheme) && !isExcerpt(uri);
}

function isExcerpt(uri: vscode.Uri): boolean {
  return findExcerptedUri(findOriginalUri(uri) ?? uri) !== undefined;
}

/**
 * A URI that was passed to a command. Links in pages pass it as a string: in a remote window the editor would take a URI for
 * one of the machine of the window.
 */
export function findUri(value: unknown): vscode.Uri | undefined {
  if (typeof value === 'string') return vscode.Uri.parse(value);
  return value instanceof vscode.Uri ? value : undefined;
}

/** A position that was passed to a command. Links pass it as plain data. */
export function findPosition(value: unknown): vscode.Position | undefined {
  if (typeof value !== 'object' || value === null || !('line' in value) || !('character' in value))
    return undefined;
  const { line, character } = value;
  return typeof line === 'number' && typeof character === 'number'
    ? new vscode.Position(line, character)
    : undefined;
}

/** The last segment of the path. */
export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a formatted view or the text of a packed file is open, as in a restored window, which requests it immediately. */
export function isViewOpen(): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && viewSchemes.includes(input.uri.scheme)),
  );
}

const viewSchemes: readonly string[] = [formattedScheme, unpackedScheme];
