/** UTF-16 code units of the characters that the parsers look for. */

export const lineFeed = 10;
export const carriageReturn = 13;
export const space = 32;
export const quote = 34;
export const asterisk = 42;
export const comma = 44;
export const slash = 47;
export const colon = 58;
export const openBracket = 91;
export const backslash = 92;
export const closeBracket = 93;
export const openBrace = 123;
export const closeBrace = 125;
