import { isMasked } from '../record/already-masked';
import { isPlausibleTime } from '../record/times';
import { findUuidVersion } from '../record/trace-id';
import { isLogin } from './base64';
import type { SecretKind } from './secret-kind';
import {
  isDate,
  isDigest,
  isJoinedWords,
  isPath,
  isSignatureScheme,
  isStateWord,
  isUrl,
  isVariable,
  isWordLike,
} from './value-shapes';

/** A certain credential is reported; a possible one is only masked where the record is shown or copied. */
export type Certainty = 'certain' | 'possible';

const minPasswordLength = 6;
const minTokenLength = 16;

/** How certainly a string under a key of this kind is a credential in plain text; `undefined` if it is not one. */
export function gradeString(kind: SecretKind, value: string): Certainty | undefined {
  const trimmed = value.trim();
  if (kind === 'login') return isLogin(trimmed) ? 'certain' : undefined;
  if (kind === 'script') return undefined;
  if (trimmed.length < (kind === 'password' ? minPasswordLength : minTokenLength)) return undefined;
  if (isNoCredential(trimmed)) return undefined;
  if (kind === 'password') {
    if (hash.test(trimmed) || crypt.test(trimmed)) return undefined;
    return isDoubtful(trimmed) ? 'possible' : 'certain';
  }
  if (kind === 'cookie' && trimmed.includes('=')) return 'certain';
  return isDoubtful(trimmed) || isJoinedWords(trimmed) ? 'possible' : 'certain';
}

/** The same for a number, which only a password can be. */
export function gradeNumber(kind: SecretKind, json: string): Certainty | undefined {
  if (kind !== 'password' || json.length < minPasswordLength) return undefined;
  return digits.test(json) && !isPlausibleTime(Number(json)) ? 'certain' : 'possible';
}

const digits = /^\d+$/;

/** Whether a value is hidden already, refers to a credential, or says something about one. */
export function isNoCredential(value: string): boolean {
  return (
    isMasked(value) ||
    findUuidVersion(value) !== undefined ||
    isVariable(value) ||
    isDate(value) ||
    isDigest(value) ||
    isSignatureScheme(value) ||
    isStateWord(value)
  );
}

/** A sentence, a path, an address or a type: in doubt nothing is reported. */
function isDoubtful(value: string): boolean {
  return blankOrForeign.test(value) || isPath(value) || isUrl(value) || typeWord.test(value);
}

const blankOrForeign = /[ \t\u0080-\uffff]/;
const typeWord = /^(?:pass|password|passwd|pwd|token|secret|bearer|basic|digest|plaintext)$/i;

/** Whether it is a word that examples have in place of a password, or the hash of one. */
export function mayStandForPassword(value: string): boolean {
  return typeWord.test(value) || hash.test(value) || crypt.test(value);
}

const hash = /^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64}|[\da-f]{128})$/i;
const crypt = /^\$\w{1,2}\$/;

/**
 * Whether an unquoted value in running text is more than words: `password=Inv4711` is, `password: operation` is not.
 */
export function isMoreThanWords(value: string, isAfterBlank: boolean): boolean {
  if (isWordLike(value) || (isAfterBlank && !digitOrSign.test(value))) return false;
  return !value.split(separators, maxParts).some(isStateWord);
}

/** A full stop or bracket at the end belongs to the sentence. */
const digitOrSign = /\d|[#$%^&*+!?@~=](?=.)/;
const separators = /[^A-Za-z\d]+/;
const maxParts = 8;
