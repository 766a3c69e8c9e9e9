/** The first offset at or after `from` that is no blank, or `end`; a byte order mark in a joined file counts as blank. */
export function skipWhitespace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isWhitespace(text.charCodeAt(at))) at++;
  return at;
}

export function isWhitespace(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 13 || unit === 9 || unit === 0xfeff;
}
