/** The files that are read in a folder; a file that the user names is read whatever its name. */
export const traceFileName = /\.(?:json|jsonl|ndjson)(?:\.gz)?$/i;

/** The folders that are not looked into, by their names. */
export const excludedFolders: ReadonlySet<string> = new Set(['node_modules', '.git']);

/** Whether a file has one value a line by its name. */
export function isNamedLineDelimited(path: string): boolean {
  return /\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(path);
}

/** Whether a name was decoded from bytes that are not UTF-8, or holds U+FFFD itself. */
export function mayBeMisread(name: string): boolean {
  return name.includes('\u{FFFD}');
}
