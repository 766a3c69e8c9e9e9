import { backslash, quote, slash } from '../text/character-codes';
import { skipWhitespaceBackwards } from '../text/whitespace';
import { formHints } from './forms';
import { isSeparator, mayEndSecretKey } from './key-suffixes';
import { valueKeyHint } from './named-values';
import { findSecretKind } from './secret-kind';

/** How far to look back over a key, or ahead over a URL; longer ones are left to the full search. */
const maxLookDistance = 160;

/**
 * Whether a string, which may be JSON with JSON in its strings, may hold a credential. Optimised for the many that do
 * not: one search for the forms, and one for each character that keys end before. Never misses one that the full search
 * would find.
 */
export function mayHoldSecret(text: string): boolean {
  const isHinted = anyHint.test(text) && isTelling(text);
  return isHinted || hasSecretBefore(text, ':') || hasSecretBefore(text, '=');
}

/** A single search that matches whenever {@link isTelling} may be true. */
const anyHint = new RegExp(String.raw`${formHints.source}|\\u|\uff1a|[Vv][Aa][Ll][Uu][Ee]`);

/** Whether there is more in a text than keys before a colon or equals sign. */
function isTelling(text: string): boolean {
  return (
    formHints.test(text) ||
    escapedLetter.test(text) ||
    hasSecretBefore(text, '\uff1a') ||
    (valueKeyHint.test(text) && mayNameSecret(text))
  );
}

/** The start of an escaped letter in a key, the last one of a Chinese key, or a colon of full width. */
const escapedLetter = /\\u(?:00|017f|212a|ff[0-5]|3000|7801|4ee4|94a5|724c)/i;

function hasSecretBefore(text: string, delimiter: string): boolean {
  for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + 1)) {
    if (mayEndKey(text, at) || mayBeginUrl(text, at)) return true;
  }
  return false;
}

/** Whether the key of a credential may end before the colon or equals sign. */
function mayEndKey(text: string, delimiter: number): boolean {
  let at = skipWhitespaceBackwards(text, delimiter - 1);
  const mark = text.charCodeAt(at);
  if (mark === quote || mark === apostrophe) return mayEndString(text, at);
  // Maybe a key that is followed by escaped whitespace, as in JSON in a string
  if (text.charCodeAt(at - 1) === backslash) return true;
  while (text.charCodeAt(at) === backslash) at--;
  return mayBeSecretKey(text, at, (before) => before.search(unquotedKey));
}

/** Whether the string that ends with a quotation mark may be the key of a credential. */
function mayEndString(text: string, mark: number): boolean {
  let at = mark;
  do at--;
  while (text.charCodeAt(at) === backslash);
  return mayBeSecretKey(text, at, (before) => before.lastIndexOf(text.charAt(mark)) + 1);
}

/**
 * @param last the last character of the key
 * @param findStart where the key begins in what comes before, which may be cut; 0 if it does not begin there
 */
function mayBeSecretKey(text: string, last: number, findStart: (before: string) => number): boolean {
  let at = last;
  while (isSeparator(text.charCodeAt(at))) at--;
  if (!mayEndSecretKey(text, at + 1)) return false;
  const before = text.slice(Math.max(0, at + 1 - maxLookDistance), at + 1);
  const start = findStart(before);
  return (
    (start <= 0 && before.length === maxLookDistance) || findSecretKind(before.slice(start)) !== undefined
  );
}

const unquotedKey = /(?<![\w.\u4e00-\u9fff-])[\w.\u4e00-\u9fff-]*$/;
const apostrophe = 39;

/** Whether any string may name a credential, as in `{"name": "password", "value": "…"}`. */
function mayNameSecret(text: string): boolean {
  for (let mark = text.indexOf('"'); mark >= 0; mark = text.indexOf('"', mark + 1)) {
    if (mayEndString(text, mark)) return true;
  }
  return false;
}

/** Whether a user name and a password may follow `://`, whose slashes may be escaped. */
function mayBeginUrl(text: string, colon: number): boolean {
  let at = colon + 1;
  while (text.charCodeAt(at) === backslash) at++;
  if (text.charCodeAt(at) !== slash) return false;
  return text.slice(at, at + maxLookDistance).includes('@');
}
