import assert from 'node:assert/strict';
import { createSign, createVerify, generateKeyPairSync } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { readDigest } from '../../../src/core/evidence/digest';
import type { SignatureCheck } from '../../../src/core/evidence/signatures';
import { verifyEvidence } from '../../../src/core/evidence/verify';
import { altered, type BucketFiles, digestAt, makeBucket, md5Of } from '../../support/digest-bucket';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const sign = (message: string) => createSign('RSA-SHA256').update(message).sign(privateKey, 'hex');
const isSignature: SignatureCheck['isSignature'] = (message, signature) =>
  createVerify('RSA-SHA256').update(message).verify(publicKey, signature, 'hex');

/** The verdict on each digest of a bucket. */
function verdictsOn(files: BucketFiles, given: SignatureCheck['given'] = new Map()): readonly string[] {
  const digests = Object.entries(files)
    .filter(([path]) => path.includes('Digest'))
    .map(([path, bytes]) => {
      const digest = readDigest(JSON.parse(gunzipSync(bytes).toString()));
      return { path, md5: md5Of(bytes), digest };
    });
  return verifyEvidence({ files: [], digests, unread: [] }, { isSignature, given }).digests.map(
    ({ verdict }) => (verdict.kind === 'holds' ? 'holds' : verdict.reason),
  );
}

describe('the signatures of digests', () => {
  const bucket = makeBucket({ hours: 3, filesPerHour: 0, sign });
  const last = digestAt(3);

  it('are in the next digest, so that of the last one is not known', () => {
    assert.deepEqual(verdictsOn(bucket), ['holds', 'holds', 'signature-unchecked']);
  });

  it('can be passed for the last one', () => {
    const digest = JSON.parse(gunzipSync(bucket[last] ?? new Uint8Array()).toString());
    const message = `${digest.digest_end_time}${last}${md5Of(bucket[last] ?? new Uint8Array())}`;
    const given = new Map([[last, sign(`${message}${digest.previous_digest_signature}`)]]);
    assert.deepEqual(verdictsOn(bucket, given), ['holds', 'holds', 'holds']);
    const wrong = new Map([[last, sign(message)]]);
    assert.deepEqual(verdictsOn(bucket, wrong), ['holds', 'holds', 'signature-wrong']);
  });

  it('are wrong if they are invented, or if the hash in the next digest was changed with the digest', () => {
    const invented = makeBucket({ hours: 3, filesPerHour: 0 });
    assert.deepEqual(verdictsOn(invented), ['signature-wrong', 'signature-wrong', 'signature-unchecked']);
    const changed = altered(bucket, digestAt(2), (json) => `${json} `);
    const hash = md5Of(changed[digestAt(2)] ?? new Uint8Array());
    const covered = altered(changed, last, (json) =>
      json.replace(/("previous_digest_hash_value": )"\w+"/, `$1"${hash}"`),
    );
    assert.deepEqual(verdictsOn(changed), ['holds', 'hash-differs', 'signature-unchecked']);
    assert.deepEqual(verdictsOn(covered), ['holds', 'signature-wrong', 'signature-unchecked']);
  });

  it('prove digests in an encrypted bucket, whose hashes say nothing', () => {
    const hashOf = (bytes: Uint8Array) => md5Of(Buffer.concat([bytes, Buffer.from('encrypted')]));
    const encrypted = makeBucket({ hours: 3, filesPerHour: 0, sign, hashOf });
    assert.deepEqual(verdictsOn(encrypted), ['holds', 'holds', 'signature-unchecked']);
  });

  it('of another algorithm are not known', () => {
    const other = altered(bucket, digestAt(3), (json) => json.replace('SHA256withRSA', 'SM3withSM2'));
    assert.deepEqual(verdictsOn(other).at(-1), 'signature-unchecked');
  });
});
