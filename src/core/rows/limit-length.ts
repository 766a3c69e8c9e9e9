/** Cuts what is longer than any documented value, not inside of a character. */
export function limitLength(text: string): string {
  if (text.length <= maxLength) return text;
  const last = text.charCodeAt(maxLength - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? maxLength - 1 : maxLength;
  return `${text.slice(0, end)}…`;
}

/** In UTF-16 units. CTS documents at most 350 for ids and names. */
const maxLength = 1000;
