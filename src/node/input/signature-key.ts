import { createPublicKey, createVerify, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SignatureCheck } from '../../core/evidence/signatures';

/**
 * Reads the public key that signatures are checked with: a key or a certificate, as PEM, as DER, or in base64 without the
 * lines around it, as the user guide prints it.
 *
 * @returns `undefined` if the file holds no RSA key
 * @throws what the file system does
 */
export function readSignatureKey(file: string): SignatureCheck['isSignature'] | undefined {
  const bytes = readFileSync(file);
  const key = readers.map((read) => tryRead(read, bytes)).find((found) => found?.asymmetricKeyType === 'rsa');
  return key && ((message, signature) => isSignature(key, message, signature));
}

const readers: readonly ((bytes: Buffer) => KeyObject)[] = [
  (bytes) => createPublicKey(bytes),
  (bytes) => createPublicKey({ key: bytes, format: 'der', type: 'spki' }),
  (bytes) => new X509Certificate(bytes).publicKey,
  (bytes) => createPublicKey({ key: fromBase64(bytes), format: 'der', type: 'spki' }),
];

function fromBase64(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(/\s+/g, ''), 'base64');
}

function tryRead(read: (bytes: Buffer) => KeyObject, bytes: Buffer): KeyObject | undefined {
  try {
    return read(bytes);
  } catch {
    return undefined;
  }
}

/** SHA256withRSA: PKCS #1 v1.5. */
function isSignature(key: KeyObject, message: string, signature: string): boolean {
  return createVerify('RSA-SHA256').update(message, 'utf8').verify(key, Buffer.from(signature, 'hex'));
}
