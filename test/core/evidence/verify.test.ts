import assert from 'node:assert/strict';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readDigest } from '../../../src/core/evidence/digest';
import type { FoundDigest, FoundFile } from '../../../src/core/evidence/found-file';
import { type Verification, verifyEvidence } from '../../../src/core/evidence/verify';
import {
  altered,
  type BucketFiles,
  digestAt,
  makeBucket,
  md5Of,
  traceFileAt,
  unpacked,
  without,
} from '../../support/digest-bucket';

/** Reads the files as the command line does. @param prefixes MD5s of parts of files, by path */
function verify(
  files: BucketFiles,
  {
    prefixes = {},
    unreadable = [],
    unread = [],
  }: {
    readonly prefixes?: Readonly<Record<string, readonly string[]>>;
    readonly unreadable?: readonly string[];
    readonly unread?: readonly string[];
  } = {},
): Verification {
  const found = Object.entries(files).map(([path, bytes]) => ({
    path,
    bytes,
    md5: unreadable.includes(path) ? undefined : md5Of(bytes),
    prefixes: prefixes[path] ?? [],
  }));
  const isDigest = ({ path }: FoundFile) => path.includes('Digest');
  const digests = found
    .filter(isDigest)
    .map((file): FoundDigest => ({ ...file, digest: tryRead(file.bytes) }));
  return verifyEvidence({ files: found.filter((file) => !isDigest(file)), digests, unread });
}

function tryRead(bytes: Uint8Array): FoundDigest['digest'] {
  try {
    return readDigest(JSON.parse(gunzipSync(bytes).toString()));
  } catch {
    return undefined;
  }
}

/** What is not as it should be: `what name`, the name without its folders and without what all names have in common. */
function shown({ files, digests, holes }: Verification): readonly string[] {
  const verdicts = [...files, ...digests].flatMap(({ verdict, path, object }) => {
    const reason = verdict.kind === 'holds' ? [] : [`${verdict.kind} (${verdict.reason})`];
    return reason.map((text) => `${text} ${shortName(path ?? object ?? '')}`);
  });
  const gaps = holes.map(({ from, to, cause }) => `hole ${clock(from)}–${clock(to)} (${cause})`);
  return [...verdicts, ...gaps];
}

function shortName(path: string): string {
  const name = path.split('/').at(-1) ?? '';
  const [, kind = '', time = ''] = /CloudTrace(-Digest)?_.*T(\d\d-\d\d)/.exec(name) ?? [];
  return `${kind === '' ? 'file' : 'digest'} ${time.replace('-', ':')}`;
}

function clock(time: number): string {
  return new Date(time).toISOString().slice(11, 16);
}

describe('verifying', () => {
  const bucket = makeBucket({ hours: 6 });

  it('holds if everything is as it was delivered', () => {
    const { files, digests, holes, reaches } = verify(bucket);
    assert.deepEqual(
      [...files, ...digests].map(({ path, object, verdict }) => [path, object, verdict.kind]),
      [
        ...Object.keys(bucket).filter((path) => !path.includes('Digest')),
        ...Object.keys(bucket).filter((path) => path.includes('Digest')),
      ].map((path) => [path, path, 'holds']),
    );
    assert.equal(files[0]?.listedBy, digestAt(1));
    assert.equal(digests[0]?.listedBy, digestAt(2));
    assert.equal(digests.at(-1)?.listedBy, undefined);
    assert.deepEqual(holes, []);
    assert.deepEqual(
      reaches.map(({ from, to, digests: count, isFromStart }) => [
        clock(from),
        clock(to),
        count,
        isFromStart,
      ]),
      [['01:00', '07:00', 6, true]],
    );
  });

  const cases: Readonly<Record<string, readonly [files: BucketFiles, what: readonly string[]]>> = {
    'names a trace file that is missing': [
      without(bucket, traceFileAt(3)),
      ['does-not-hold (missing) file 03:15'],
    ],
    'names a trace file that is not what was delivered': [
      altered(bucket, traceFileAt(3), (json) => json.replace('updateImage', 'deleteImage')),
      ['does-not-hold (hash-differs) file 03:15'],
    ],
    'names the digest that is missing, the time that nothing covers, and the file that none lists': [
      without(bucket, digestAt(3)),
      [
        'not-covered (hole) file 03:15',
        'does-not-hold (missing) digest 04:00',
        'hole 03:00–04:00 (digest-missing)',
      ],
    ],
    'gives the whole time of two digests in a row, of which only the later one is referred to': [
      without(bucket, digestAt(3), digestAt(4)),
      [
        'not-covered (hole) file 03:15',
        'not-covered (hole) file 04:15',
        'does-not-hold (missing) digest 05:00',
        'hole 03:00–05:00 (digest-missing)',
      ],
    ],
    'does not call a digest missing that was altered, nor the file that it no longer lists': [
      altered(bucket, digestAt(3), (json) => JSON.stringify({ ...JSON.parse(json), log_files: [] })),
      ['not-covered (unlisted) file 03:15', 'does-not-hold (hash-differs) digest 04:00'],
    ],
    'trusts nothing that an altered digest lists': [
      altered(bucket, digestAt(3), (json) => `${json}\n`),
      ['cannot-be-checked (digest-altered) file 03:15', 'does-not-hold (hash-differs) digest 04:00'],
    ],
    'cannot see that the last digest is gone, only how far the others reach': [
      without(bucket, digestAt(6)),
      ['not-covered (after) file 06:15'],
    ],
    'takes a copy that begins in the middle for the beginning': [
      without(bucket, digestAt(1), traceFileAt(1)),
      [],
    ],
    'has nothing to say of files before the first digest': [
      without(bucket, digestAt(1)),
      ['not-covered (before) file 01:15'],
    ],
    'cannot check a digest that is damaged, nor whether its files are missing': [
      { ...bucket, [digestAt(6)]: (bucket[digestAt(6)] ?? new Uint8Array()).slice(0, 60) },
      ['not-covered (after) file 06:15', 'cannot-be-checked (damaged) digest 07:00'],
    ],
    'knows from the next digest that a damaged one was changed': [
      { ...bucket, [digestAt(3)]: (bucket[digestAt(3)] ?? new Uint8Array()).slice(0, 60) },
      [
        'not-covered (hole) file 03:15',
        'does-not-hold (hash-differs) digest 04:00',
        'hole 03:00–04:00 (digest-damaged)',
      ],
    ],
    'covers nothing without digests': [
      Object.fromEntries(Object.entries(bucket).filter(([path]) => !path.includes('Digest'))),
      [1, 2, 3, 4, 5, 6].map((hour) => `not-covered (no-digests) file 0${hour}:15`),
    ],
    'tells a file that was added': [
      { ...bucket, [traceFileAt(3, 7)]: gzipSync('[]') },
      ['not-covered (unlisted) file 03:22'],
    ],
    'tells a digest that was added beside the others': [
      {
        ...bucket,
        ...altered(
          { [digestAt(3).replace('04-00-00', '04-10-00')]: bucket[digestAt(3)] ?? new Uint8Array() },
          digestAt(3).replace('04-00-00', '04-10-00'),
          (json) => json.replaceAll('04-00-00Z', '04-10-00Z'),
        ),
      },
      ['does-not-hold (not-in-chain) digest 04:10'],
    ],
    'cannot compare a file that was unpacked': [
      {
        ...without(bucket, traceFileAt(3)),
        [traceFileAt(3).replace('.gz', '')]: Buffer.from(unpacked(bucket, traceFileAt(3))),
      },
      ['cannot-be-checked (repacked) file 03:15'],
    ],
    'knows no hash but MD5': [
      altered(bucket, digestAt(6), (json) =>
        json.replace(/"log_hash_algorithm": "MD5"/, '"log_hash_algorithm": "SM3"'),
      ),
      ['cannot-be-checked (algorithm) file 06:15'],
    ],
    'cannot check a digest with entries that say nothing': [
      altered(bucket, digestAt(6), (json) => JSON.stringify({ ...JSON.parse(json), log_files: [{}] })),
      ['not-covered (unlisted) file 06:15', 'cannot-be-checked (damaged) digest 07:00'],
    ],
  };
  for (const [title, [files, what]] of Object.entries(cases))
    it(title, () => assert.deepEqual(shown(verify(files)), what));

  it('does not take the name of a digest of another service for one that is missing', () => {
    const files = { ...bucket, ...makeBucket({ hours: 6, service: 'ECS' }) };
    assert.deepEqual(shown(verify(files)), []);
    const { digests } = verify(without(files, digestAt(3)));
    const missing = digests.filter(({ path }) => path === undefined).map(({ object }) => object);
    assert.deepEqual(missing, [digestAt(3)]);
  });

  it('tells data that were appended from data that were changed', () => {
    const delivered = bucket[traceFileAt(3)] ?? new Uint8Array();
    const files = { ...bucket, [traceFileAt(3)]: Buffer.concat([delivered, gzipSync('[]')]) };
    const prefixes = { [traceFileAt(3)]: [md5Of(delivered)] };
    assert.deepEqual(shown(verify(files, { prefixes })), ['does-not-hold (data-appended) file 03:15']);
  });

  it('cannot check what cannot be read', () => {
    assert.deepEqual(shown(verify(bucket, { unreadable: [traceFileAt(3)] })), [
      'cannot-be-checked (unreadable) file 03:15',
    ]);
  });

  it('calls nothing missing that may be in a folder that cannot be read', () => {
    const files = makeBucket({ hours: 3 });
    const here = (path: string) => `copy/${path}`;
    const left = Object.entries(without(files, traceFileAt(2), digestAt(2))).map(([path, bytes]) => [
      here(path),
      bytes,
    ]);
    const folders = [traceFileAt(2), digestAt(2)].map((path) => here(path.split('/').slice(0, -1).join('/')));
    assert.deepEqual(shown(verify(Object.fromEntries(left), { unread: folders })), [
      'cannot-be-checked (unreadable) digest 03:00',
      'hole 02:00–03:00 (digest-missing)',
    ]);
    const onlyFile = Object.fromEntries(
      Object.entries(without(files, traceFileAt(2))).map(([path, bytes]) => [here(path), bytes]),
    );
    assert.deepEqual(shown(verify(onlyFile, { unread: [here('CloudTraces/eu-de')] })), [
      'cannot-be-checked (unreadable) file 02:15',
    ]);
    assert.deepEqual(shown(verify(onlyFile, { unread: ['copy/CloudTraces/eu-nl'] })), [
      'does-not-hold (missing) file 02:15',
    ]);
  });
});

describe('verifying a bucket that was copied elsewhere', () => {
  const bucket = makeBucket({ hours: 4 });
  const moved = (change: (path: string) => string) =>
    Object.fromEntries(Object.entries(bucket).map(([path, bytes]) => [change(path), bytes]));

  it('finds files by the end of their paths, whatever is before it', () => {
    assert.deepEqual(shown(verify(moved((path) => `evidence/case-7/${path}`))), []);
    assert.deepEqual(shown(verify(moved((path) => path.split('/').slice(5).join('/')))), []);
    assert.deepEqual(shown(verify(moved((path) => path.split('/').at(-1) ?? ''))), []);
  });

  it('takes days and months with and without zeros for the same', () => {
    assert.deepEqual(shown(verify(moved((path) => path.replace('/5/18/', '/05/18/')))), []);
  });

  it('verifies two copies each by itself', () => {
    const second = altered(
      moved((path) => `second/${path}`),
      `second/${traceFileAt(2)}`,
      (json) => `${json} `,
    );
    const both = { ...moved((path) => `first/${path}`), ...second };
    assert.deepEqual(
      verify(both)
        .files.filter(({ verdict }) => verdict.kind !== 'holds')
        .map(({ path }) => path),
      [`second/${traceFileAt(2)}`],
    );
  });
});

describe('verifying where verification was turned off or begun anew', () => {
  it('says that nothing covers the time in which it was off', () => {
    const bucket = makeBucket({ hours: 6, endings: [2], starts: [5] });
    const files = without(bucket, ...[3, 4].flatMap((hour) => [digestAt(hour), traceFileAt(hour)]));
    assert.deepEqual(shown(verify(files)), ['hole 03:00–05:00 (turned-off)']);
  });

  it('cannot check whether digests are missing before one that begins anew', () => {
    const bucket = makeBucket({ hours: 6, starts: [5] });
    assert.deepEqual(shown(verify(bucket)), ['cannot-be-checked (chain-restarted) digest 06:00']);
    const files = without(bucket, ...[3, 4].flatMap((hour) => [digestAt(hour), traceFileAt(hour)]));
    assert.deepEqual(shown(verify(files)), [
      'cannot-be-checked (chain-restarted) digest 06:00',
      'hole 03:00–05:00 (chain-restarted)',
    ]);
  });
});

describe('verifying an encrypted bucket', () => {
  const etag = (bytes: Uint8Array) => md5Of(Buffer.concat([bytes, Buffer.from('encrypted')]));

  it('cannot check anything whose hash differs', () => {
    const found = shown(verify(makeBucket({ hours: 2, filesPerHour: 2, hashOf: etag })));
    assert.deepEqual(found, [
      ...['01:15', '01:16', '02:15', '02:16'].map((time) => `cannot-be-checked (encrypted) file ${time}`),
      'cannot-be-checked (encrypted) digest 02:00',
    ]);
  });

  it('still names what is missing', () => {
    const bucket = makeBucket({ hours: 2, filesPerHour: 2, hashOf: etag });
    assert.equal(shown(verify(without(bucket, traceFileAt(2)))).at(3), 'does-not-hold (missing) file 02:15');
  });

  it('tells when encryption was turned on', () => {
    const hashOf = (bytes: Uint8Array, hour: number) => (hour > 3 ? etag(bytes) : md5Of(bytes));
    assert.deepEqual(shown(verify(makeBucket({ hours: 6, hashOf }))), [
      ...['04:15', '05:15', '06:15'].map((time) => `cannot-be-checked (encrypted) file ${time}`),
      'cannot-be-checked (encrypted) digest 05:00',
      'cannot-be-checked (encrypted) digest 06:00',
    ]);
  });

  it('is not assumed for a single file that was changed, nor for all files of an hour', () => {
    const change = (json: string) => `${json} `;
    const single = makeBucket({ hours: 1 });
    assert.deepEqual(shown(verify(altered(single, traceFileAt(1), change))), [
      'does-not-hold (hash-differs) file 01:15',
    ]);
    const hour = makeBucket({ hours: 3, filesPerHour: 2 });
    const changed = altered(altered(hour, traceFileAt(2), change), traceFileAt(2, 1), change);
    assert.deepEqual(shown(verify(changed)), [
      'does-not-hold (hash-differs) file 02:15',
      'does-not-hold (hash-differs) file 02:16',
    ]);
  });
});
