/** The languages whose documents are looked at. */
export const languages: readonly string[] = ['json', 'jsonc', 'jsonl'];
