/** Records are not recognised by a longer opening: brace, whitespace and first key; in UTF-16 units. */
export const maxOpeningLength = 256;
