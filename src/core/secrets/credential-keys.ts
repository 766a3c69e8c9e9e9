/**
 * The keys that credentials are recognised by, as {@link normalizeKey} in `secret-kind.ts` writes them: in lower case
 * and without `-`, `_`, `.` and spaces. Left out on purpose are ids and names of credentials (`access_key_id`, `ak`,
 * `secret_id`, `key_name`), markers of paging (`next_token`), and what describes credentials (`token_ttl`,
 * `password_policy`, `public_key`).
 */

const passwordStems = ['password', 'passwd', 'pwd'];
const repetitions = ['', '1', '2', 'confirm', 'confirmation', 'repeat', 'again'];

/** Any key with one of these endings is that of a password, unless it begins with {@link otherPrefix}. */
export const passwordEndings: readonly string[] = [
  ...passwordStems.flatMap((stem) => repetitions.map((repetition) => stem + repetition)),
  ...['passcode', 'passphrase', 'presharedkey', 'psk', '密码', '口令'],
];

/** `pass` ends many other words, so these are whole keys. */
export const passwordKeys: readonly string[] = [
  ...['pass', 'adminpass', 'rootpass', 'userpass', 'dbpass', 'authpass', 'loginpass', 'proxypass', 'keypass'],
  ...['mysqlpass', 'smtppass', 'ftppass', 'sshpass', 'mailpass', 'passwords'],
];

/** The same for tokens and keys. */
export const tokenEndings: readonly string[] = [
  ...[
    'accesstoken',
    'refreshtoken',
    'authtoken',
    'securitytoken',
    'sessiontoken',
    'subjecttoken',
    'apitoken',
  ],
  ...['bearertoken', 'secretkey', 'secretaccesskey', 'accesskeysecret', 'accesssecret', 'tokensecret'],
  ...['clientsecret', 'appsecret', 'apisecret', 'apikey', 'privatekey', '私钥', '令牌'],
];

/** Other endings in `token`, `secret` or `sk` have other meanings too, so these are whole keys. */
export const tokenKeys: readonly string[] = [
  ...[
    'token',
    'idtoken',
    'authorization',
    'proxyauthorization',
    'secret',
    'sk',
    'secretstring',
    'secretbinary',
  ],
  ...['githubtoken', 'gitlabtoken', 'dockertoken', 'usertoken', 'iamtoken', 'clientkeydata', 'plaintext'],
];

/** Cookies may have blanks in them. */
export const cookieKeys: readonly string[] = ['cookie', 'setcookie'];

/** In the configuration of Docker: `user:password` in Base64. */
export const loginKeys: readonly string[] = ['auth'];

/** What a server runs when it first starts, in Base64: passwords are set there. */
export const scriptKeys: readonly string[] = ['userdata'];

export const otherPrefix = /^(?:encrypt|hash|has|is|need|enable|reset|check|force|require|allow|show|public)/;

/** Keys in an object under the key of a credential that lead on to the credential itself. */
export const wrapperKey =
  /^(?:value|values|raw|text|string|content|data|plain|credentials?|current|new|old|original|v)$|value$/;

/** Keys in such an object that describe the credential, or say whose it is. */
export const descriptiveKey =
  /(?:id|ids|names?|types?|kind|times?|at|date|status|state|versions?|length|size|count|policy|policies|ur[il]|href|path|description|messages?|reason|errors?|code|region|methods?|algorithm|alg|scheme|realm|issuer|expir\w{1,6}|ttl|by|email|user|users|domain|project|catalog|roles?|links?|tags?|labels?|hint|rules?|pattern|regex|format|required)$|^(?:min|max|is|has|last)/;
