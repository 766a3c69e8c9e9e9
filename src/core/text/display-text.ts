/**
 * A text that someone else wrote, on one line and unable to steer the screen: names, file names and messages may hold
 * control characters, line breaks and marks that turn the direction of writing.
 */
export function escapeControlCharacters(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\u{FFFD}');
}

/** The same, cut off behind so many characters. */
export function truncate(text: string, most: number): string {
  return escapeControlCharacters(text.length > most ? `${text.slice(0, most)}…` : text);
}
