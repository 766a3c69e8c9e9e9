import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { storyBucket } from '../scripts/lib/story-bucket/story-bucket.mjs';

const options = { files: 40, seed: 7, traces: 8 };

function take(chosen: Parameters<typeof storyBucket>[0] = options) {
  const { files, manifest } = storyBucket(chosen);
  const taken = [...files];
  return { taken, manifest };
}

interface Digest {
  readonly digest_object: string;
  readonly digest_start_time: string;
  readonly previous_digest_object: string;
  readonly previous_digest_hash_value: string;
  readonly log_files: readonly { readonly object: string; readonly log_hash_value: string }[];
}

const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');
const isDigest = (name: string): boolean => name.includes('/Digest/');
const unpack = (bytes: Uint8Array): unknown => JSON.parse(gunzipSync(bytes).toString());

/** The traces of the files that can be unpacked. */
function recordsIn(taken: readonly { readonly path: string; readonly bytes: Uint8Array }[], cut: string) {
  return taken
    .filter(({ path: name }) => !isDigest(name) && name !== cut)
    .flatMap(({ bytes }) => unpack(bytes) as Readonly<Record<string, string | number>>[]);
}

describe('the bucket that tells a story', () => {
  const { taken, manifest } = take();
  const traceFiles = taken.filter(({ path: name }) => !isDigest(name));
  const digests = taken.filter(({ path: name }) => isDigest(name));
  const records = recordsIn(taken, manifest.cut.path);

  it('has the names and folders of CTS, months and days without zeros', () => {
    const folder = 'CloudTraces/(cn-north-4|cn-east-3)/2026/(?:3/31|4/1)/system';
    const time = String.raw`2026-\d\d-\d\dT\d\d-\d\d-00Z`;
    const trace = new RegExp(`^${folder}/([A-Z]+)/story_CloudTrace_\\1_${time}_[0-9a-f]{16}\\.json\\.gz$`);
    const digest = new RegExp(`^${folder}/Digest/([A-Z]+)/story_CloudTrace-Digest_\\1_${time}\\.json\\.gz$`);
    for (const { path: name } of traceFiles) assert.match(name, trace);
    for (const { path: name } of digests) assert.match(name, digest);
    const ofIam = taken.filter(({ path: name }) => path.posix.dirname(name).endsWith('/IAM'));
    assert.ok(ofIam.length > 0);
    assert.ok(ofIam.every(({ path: name }) => name.startsWith('CloudTraces/cn-north-4/')));
    assert.equal(traceFiles.length, options.files);
    assert.equal(digests.length, manifest.digests);
  });

  it('is the same for the same numbers and another for another seed', () => {
    assert.deepEqual(take(), { taken, manifest });
    assert.notDeepEqual(take({ ...options, seed: 8 }).manifest, manifest);
  });

  it('has traces whose id holds the time of recording, each once but for one', () => {
    const ids = records.map(({ trace_id: id }) => String(id));
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) < index),
      [manifest.duplicate],
    );
    for (const { trace_id: id, record_time: time } of records) {
      const [low, mid, high, sequence] = String(id).split('-');
      const ticks = BigInt(`0x${high?.slice(1)}${mid}${low}`) - 0x01b21dd213814000n;
      assert.equal(Number(ticks / 10_000n), time);
      assert.match(`${high} ${sequence}`, /^1[0-9a-f]{3} [89ab]/);
    }
  });

  it('is on one line, with `user` and `request` as strings of JSON', () => {
    const first = traceFiles.at(0)?.bytes ?? new Uint8Array();
    assert.doesNotMatch(gunzipSync(first).toString(), /\n/);
    for (const { user, request } of records) {
      assert.equal(typeof JSON.parse(String(user)), 'object');
      if (request !== undefined) assert.equal(typeof JSON.parse(String(request)), 'object');
    }
  });

  it('has digests with true hashes of everything but what was damaged', () => {
    const hashes = new Map(taken.map(({ path: name, bytes }) => [name, md5(bytes)]));
    const read = digests.map(({ bytes }) => unpack(bytes) as Digest);
    const listed = read.flatMap(({ log_files: files }) => files);
    const wrong = listed.filter(({ object, log_hash_value: hash }) => hashes.get(object) !== hash);
    assert.deepEqual(
      wrong.map(({ object }) => object).sort(),
      [manifest.missing, manifest.cut.path, manifest.altered.path].sort(),
    );
    assert.equal(listed.length, options.files + 1);
    const starts = read.filter(({ previous_digest_object: previous }) => previous === '');
    assert.equal(new Set(starts.map(({ digest_start_time: time }) => time)).size, 1);
    for (const { previous_digest_object: object, previous_digest_hash_value: hash } of read)
      if (object !== '') assert.equal(hashes.get(object), hash);
  });

  it('was damaged in three places', () => {
    const names = taken.map(({ path: name }) => name);
    assert.ok(!names.includes(manifest.missing));
    const cut = taken.find(({ path: name }) => name === manifest.cut.path);
    assert.equal(cut?.bytes.length, manifest.cut.bytes);
    assert.throws(() => unpack(cut?.bytes ?? new Uint8Array()), /unexpected end/);
    const altered = taken.find(({ path: name }) => name === manifest.altered.path);
    const blamed = (unpack(altered?.bytes ?? new Uint8Array()) as Readonly<Record<string, string>>[]).filter(
      ({ user = '' }) => JSON.parse(user).name === 'carol',
    );
    assert.deepEqual(
      blamed.map(({ trace_id: id }) => id),
      [manifest.altered.traceId],
    );
  });

  it('has the answers to what people ask', () => {
    assert.equal(records.length, manifest.traces);
    const idsOf = (belongs: (record: Readonly<Record<string, string | number>>) => boolean) =>
      records
        .filter(belongs)
        .map(({ trace_id: id }) => id)
        .sort();
    const inOrder = Object.fromEntries(
      Object.entries(manifest.answers).map(([name, ids]) => [name, [...ids].sort()]),
    );
    const { accessKey, imageId } = manifest.story;
    assert.deepEqual(inOrder, {
      deletedInLastTwoHours: idsOf(
        ({ trace_name: name, time }) =>
          /^delete/.test(String(name)) && Number(time) >= manifest.to - 7_200_000,
      ),
      byAccessKey: idsOf(({ user }) => JSON.parse(String(user)).access_key_id === accessKey),
      onImage: idsOf(({ resource_id: id }) => id === imageId),
      failed: idsOf(({ trace_rating: rating }) => rating === 'warning'),
      signedInWithoutMfa: idsOf(
        ({ trace_name: name, user }) =>
          name === 'login' &&
          JSON.parse(String(user)).session_context.attributes.mfa_authenticated === 'false',
      ),
      sharedToOtherAccount: idsOf(
        ({ trace_name: name, trace_rating: rating }) => name === 'addMember' && rating === 'normal',
      ),
    });
    assert.equal(inOrder['signedInWithoutMfa']?.length, 1);
    assert.equal(inOrder['sharedToOtherAccount']?.length, 1);
    assert.ok((inOrder['onImage']?.length ?? 0) >= 10);
  });

  it('can be as small as the story, with as many files as wanted, without digests', () => {
    const small = take({ files: 12, seed: 1, traces: 1, hasDigests: false });
    assert.equal(small.taken.length, 12);
    assert.equal(small.manifest.digests, 0);
    assert.throws(() => take({ files: 11, seed: 1 }), /at least 12 files/);
    assert.equal(take({ files: 300, seed: 1, traces: 1, hasDigests: false }).taken.length, 300);
  });
});
