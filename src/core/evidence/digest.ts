import { kindOfObject } from '../reading/record-kind';
import { isObject, type JsonObject, type JsonValue, ownValue } from '../text/json';
import { readFileTime } from './file-time';

/**
 * A digest file: CTS writes one each hour, with the hashes of the trace files that it delivered in that hour and of the
 * digest before it. Field names are those of the CTS user guide (cts_03_0014).
 */
export interface Digest {
  /** The path in the bucket, as the digest records it. */
  readonly object: string;
  /** The time that it covers, in epoch milliseconds; `undefined` if it cannot be read. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** The end as it is written: a part of what is signed. */
  readonly writtenEnd: string;
  /** Whether it is the last one before verification was turned off. */
  readonly isEnding: boolean;
  readonly signatureAlgorithm: string;
  /** `undefined` in the first one after verification was turned on. */
  readonly previous: PreviousDigest | undefined;
  readonly files: readonly ListedFile[];
  /** How many entries of the list of files say neither a file nor a hash. */
  readonly brokenEntries: number;
}

export interface PreviousDigest extends ListedFile {
  /** Hexadecimal; also a part of what is signed. */
  readonly signature: string;
  readonly isEnding: boolean;
}

/** What a digest records of another file. */
export interface ListedFile {
  /** The path in the bucket. */
  readonly object: string;
  /** Of the file as it was delivered, compressed; hexadecimal in lower case. */
  readonly hash: string;
  readonly algorithm: string;
}

/** @returns `undefined` if the value is not a digest */
export function readDigest(value: JsonValue): Digest | undefined {
  if (!isObject(value) || kindOfObject(value) !== 'digest') return undefined;
  const entries = ownValue(value, 'log_files') ?? [];
  const list = Array.isArray(entries) ? entries : [entries];
  const files = list.flatMap((entry: JsonValue) => findListedFile(entry) ?? []);
  const writtenEnd = stringIn(value, 'digest_end_time');
  return {
    object: stringIn(value, 'digest_object'),
    from: readFileTime(stringIn(value, 'digest_start_time')),
    to: readFileTime(writtenEnd),
    writtenEnd,
    isEnding: isTrue(ownValue(value, 'digest_end')),
    signatureAlgorithm: stringIn(value, 'digest_signature_algorithm'),
    previous: findPrevious(value),
    files,
    brokenEntries: list.length - files.length,
  };
}

function findListedFile(entry: JsonValue): ListedFile | undefined {
  if (!isObject(entry)) return undefined;
  const file = {
    object: stringIn(entry, 'object'),
    hash: stringIn(entry, 'log_hash_value').toLowerCase(),
    algorithm: stringIn(entry, 'log_hash_algorithm'),
  };
  return file.object === '' || file.hash === '' ? undefined : file;
}

function findPrevious(digest: JsonObject): PreviousDigest | undefined {
  const object = stringIn(digest, 'previous_digest_object');
  if (object === '') return undefined;
  return {
    object,
    hash: stringIn(digest, 'previous_digest_hash_value').toLowerCase(),
    algorithm: stringIn(digest, 'previous_digest_hash_algorithm'),
    signature: stringIn(digest, 'previous_digest_signature'),
    isEnding: isTrue(ownValue(digest, 'previous_digest_end')),
  };
}

function stringIn(object: JsonObject, key: string): string {
  const value = ownValue(object, key);
  return typeof value === 'string' ? value.trim() : '';
}

function isTrue(value: JsonValue | undefined): boolean {
  return value === true || value === 'true';
}
