/**
 * Replaces control characters, line breaks and bidirectional marks in foreign text (names, file names, messages), so
 * that it stays on one line and cannot steer the screen.
 */
export function replaceControlCharacters(text: string): string {
  return plain.test(text) ? text : text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\u{FFFD}');
}

/** Replaces control characters and cuts the text after `maxLength` characters. */
export function truncate(text: string, maxLength: number): string {
  if (text.length <= maxLength && plain.test(text)) return text;
  // A character has at most two UTF-16 units: of a text of megabytes no more is looked at
  const printable = replaceControlCharacters(text.slice(0, 2 * maxLength));
  const characters = [...printable];
  const isLong = characters.length > maxLength || text.length > 2 * maxLength;
  return isLong ? `${characters.slice(0, maxLength).join('')}…` : printable;
}

/** Letters and signs of ASCII, as most names consist of. */
const plain = /^[ -~]*$/;
