import type * as vscode from 'vscode';

/** The languages whose documents are checked. */
export const documentLanguages: readonly string[] = ['json', 'jsonc', 'jsonl'];

/** Whether the language of the document says that each line is a value of its own. */
export function isJsonLines({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'jsonl';
}
