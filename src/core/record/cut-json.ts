import { isJson } from './valid-json';

/** Whether a text is the beginning of JSON, cut off anywhere: some ending makes it valid. */
export function isCutJson(text: string): boolean {
  const { closers, isInString } = openAtEnd(text);
  return isInString ? isCutInString(text, closers) : endings(text).some((ended) => isJson(ended + closers));
}

/** What is open at the end of a text, with the brackets that close it, innermost first. */
function openAtEnd(text: string): { readonly closers: string; readonly isInString: boolean } {
  const closers: string[] = [];
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isInString) {
      if (character === '\\') at++;
      else isInString = character !== '"';
    } else if (character === '"') isInString = true;
    else if (character === '{') closers.push('}');
    else if (character === '[') closers.push(']');
    else if (character === '}' || character === ']') closers.pop();
  }
  return { closers: closers.reverse().join(''), isInString };
}

/** A cut escape sequence is left out; the string may be a key or a value. */
function isCutInString(text: string, closers: string): boolean {
  const whole = text.replace(/\\(?:u[\da-fA-F]{0,3})?$/, '');
  return [text, whole].some((part) => isJson(`${part}"${closers}`) || isJson(`${part}":0${closers}`));
}

/** The text with a cut number or word completed, a value or key after it, or without a last comma. */
function endings(text: string): readonly string[] {
  const word = /[-+.\w]*$/.exec(text.slice(-maxWordLength))?.[0] ?? '';
  const bare = text.slice(0, text.length - word.length);
  const withoutComma = text.trimEnd().replace(/,$/, '');
  return [text, `${text}:0`, `${text}0`, `${text}"":0`, `${bare}0`, withoutComma];
}

/** Longer than any number or word in JSON that a program writes. */
const maxWordLength = 40;
