/** The languages whose documents are checked. */
export const languages: readonly string[] = ['json', 'jsonc', 'jsonl'];
