/**
 * What credentials are recognised by. Keys are compared in lower case and without `-`, `_`, `.` and spaces. Left out on
 * purpose are ids and names of credentials (`access_key_id`, `ak`, `secret_id`, `key_name`), markers of paging
 * (`next_token`), and what describes credentials (`token_ttl`, `password_policy`, `public_key`).
 */

export const passwordKeys = [
  ...['password', 'passwd', 'pwd', 'adminpass', 'adminpassword', 'adminpwd', 'rootpassword', 'rootpwd'],
  ...['userpassword', 'userpwd', 'oldpassword', 'newpassword', 'originalpassword', 'confirmpassword'],
  ...['dbuserpwd', 'dbpassword', 'passphrase', 'keypassword', 'keypass'],
];

/** Other keys with this ending are those of passwords, unless they begin with {@link nonPasswordPrefix}. */
export const passwordSuffix = /(?:password|passwd|pwd)$/;
export const nonPasswordPrefix = /^(?:encrypt|encrypted|hash|hashed|has|is|need|enable|reset|check|force)/;

export const tokenKeys = [
  ...['xauthtoken', 'xsubjecttoken', 'xsecuritytoken', 'authtoken', 'securitytoken', 'sessiontoken'],
  ...['accesstoken', 'refreshtoken', 'idtoken', 'token', 'authorization', 'proxyauthorization'],
  ...['cookie', 'setcookie', 'secret', 'secretkey', 'secretaccesskey', 'accesskeysecret', 'accesssecret'],
  ...['clientsecret', 'appsecret', 'apisecret', 'apikey', 'sk', 'secretstring', 'secretbinary', 'privatekey'],
];

/** The kind of a credential that is recognised by its form. */
export type SecretPattern =
  | 'private key'
  | 'JSON Web Token'
  | 'Authorization'
  | 'signature'
  | 'X-Auth-Token'
  | 'password in a URL';

/**
 * Credentials recognised by their form, anywhere in a string: what identifies them is the first group, the credential
 * the second. All are linear: no part can match again within what it has consumed.
 */
export const secretPatterns: readonly (readonly [SecretPattern, RegExp])[] = [
  ['private key', /(-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----)([^-]{20,})/g],
  ['JSON Web Token', /((?<![\w-]))(eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,})/g],
  ['Authorization', /(\b(?:Bearer|Basic) )([A-Za-z0-9+/_.=-]{16,})/g],
  [
    'signature',
    /([?&](?:Signature|X-Amz-Signature|X-Obs-Signature|X-Amz-Security-Token|X-Obs-Security-Token)=)([^&\s"*<]{16,})/g,
  ],
  ['X-Auth-Token', /(X-(?:Auth|Subject|Security)-Token["']?\s*[:=]\s*["']?)([A-Za-z0-9+/_=-]{20,})/g],
  // Not the version of a container image, as in `docker://name:1.25@sha256:…`
  ['password in a URL', /(:\/\/[^/\s:@"]{1,64}:)([^/\s:@"*<]{3,64})(?=@(?!sha256:))/g],
];

/** A single search that matches whenever any of the patterns but the last does. */
export const patternHints = /-----BEGIN|eyJ|Bearer |Basic |Signature=|-Token/;
