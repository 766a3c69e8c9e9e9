import type { ChainLink } from './digest-chain';
import { objectParts } from './object-name';

/** What is needed to check signatures. */
export interface SignatureCheck {
  /** Whether a signature, in hexadecimal, is that of a message by the key of the user. */
  readonly isSignature: (message: string, signature: string) => boolean;
  /** Signatures that the user passed, by the object of the digest. */
  readonly given: ReadonlyMap<string, string>;
}

export type SignatureOutcome = 'valid' | 'wrong' | 'unknown';

/** The only one that is documented. */
const algorithm = 'SHA256withRSA';

/**
 * CTS keeps the signature of a digest in the metadata of the object, which a copied bucket does not have, and in the next
 * digest. What is signed is documented (cts_03_0021): the end, the object, the MD5 of the compressed file and the signature
 * of the digest before it, one after another.
 */
export function checkSignature({ file, digest, next }: ChainLink, check: SignatureCheck): SignatureOutcome {
  const given = check.given.get(objectParts(digest.object).join('/'));
  const known = [given, ...next.map((later) => later.digest.previous?.signature)].filter(
    (signature) => signature !== undefined && signature !== '',
  );
  if (known.length === 0 || file.md5 === undefined || digest.signatureAlgorithm !== algorithm)
    return 'unknown';
  const message = [digest.writtenEnd, digest.object, file.md5, digest.previous?.signature ?? ''].join('');
  return known.every((signature) => check.isSignature(message, signature ?? '')) ? 'valid' : 'wrong';
}
