import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** The content of each file of a bucket, by its path in the bucket. */
export type BucketFiles = Readonly<Record<string, Uint8Array>>;

export interface BucketPlan {
  /** How many hours there are, from 01:00 UTC on 2026-05-18 on; each has a digest at its end. */
  readonly hours: number;
  /** Trace files in each hour. */
  readonly filesPerHour?: number;
  readonly service?: string;
  /** Signs a message, in hexadecimal; otherwise signatures are invented. */
  readonly sign?: (message: string) => string;
  /** What CTS records as the hash of a file; the MD5 of its bytes unless the bucket is encrypted. */
  readonly hashOf?: (bytes: Uint8Array, hour: number) => string;
  /** The hours whose digest is the last before verification is turned off. */
  readonly endings?: readonly number[];
  /** The hours whose digest refers to none before it. */
  readonly starts?: readonly number[];
}

const region = 'eu-de';
const day = '2026-05-18';

/** The path of a trace file that is delivered in an hour. */
export function traceFileAt(hour: number, number = 0, service = 'IMS'): string {
  const id = `${pad(hour)}${pad(number)}`.padStart(16, '0');
  return `${folderOf(service)}/ev_CloudTrace_${region}_${day}T${pad(hour)}-${pad(15 + number)}-00Z_${id}.json.gz`;
}

/** The path of the digest that covers an hour: its name has the end. */
export function digestAt(hour: number, service = 'IMS'): string {
  const folder = folderOf(`Digest/${service}`);
  return `${folder}/ev_CloudTrace-Digest_${region}_${day}T${pad(hour + 1)}-00-00Z.json.gz`;
}

/** A bucket of which everything holds. */
export function makeBucket(plan: BucketPlan): BucketFiles {
  const files: Record<string, Uint8Array> = {};
  let previous: Previous | undefined;
  for (let hour = 1; hour <= plan.hours; hour++) {
    const listed = addTraceFiles(files, hour, plan);
    const starts = plan.starts?.includes(hour) ? undefined : previous;
    previous = addDigest(files, { hour, listed, previous: starts, plan });
  }
  return files;
}

export function md5Of(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('hex');
}

/** A record for a time of that day. */
export function recordAt(hour: number, minute: number, event = 'updateImage'): object {
  const time = Date.parse(`${day}T${pad(hour)}:${pad(minute)}:00Z`);
  const ticks = (BigInt(time) * BigInt(10_000) + BigInt('0x01b21dd213814000')).toString(16).padStart(15, '0');
  return {
    record_time: time,
    resource_type: 'ims',
    service_type: 'IMS',
    time,
    trace_id: `${ticks.slice(7)}-${ticks.slice(3, 7)}-1${ticks.slice(0, 3)}-8000-0200${pad(hour)}${pad(minute)}0000`,
    trace_name: event,
    trace_rating: 'normal',
    trace_type: 'ConsoleAction',
  };
}

interface Previous {
  readonly object: string;
  readonly hash: string;
  readonly signature: string;
  readonly isEnding: boolean;
}

function addTraceFiles(files: Record<string, Uint8Array>, hour: number, plan: BucketPlan) {
  const { filesPerHour = 1, service = 'IMS', hashOf = md5Of } = plan;
  return Array.from({ length: filesPerHour }, (_, number) => {
    const object = traceFileAt(hour, number, service);
    const bytes = gzipSync(JSON.stringify([recordAt(hour, 10 + number)]));
    files[object] = bytes;
    return { bucket: 'example', object, log_hash_value: hashOf(bytes, hour), log_hash_algorithm: 'MD5' };
  });
}

interface DigestParts {
  readonly hour: number;
  readonly listed: readonly object[];
  readonly previous: Previous | undefined;
  readonly plan: BucketPlan;
}

function addDigest(
  files: Record<string, Uint8Array>,
  { hour, listed, previous, plan }: DigestParts,
): Previous {
  const object = digestAt(hour, plan.service);
  const end = `${day}T${pad(hour + 1)}-00-00Z`;
  const isEnding = plan.endings?.includes(hour) ?? false;
  const digest = {
    project_id: '0123456789abcdef0123456789abcdef',
    digest_start_time: `${day}T${pad(hour)}-00-00Z`,
    digest_end_time: end,
    digest_bucket: 'example',
    digest_object: object,
    digest_signature_algorithm: 'SHA256withRSA',
    digest_end: isEnding,
    previous_digest_bucket: previous === undefined ? '' : 'example',
    previous_digest_object: previous?.object ?? '',
    previous_digest_hash_value: previous?.hash ?? '',
    previous_digest_hash_algorithm: previous === undefined ? '' : 'MD5',
    previous_digest_signature: previous?.signature ?? '',
    previous_digest_end: previous?.isEnding ?? false,
    log_files: listed,
  };
  const bytes = gzipSync(JSON.stringify(digest, null, 1));
  files[object] = bytes;
  const { hashOf = md5Of, sign = (message) => md5Of(Buffer.from(message)).repeat(16) } = plan;
  const signature = sign([end, object, md5Of(bytes), previous?.signature ?? ''].join(''));
  return { object, hash: hashOf(bytes, hour), signature, isEnding };
}

function folderOf(service: string): string {
  return `CloudTraces/${region}/2026/5/18/system/${service}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** The files without some of them. */
export function without(files: BucketFiles, ...paths: readonly string[]): BucketFiles {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path)));
}

/** The files with one of them packed anew after its JSON was changed. */
export function altered(files: BucketFiles, path: string, change: (json: string) => string): BucketFiles {
  return { ...files, [path]: gzipSync(change(unpacked(files, path))) };
}

export function unpacked(files: BucketFiles, path: string): string {
  return gunzipSync(files[path] ?? new Uint8Array()).toString();
}
