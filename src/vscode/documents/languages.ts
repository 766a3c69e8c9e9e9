import type * as vscode from 'vscode';

/** The languages whose documents are checked. */
export const documentLanguages: readonly string[] = ['json', 'jsonc', 'jsonl'];

/** How the names of user catalogs end. They start the extension too: a broken one is reported without any trace file. */
export const catalogSuffix = '.cts-catalog.json';

/** Whether the language of the document says that each line is a value of its own. */
export function isJsonLines({ languageId }: Pick<vscode.TextDocument, 'languageId'>): boolean {
  return languageId === 'jsonl';
}
