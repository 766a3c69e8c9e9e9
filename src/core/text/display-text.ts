/**
 * Replaces control characters, line breaks and bidirectional marks in foreign text (names, file names, messages), so
 * that it stays on one line and cannot steer the screen.
 */
export function replaceControlCharacters(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\u{FFFD}');
}

/** Cuts the text after `maxLength` UTF-16 units and replaces control characters. */
export function truncate(text: string, maxLength: number): string {
  return replaceControlCharacters(text.length > maxLength ? `${text.slice(0, maxLength)}…` : text);
}
