import {
  cookieKeys,
  loginKeys,
  otherPrefix,
  passwordEndings,
  passwordKeys,
  scriptKeys,
  tokenEndings,
  tokenKeys,
} from './credential-keys';

/** What a key says its value is; the kinds differ in which values count as credentials. */
export type SecretKind = 'password' | 'token' | 'cookie' | 'login' | 'script';

const kinds: ReadonlyMap<string, SecretKind> = new Map([
  ...kindOf([...passwordEndings, ...passwordKeys], 'password'),
  ...kindOf([...tokenEndings, ...tokenKeys], 'token'),
  ...kindOf(cookieKeys, 'cookie'),
  ...kindOf(loginKeys, 'login'),
  ...kindOf(scriptKeys, 'script'),
]);

function kindOf(keys: readonly string[], kind: SecretKind): readonly (readonly [string, SecretKind])[] {
  return keys.map((key) => [key, kind] as const);
}

/** Every spelling that a key of a credential can end with, and those that are whole keys. */
export const knownKeys: readonly string[] = [...kinds.keys()];

/** Longer keys name nothing; a file could have one with thousands of values. */
const maxKeyLength = 128;

/** `undefined` if the key does not name a credential. */
export function findSecretKind(key: string): SecretKind | undefined {
  if (key.length > maxKeyLength) return undefined;
  const name = normalizeKey(key);
  const known = kinds.get(name);
  if (known !== undefined) return known;
  if (otherPrefix.test(name)) return undefined;
  if (passwordEnding.test(name)) return 'password';
  return tokenEnding.test(name) ? 'token' : undefined;
}

const passwordEnding = new RegExp(`(?:${passwordEndings.join('|')})$`);
const tokenEnding = new RegExp(`(?:${tokenEndings.join('|')})$`);

/** A key in lower case without separators. Letters that merely look like those of ASCII count as such. */
export function normalizeKey(key: string): string {
  const plain = beyondAscii.test(key) ? key.replace(otherLetters, toAscii) : key;
  return (separators.test(plain) ? plain.replace(allSeparators, '') : plain).toLowerCase();
}

const beyondAscii = /[^\0-\x7f]/;
const otherLetters = /[\u017f\u212a\uff01-\uff5e\u3000]/g;
const separators = /[-_. ]/;
const allSeparators = /[-_. ]/g;

/** The long s, the sign of the kelvin, and letters of full width. */
function toAscii(letter: string): string {
  if (letter === '\u017f') return 's';
  if (letter === '\u212a') return 'k';
  return letter === '\u3000' ? ' ' : String.fromCharCode(letter.charCodeAt(0) - fullWidthShift);
}

const fullWidthShift = 0xfee0;
