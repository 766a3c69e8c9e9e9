/** The kind of a credential that is recognised by its form. */
export type SecretPattern =
  | 'private key'
  | 'JSON Web Token'
  | 'Authorization'
  | 'signature'
  | 'X-Auth-Token'
  | 'password in a URL'
  | 'password in a command';

/** Credentials of one form, recognised anywhere in a string. */
export interface SecretForm {
  readonly name: SecretPattern;
  /**
   * What identifies a credential is the first group, the credential the second. Linear: no part can match again within
   * what it has consumed, or its length is bounded.
   */
  readonly pattern: RegExp;
  /** What the string must contain anywhere, for a pattern that means something else otherwise. */
  readonly beside?: RegExp;
  /** A further condition. */
  readonly accepts?: (credential: string, before: string) => boolean;
}
