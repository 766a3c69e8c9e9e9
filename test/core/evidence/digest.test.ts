import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type Digest, readDigest } from '../../../src/core/evidence/digest';
import { runs } from '../../support/runs';

/** The example of the user guide in form, with invented values. */
const written = {
  project_id: '0123456789abcdef0123456789abcdef',
  digest_start_time: '2017-03-28T01-09-17Z',
  digest_end_time: '2017-03-28T02-09-17Z',
  digest_bucket: 'bucket',
  digest_object:
    'CloudTraces/eu-de/2017/3/28/Digest/EVS/log_CloudTrace-Digest_eu-de/_2017-03-28T02-09-17Z.json.gz',
  digest_signature_algorithm: 'SHA256withRSA',
  digest_end: false,
  previous_digest_bucket: 'bucket',
  previous_digest_object:
    'CloudTraces/eu-de/2017/3/28/Digest/EVS/log_CloudTrace-Digest_eu-de/_2017-03-28T01-09-17Z.json.gz',
  previous_digest_hash_value: '0123456789ABCDEF0123456789ABCDEF',
  previous_digest_hash_algorithm: 'MD5',
  previous_digest_signature: '7AF7',
  previous_digest_end: true,
  log_files: [
    { bucket: 'bucket', object: 'a.json.gz', log_hash_value: 'FEDC', log_hash_algorithm: 'MD5' },
    { bucket: 'bucket', object: 'b.json.gz', log_hash_value: '0123', log_hash_algorithm: 'SHA256' },
  ],
};

const read: Digest = {
  object: written.digest_object,
  from: Date.parse('2017-03-28T01:09:17Z'),
  to: Date.parse('2017-03-28T02:09:17Z'),
  writtenEnd: '2017-03-28T02-09-17Z',
  isEnding: false,
  signatureAlgorithm: 'SHA256withRSA',
  previous: {
    object: written.previous_digest_object,
    hash: '0123456789abcdef0123456789abcdef',
    algorithm: 'MD5',
    signature: '7AF7',
    isEnding: true,
  },
  files: [
    { object: 'a.json.gz', hash: 'fedc', algorithm: 'MD5' },
    { object: 'b.json.gz', hash: '0123', algorithm: 'SHA256' },
  ],
  brokenEntries: 0,
};

describe('reading a digest', () => {
  it('takes the fields of the user guide', () => {
    assert.deepEqual(readDigest(written), read);
  });

  it('takes the digest of the samples', () => {
    const folder = 'samples/obs-bucket/CloudTraces/cn-north-4/2026/11/20/system/Digest/IMS';
    const file = `${folder}/demo_CloudTrace-Digest_cn-north-4_2026-11-20T04-00-00Z.json`;
    const digest = readDigest(JSON.parse(readFileSync(file, 'utf8')));
    assert.equal(digest?.files.length, 1);
    assert.equal(digest?.previous, undefined);
  });

  it('has no predecessor in the first one, and no files in that of an empty hour', () => {
    const first = { ...written, previous_digest_object: '', previous_digest_hash_value: '', log_files: [] };
    assert.deepEqual(readDigest(first), { ...read, previous: undefined, files: [] });
  });

  it('counts entries that say neither a file nor a hash', () => {
    const log_files = [...written.log_files, null, 'a.json.gz', { object: 'c' }, { log_hash_value: '00' }];
    assert.deepEqual(readDigest({ ...written, log_files }), { ...read, brokenEntries: 4 });
  });

  it('has no times where they cannot be read', () => {
    const odd = readDigest({ ...written, digest_start_time: 7, digest_end_time: 'soon' });
    assert.deepEqual(odd, { ...read, from: undefined, to: undefined, writtenEnd: 'soon' });
  });

  it('does not take anything else for a digest, and never fails', () => {
    for (const other of [null, 7, [], [written], {}, { log_files: [] }, { ...written, log_files: undefined }])
      assert.equal(readDigest(JSON.parse(JSON.stringify(other))), undefined);
    const keys = fc.constantFrom(...Object.keys(written), '__proto__');
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), (value) => {
        readDigest(JSON.parse(JSON.stringify({ ...written, ...value })));
      }),
      runs.parameters(300),
    );
  });
});
