/** The languages whose documents are checked. */
export const documentLanguages: readonly string[] = ['json', 'jsonc', 'jsonl'];
