import { backslash, quote, slash } from '../text/character-codes';
import { isWhitespace } from '../text/whitespace';
import { isSeparator, mayEndSecretKey } from './key-suffixes';
import { patternHints } from './patterns';
import { findSecretKind } from './secret-kind';

/** How far to look back over a key, or ahead over a URL; longer ones are left to the full search. */
const maxLookDistance = 160;

/**
 * Whether a text, which may be JSON with JSON in its strings, may hold a credential. Optimised for the many that do
 * not: one search for the forms, and one from colon to colon for keys and URLs. Never misses one that the full search
 * would find.
 */
export function mayHoldSecret(text: string): boolean {
  if (patternHints.test(text) || text.includes(escapedLetter)) return true;
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    if (mayEndKey(text, colon) || mayBeginUrl(text, colon)) return true;
  }
  return false;
}

/** The start of an escaped letter in a key. */
const escapedLetter = '\\u00';

/** Whether the key of a credential may end before the colon. */
function mayEndKey(text: string, colon: number): boolean {
  let at = colon - 1;
  while (isWhitespace(text.charCodeAt(at))) at--;
  // Not a key, or one followed by escaped whitespace, as in JSON in a string
  if (text.charCodeAt(at) !== quote) return text.charCodeAt(at - 1) === backslash;
  do at--;
  while (text.charCodeAt(at) === backslash);
  while (isSeparator(text.charCodeAt(at))) at--;
  if (!mayEndSecretKey(text, at + 1)) return false;
  const start = Math.max(0, at - maxLookDistance);
  const before = text.slice(start, at + 1);
  const opening = before.lastIndexOf('"');
  return opening < 0 || findSecretKind(before.slice(opening + 1)) !== undefined;
}

/** Whether a user name and a password may follow `://`, whose slashes may be escaped. */
function mayBeginUrl(text: string, colon: number): boolean {
  let at = colon + 1;
  while (text.charCodeAt(at) === backslash) at++;
  if (text.charCodeAt(at) !== slash) return false;
  return text.slice(at, at + maxLookDistance).includes('@');
}
