import { createHash } from 'node:crypto';
import { hour } from './deliveries.mjs';
import { digestFileName, toFileTime } from './names.mjs';
import { bucketName, projects } from './people.mjs';

/**
 * What a digest says of a file.
 *
 * @typedef {{ readonly bucket: string, readonly object: string, readonly log_hash_value: string, readonly log_hash_algorithm: string }} LogFile
 */

/**
 * A file of the bucket.
 *
 * @typedef {{ readonly path: string, readonly bytes: Uint8Array }} BucketFile
 */

/**
 * Makes the digest of one hour after another of a service in a region, each with the hash and the signature of the one
 * before it.
 *
 * @param {{ region: string, service: string }} series
 * @param {(message: string) => string} sign gives a signature in hexadecimal
 * @param {(text: string) => Uint8Array} pack
 */
export function digestChain({ region, service }, sign, pack) {
  let previous = { bucket: '', object: '', hash: '', algorithm: '', signature: '' };
  /**
   * @param {number} start in epoch milliseconds
   * @param {readonly LogFile[]} logFiles
   * @returns {BucketFile}
   */
  return (start, logFiles) => {
    const end = toFileTime(start + hour);
    const object = digestFileName({ region, service, time: start + hour });
    const bytes = pack(
      JSON.stringify(
        {
          project_id: projects[region],
          digest_start_time: toFileTime(start),
          digest_end_time: end,
          digest_bucket: bucketName,
          digest_object: object,
          digest_signature_algorithm: 'SHA256withRSA',
          digest_end: false,
          previous_digest_bucket: previous.bucket,
          previous_digest_object: previous.object,
          previous_digest_hash_value: previous.hash,
          previous_digest_hash_algorithm: previous.algorithm,
          previous_digest_signature: previous.signature,
          previous_digest_end: false,
          log_files: logFiles,
        },
        null,
        1,
      ),
    );
    const hash = md5(bytes);
    const signature = sign(`${end}${object}${hash}${previous.signature}`);
    previous = { bucket: bucketName, object, hash, algorithm: 'MD5', signature };
    return { path: object, bytes };
  };
}

/**
 * @param {BucketFile} file
 * @returns {LogFile}
 */
export function toLogFile({ path, bytes }) {
  return { bucket: bucketName, object: path, log_hash_value: md5(bytes), log_hash_algorithm: 'MD5' };
}

/** @param {Uint8Array} bytes */
function md5(bytes) {
  return createHash('md5').update(bytes).digest('hex');
}
