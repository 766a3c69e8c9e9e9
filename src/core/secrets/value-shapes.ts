/** Shapes of values that occur under the keys of credentials and are none. All are tested in linear time. */

/** A reference to where the value comes from: `${X}`, `$X`, `%X%`, `$(command)`, `{{x}}`, `env:X`. */
export function isVariable(value: string): boolean {
  if (value.startsWith('$(') && value.endsWith(')')) return true;
  return plainVariable.test(value) || innerVariable.test(value) || reference.test(value);
}

const plainVariable = /^(?:\$(?:[A-Za-z_]+|[A-Z_][A-Z\d_]*)|%[A-Za-z_]\w*%)$/;
const innerVariable = /[$#]\{[A-Za-z_][^{}]{0,200}\}|\{\{\s{0,4}[A-Za-z_.][^{}]{0,200}\}\}/;
const reference =
  /^(?:\$?env[:.]|process\.env\.|(?:vault|ssm|secretsmanager|keyvault):|!(?:Ref|Sub|vault)\b)/i;

/** A date in digits, alone or with a time. */
export function isDate(value: string): boolean {
  return date.test(value);
}

const date = /^(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ].{0,40})?|(?:19|20)\d{6}T\d{4,6}Z?)$/;

/** A checksum that says by its algorithm what it is, or an image that is named with one. */
export function isDigest(value: string): boolean {
  return digest.test(value);
}

const digest = /(?:^|[@{])(?:sha-?\d{1,3}|md5|blake\w{1,4})[:}=-][\w+/=-]{16,}$/i;

/** The name of a way to sign requests, after `Authorization:`. */
export function isSignatureScheme(value: string): boolean {
  return signatureScheme.test(value);
}

const signatureScheme = /^[A-Z\d]{2,8}-HMAC-\w{3,8}$/i;

const stateWords: ReadonlySet<string> = new Set([
  ...[
    'enabled',
    'disabled',
    'enable',
    'disable',
    'set',
    'unset',
    'unknown',
    'required',
    'optional',
    'invalid',
  ],
  ...[
    'incorrect',
    'wrong',
    'expired',
    'expires',
    'missing',
    'empty',
    'blank',
    'default',
    'changed',
    'unchanged',
  ],
  ...['generated', 'random', 'auto', 'manual', 'present', 'absent', 'configured', 'provided', 'supplied'],
  ...['specified', 'ignored', 'hidden', 'encrypted', 'decrypted', 'locked', 'unlocked', 'active', 'inactive'],
  ...[
    'pending',
    'success',
    'succeeded',
    'failed',
    'failure',
    'error',
    'valid',
    'verified',
    'allowed',
    'denied',
  ],
  ...[
    'forbidden',
    'unauthorized',
    'authorized',
    'mismatch',
    'short',
    'weak',
    'strong',
    'never',
    'always',
    'must',
  ],
  ...[
    'authentication',
    'authorization',
    'keypair',
    'passed',
    'skipped',
    'string',
    'boolean',
    'integer',
    'object',
    'unsupported',
  ],
]);

/** What is said of a credential, in words without digits: `enabled`, `not set`, `PASSWORD_TOO_SHORT`. */
export function isStateWord(value: string): boolean {
  if (value.length > maxStateLength || !words.test(value)) return false;
  return value
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => stateWords.has(word));
}

const maxStateLength = 60;
const words = /^[A-Za-z]+(?:[-_. ][A-Za-z]+)*[.!]?$/;

/** The path of a file or folder, as the shell's `PWD` has it. */
export function isPath(value: string): boolean {
  return path.test(value);
}

const path =
  /^(?:(?:~|\.{1,2})\/|[A-Za-z]:[\\/]|\\\\\w|(?:\/[a-z\d._@-]+){2,}\/?$|\/[a-z]+\/?$|\/(?:home|root|usr|var|opt|etc|tmp|app|data|mnt|srv|run|Users)\/)/;

export function isUrl(value: string): boolean {
  return url.test(value);
}

const url = /^[a-z][a-z+.-]{0,15}\d?:\/\/[\w[]/;

/** Several words in lower case, joined, as the names of secrets are. */
export function isJoinedWords(value: string): boolean {
  return joinedWords.test(value);
}

const joinedWords = /^[a-z]+(?:[-_./][a-z]+)+$/;

/** Words as in a sentence, where at most the first letter is upper-case: `authentication`, `Token-based.` */
export function isWordLike(value: string): boolean {
  return wordLike.test(value);
}

const wordLike = /^[A-Za-z][a-z]*(?:[-_./][A-Za-z][a-z]*)*[.,:;!?]*$/;
