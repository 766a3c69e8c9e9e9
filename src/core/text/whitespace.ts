/** The first offset at or after `from` that is not whitespace, or `end`. */
export function skipWhitespace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isWhitespace(text.charCodeAt(at))) at++;
  return at;
}

/** The first offset at or after `from` that is not whitespace between the tokens of JSON. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isJsonWhitespace(text.charCodeAt(at))) at++;
  return at;
}

/** The last offset at or before `from` that is not whitespace; -1 if there is none. */
export function skipWhitespaceBackwards(text: string, from: number): number {
  let at = from;
  while (isWhitespace(text.charCodeAt(at))) at--;
  return at;
}

/** Whether a string has nothing but whitespace in it, of any kind. */
export function isBlank(text: string): boolean {
  return mayBeWhitespace(text.charCodeAt(0)) ? text.trim() === '' : text === '';
}

export function hasOuterWhitespace(text: string): boolean {
  return mayBeWhitespace(text.charCodeAt(0)) || mayBeWhitespace(text.charCodeAt(text.length - 1))
    ? text.trim() !== text
    : false;
}

/** Hand-written for speed: most strings begin and end with a letter. */
function mayBeWhitespace(unit: number): boolean {
  return unit <= 32 || unit >= 0xa0;
}

/** JSON whitespace, and the byte order mark: joined files have some in the middle. */
export function isWhitespace(unit: number): boolean {
  return isJsonWhitespace(unit) || unit === 0xfeff;
}

function isJsonWhitespace(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 13 || unit === 9;
}
