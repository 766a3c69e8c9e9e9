import { isMasked } from '../record/already-masked';
import { findUuidVersion } from '../record/trace-id';
import { nonPasswordPrefix, passwordKeys, passwordSuffix, tokenKeys } from './patterns';

/** What a key says its value is; the kinds differ in which values count as credentials. */
export type SecretKind = 'password' | 'token';

const kinds: ReadonlyMap<string, SecretKind> = new Map([
  ...passwordKeys.map((key) => [key, 'password'] as const),
  ...tokenKeys.map((key) => [key, 'token'] as const),
]);

/** `undefined` if the key does not name a credential. */
export function findSecretKind(key: string): SecretKind | undefined {
  const name = (separators.test(key) ? key.replace(allSeparators, '') : key).toLowerCase();
  const known = kinds.get(name);
  if (known !== undefined) return known;
  return passwordSuffix.test(name) && !nonPasswordPrefix.test(name) ? 'password' : undefined;
}

const separators = /[-_. ]/;
const allSeparators = /[-_. ]/g;

const minPasswordLength = 6;
const minTokenLength = 16;
/** OpenStack's Keystone returns a token as an object with an `id`; shorter ids are not tokens. */
export const minKeystoneTokenLength = 100;

/** Whether the value of such a key is a credential in plain text, not a mask, a UUID or a hash. */
export function isSecret(kind: SecretKind, value: string): boolean {
  const trimmed = value.trim();
  if (trimmed.length < (kind === 'password' ? minPasswordLength : minTokenLength)) return false;
  if (isMasked(trimmed) || findUuidVersion(trimmed) !== undefined) return false;
  return kind === 'token' || !(hash.test(trimmed) || crypt.test(trimmed));
}

const hash = /^(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64}|[\da-f]{128})$/i;
const crypt = /^\$\w{1,2}\$/;
