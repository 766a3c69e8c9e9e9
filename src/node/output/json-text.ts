/**
 * JSON for a terminal or a file: control characters and bidirectional marks, most of which `JSON.stringify` leaves as
 * they are, become escapes, so that they cannot steer the screen and every program still reads the same value.
 */
export function toJsonText(value: unknown, indent?: number): string {
  return escapeUnsafe(JSON.stringify(value, null, indent));
}

/** The same for JSON that is written already: its values stay the same. */
export function escapeUnsafe(json: string): string {
  return plain.test(json) ? json : json.replace(unsafe, toEscapes);
}

/** A character of text that is not quite JSON, too: there any control character may be. */
export function escapeControlCharacters(text: string): string {
  return escapeUnsafe(text).replace(/\p{Cc}/gu, toEscapes);
}

/** A quick test that most JSON passes. */
const plain = /^[ -~\n]*$/;

/** Everything but line feeds, which only the indentation puts outside of an escape. */
const unsafe = /[\p{Cf}\p{Zl}\p{Zp}\u007F-\u009F]/gu;

function toEscapes(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}
