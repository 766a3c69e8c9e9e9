import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeStoryBucket } from '../../../scripts/lib/story-bucket/story-bucket.mjs';
import { ctsTrace, folderWith, removeFolders } from '../../support/command';
import {
  altered,
  type BucketFiles,
  digestAt,
  makeBucket,
  md5Of,
  recordAt,
  traceFileAt,
  unpacked,
  without,
} from '../../support/digest-bucket';

after(removeFolders);

interface JsonVerdict {
  readonly path?: string;
  readonly object?: string;
  readonly verdict: string;
  readonly reason?: string;
}

interface JsonAnswer {
  readonly verdict: string;
  readonly files: readonly JsonVerdict[];
  readonly digests: readonly JsonVerdict[];
  readonly holes: readonly object[];
  readonly reaches: readonly object[];
  readonly unreadable: readonly object[];
  readonly signatures: string;
  readonly summary: object;
}

async function verifyJson(files: BucketFiles, ...args: readonly string[]) {
  const answer = await ctsTrace(['verify', '--format', 'json', ...args], { cwd: folderWith(files) });
  return { code: answer.code, err: answer.err, json: JSON.parse(answer.out) as JsonAnswer };
}

/** What is not as it should be: `verdict reason path`. */
function problemsIn({ files, digests }: JsonAnswer): readonly string[] {
  return [...files, ...digests]
    .filter(({ verdict }) => verdict !== 'holds')
    .map(({ verdict, reason, path: at, object }) => [verdict, reason, at ?? object].join(' '));
}

describe('the command verify', () => {
  const bucket = makeBucket({ hours: 3 });
  const remarks = [
    'Signatures not checked (no key given)',
    'If later digests are missing, these files do not show it',
    'MD5 reveals accidents and simple tampering, but not a deliberate collision',
    '',
  ];

  it('says that all holds, how far it reaches, and what was not checked', async () => {
    const answer = await ctsTrace(['verify'], { cwd: folderWith(bucket) });
    assert.deepEqual(answer, {
      code: 0,
      err: '',
      out: [
        'Covered by digests: 2026-05-18 01:00:00–04:00:00 UTC in eu-de/system/IMS',
        'The evidence holds · Trace files: 3 of 3 hold · Digests: 3 of 3 hold',
        ...remarks,
      ].join('\n'),
    });
  });

  it('names what is missing, the time that nothing covers and what is not covered', async () => {
    const files = without(makeBucket({ hours: 6 }), digestAt(3), digestAt(4), traceFileAt(1));
    const answer = await ctsTrace(['verify'], { cwd: folderWith(files) });
    assert.deepEqual(answer, {
      code: 1,
      err: '',
      out: [
        `${traceFileAt(1)}: does not hold: it is missing, but digest "${digestAt(1)}" lists it`,
        `${digestAt(4)}: does not hold: it is missing, but digest "${digestAt(5)}" lists it`,
        `${traceFileAt(3)}: not covered: the digest for its time is not in this copy`,
        `${traceFileAt(4)}: not covered: the digest for its time is not in this copy`,
        'No digest covers 2026-05-18 03:00:00–05:00:00 UTC in eu-de/system/IMS: digests are missing',
        'Covered by digests: 2026-05-18 01:00:00–07:00:00 UTC in eu-de/system/IMS',
        'The evidence does not hold · Trace files: 3 of 6 hold, 1 does not hold, 2 not covered · Digests: 4 of 5 hold, 1 does not hold',
        ...remarks,
      ].join('\n'),
    });
  });

  it('says the same in Chinese', async () => {
    const files = without(bucket, digestAt(1), traceFileAt(2));
    const { out, code } = await ctsTrace(['verify', '--lang', 'zh-cn'], { cwd: folderWith(files) });
    assert.equal(code, 1);
    assert.deepEqual(out.split('\n').slice(0, 4), [
      `${traceFileAt(2)}: 校验不通过：文件缺失，但摘要文件“${digestAt(2)}”记录了它`,
      `${traceFileAt(1)}: 未被覆盖：早于第一个摘要文件`,
      '摘要文件覆盖：eu-de/system/IMS，2026-05-18 02:00:00–04:00:00 UTC；此副本中没有更早的摘要文件',
      '证据校验不通过 · 事件文件：3 个中 1 个通过、1 个不通过、1 个未被覆盖 · 摘要文件：2 个中 2 个通过',
    ]);
  });

  it('gives programs each file with its verdict', async () => {
    const { json, code } = await verifyJson(without(makeBucket({ hours: 3 }), digestAt(2)));
    assert.equal(code, 1);
    const holds = { verdict: 'holds' };
    const series = { region: 'eu-de', tracker: 'system', service: 'IMS' };
    assert.deepEqual(json, {
      version: 1,
      verdict: 'does-not-hold',
      files: [
        { path: traceFileAt(1), object: traceFileAt(1), listedBy: digestAt(1), ...holds },
        { path: traceFileAt(2), verdict: 'not-covered', reason: 'hole' },
        { path: traceFileAt(3), object: traceFileAt(3), listedBy: digestAt(3), ...holds },
      ],
      digests: [
        { path: digestAt(1), object: digestAt(1), ...holds },
        { path: digestAt(3), object: digestAt(3), ...holds },
        { object: digestAt(2), listedBy: digestAt(3), verdict: 'does-not-hold', reason: 'missing' },
      ],
      holes: [
        {
          ...series,
          from: '2026-05-18T02:00:00.000Z',
          to: '2026-05-18T03:00:00.000Z',
          cause: 'digest-missing',
        },
      ],
      reaches: [
        {
          ...series,
          from: '2026-05-18T01:00:00.000Z',
          to: '2026-05-18T04:00:00.000Z',
          digests: 2,
          isFromStart: true,
        },
      ],
      unreadable: [],
      signatures: 'not-checked',
      summary: {
        files: { holds: 2, 'does-not-hold': 0, 'cannot-be-checked': 0, 'not-covered': 1 },
        digests: { holds: 2, 'does-not-hold': 1, 'cannot-be-checked': 0, 'not-covered': 0 },
        others: 0,
      },
    });
  });

  it('finds what was done to the bucket that tells a story, and nothing else', async () => {
    const folder = folderWith({});
    const manifest = writeStoryBucket(folder, { files: 30, seed: 3, traces: 4 });
    const answer = await ctsTrace(['verify', '--format', 'json', folder]);
    assert.equal(answer.code, 1);
    assert.deepEqual(
      problemsIn(JSON.parse(answer.out)).toSorted(),
      [
        `does-not-hold hash-differs ${path.join(folder, manifest.cut.path)}`,
        `does-not-hold hash-differs ${path.join(folder, manifest.altered.path)}`,
        `does-not-hold missing ${manifest.missing}`,
      ].sort(),
    );
  });

  const appended = gzipSync(JSON.stringify([recordAt(2, 40, 'deleteImage')]));
  const large = randomBytes(3_000_000);
  const additions: Readonly<Record<string, Uint8Array>> = {
    'a gzip member': appended,
    'bytes that are not gzipped': Buffer.from('{}'),
    zeros: new Uint8Array(512),
    megabytes: gzipSync(large, { level: 0 }),
    'a member that is cut off': appended.subarray(0, 20),
  };
  for (const [title, addition] of Object.entries(additions))
    it(`tells that ${title} was appended to a file`, async () => {
      const delivered = bucket[traceFileAt(2)] ?? new Uint8Array();
      const files = { ...bucket, [traceFileAt(2)]: Buffer.concat([delivered, addition]) };
      const { json, code } = await verifyJson(files);
      assert.deepEqual(problemsIn(json), [`does-not-hold data-appended ${traceFileAt(2)}`]);
      assert.equal(code, 1);
    });

  it('tells that something was appended to a digest, or that one was cut off', async () => {
    const digest = bucket[digestAt(2)] ?? new Uint8Array();
    const longer = { ...bucket, [digestAt(2)]: Buffer.concat([digest, appended]) };
    assert.equal(
      problemsIn((await verifyJson(longer)).json).at(-1),
      `does-not-hold data-appended ${digestAt(2)}`,
    );
    const shorter = { ...bucket, [digestAt(2)]: digest.subarray(0, 99) };
    assert.equal(
      problemsIn((await verifyJson(shorter)).json).at(-1),
      `does-not-hold hash-differs ${digestAt(2)}`,
    );
  });

  it('cannot check what no digest lists', async () => {
    const added = { ...bucket, 'CloudTraces/export.json': Buffer.from(JSON.stringify([recordAt(2, 1)])) };
    const { json, code } = await verifyJson(added);
    assert.deepEqual(problemsIn(json), ['not-covered no-digests CloudTraces/export.json']);
    assert.equal(code, 3);
  });

  it('ignores files that hold no traces, and takes a digest for one whatever it is called', async () => {
    const renamed = { ...without(bucket, digestAt(2)), 'd.json.gz': bucket[digestAt(2)] ?? new Uint8Array() };
    const { json, code } = await verifyJson({ ...renamed, 'package.json': Buffer.from('{"name":"x"}') });
    assert.deepEqual(problemsIn(json), []);
    assert.equal((json.summary as { others: number }).others, 1);
    assert.equal(code, 0);
  });

  it('cannot check anything without digests, or without files', async () => {
    const files = without(bucket, digestAt(1), digestAt(2), digestAt(3));
    const answer = await ctsTrace(['verify'], { cwd: folderWith(files) });
    assert.equal(answer.code, 3);
    assert.deepEqual(answer.out.split('\n').slice(-4), [
      `${traceFileAt(3)}: not covered: there are no digests for it`,
      'Not all of the evidence could be checked · Trace files: 0 of 3 hold, 3 not covered · Digests: 0 of 0 hold',
      'Without digests nothing can be verified. CTS writes them if the tracker verifies trace files',
      '',
    ]);
    assert.equal((await ctsTrace(['verify'], { cwd: folderWith({}) })).code, 3);
  });

  it('lists only some of many files that are not covered', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [traceFileAt(1, index), gzipSync('[]')]),
    );
    const { out } = await ctsTrace(['verify'], { cwd: folderWith(files) });
    const lines = out.split('\n');
    assert.equal(lines.filter((line) => line.includes('not covered: there')).length, 20);
    assert.equal(lines[20], "  … and 10 more like this; '--format json' lists all");
  });

  it('goes on after what cannot be opened, and exits with 2', async () => {
    const cwd = folderWith(bucket);
    symlinkSync('loop.json', path.join(cwd, 'loop.json'));
    const answer = await ctsTrace(['verify', '.', 'no-such-folder'], { cwd });
    assert.equal(answer.code, 2);
    assert.equal(
      answer.err,
      [
        'cts-trace: "loop.json" cannot be opened: the link points back to itself',
        'cts-trace: "no-such-folder" cannot be opened: no such file or folder',
        '',
      ].join('\n'),
    );
    assert.match(answer.out, /^Not all of the evidence could be checked · Trace files: 3 of 3 hold/m);
  });

  it('names a file that grew while it was read (needs /proc of Linux)', async function () {
    // The system says that it is empty, and then gives out its content
    const growing = '/proc/self/status';
    if (!existsSync(growing)) this.skip();
    const { code, err } = await ctsTrace(['verify', growing, '.'], { cwd: folderWith(bucket) });
    assert.equal(code, 2);
    assert.equal(
      err,
      `cts-trace: "${growing}" changed while it was read. Verify a copy that nobody writes to\n`,
    );
  });

  it('shows names without control characters', async () => {
    const name = `x\u001B[2J_CloudTrace_eu-de_2026-05-18T01-15-00Z_00000000000000ff.json.gz`;
    const { out } = await ctsTrace(['verify'], { cwd: folderWith({ [name]: gzipSync('[]') }) });
    assert.match(out, /^x\uFFFD\[2J_CloudTrace/m);
    const json = await ctsTrace(['verify', '--format', 'json'], {
      cwd: folderWith({ [name]: gzipSync('[]') }),
    });
    assert.equal(JSON.parse(json.out).files[0].path, name);
    assert.equal(json.out.includes('\u001B'), false);
  });

  it('says what is wrong with its arguments', async () => {
    const cwd = folderWith({
      'not-a-key.pem': Buffer.from('hello'),
      'bad.txt': Buffer.from('# ok\n\nxyz a\n'),
    });
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(path.join(cwd, 'key.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    const cases: readonly (readonly [args: readonly string[], message: string])[] = [
      [['-'], "'verify' reads files and folders, not standard input"],
      [['--signatures', 'bad.txt'], "'--signatures' needs '--key'"],
      [['--key', ''], "The value of '--key' is empty"],
      [['--key', 'none.pem'], '"none.pem" cannot be opened: no such file or folder'],
      [['--key', 'not-a-key.pem'], '"not-a-key.pem" is not an RSA public key or a certificate with one'],
      [
        ['--key', 'key.pem', '--signatures', 'bad.txt'],
        '"bad.txt" line 3: expected a signature in hexadecimal and the path of its digest',
      ],
    ];
    for (const [args, message] of cases) {
      const { code, out, err } = await ctsTrace(['verify', ...args], { cwd });
      assert.deepEqual([code, out, err.split('\n')[0]], [2, '', `cts-trace: ${message}`]);
    }
  });
});

describe('the signatures that verify checks', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const sign = (message: string) => createSign('RSA-SHA256').update(message).sign(privateKey, 'hex');
  const bucket = makeBucket({ hours: 3, sign });
  const der = publicKey.export({ type: 'spki', format: 'der' });

  function withKey(files: BucketFiles, key: string | Uint8Array, signatures = ''): string {
    return folderWith({
      ...Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`bucket/${name}`, bytes])),
      key,
      signatures,
    });
  }

  /** The line of the signature of the last digest. */
  function lastSignature(): string {
    const object = digestAt(3);
    const digest = JSON.parse(unpacked(bucket, object));
    const hash = md5Of(bucket[object] ?? new Uint8Array());
    return `${sign(`${digest.digest_end_time}${object}${hash}${digest.previous_digest_signature}`)}  ${object}\n`;
  }

  const forms: Readonly<Record<string, string | Uint8Array>> = {
    'a key in PEM': publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    'a key in DER': der,
    'a key in base64 without anything around it': `${der.toString('base64')}\n`,
  };
  for (const [title, key] of Object.entries(forms))
    it(`are checked with ${title}`, async () => {
      const cwd = withKey(bucket, key, lastSignature());
      const { code, out } = await ctsTrace(
        ['verify', 'bucket', '--key', 'key', '--signatures', 'signatures'],
        { cwd },
      );
      assert.equal(code, 0, out);
      assert.doesNotMatch(out, /Signatures not checked/);
    });

  it('are checked with a certificate (made by openssl)', function () {
    const folder = withKey(bucket, '', '');
    writeFileSync(path.join(folder, 'private'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const made = spawnSync(
      'openssl',
      [...'req -x509 -key private -out key -days 3650 -subj /CN=example'.split(' ')],
      { cwd: folder },
    );
    if (made.status !== 0) this.skip();
    return ctsTrace(['verify', 'bucket', '--key', 'key', '--format', 'json'], { cwd: folder }).then(
      ({ out }) => {
        const { digests, signatures } = JSON.parse(out) as JsonAnswer;
        assert.deepEqual(
          digests.map(({ verdict }) => verdict),
          ['holds', 'holds', 'cannot-be-checked'],
        );
        assert.equal(signatures, 'checked');
      },
    );
  });

  it('cannot be checked for the last digest unless they are passed', async () => {
    const { code, out } = await ctsTrace(['verify', 'bucket', '--key', 'key'], { cwd: withKey(bucket, der) });
    assert.equal(code, 3);
    assert.match(out, /T04-00-00Z.json.gz: cannot be checked: its signature is not in any later digest/);
  });

  it('do not hold with another key, or if a digest was replaced together with all hashes', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    const cwd = withKey(bucket, other.export({ type: 'spki', format: 'pem' }).toString());
    const { code, out } = await ctsTrace(['verify', 'bucket', '--key', 'key'], { cwd });
    assert.equal(code, 1);
    assert.match(out, /T02-00-00Z.json.gz: does not hold: its signature is wrong/);
    const doubt = /^No signature is right with this key. It may be the key of another region$/m;
    assert.match(out, doubt);
    const changed = altered(bucket, digestAt(2), (json) => `${json} `);
    const hash = md5Of(changed[digestAt(2)] ?? new Uint8Array());
    const covered = altered(changed, digestAt(3), (json) =>
      json.replace(/("previous_digest_hash_value": )"\w+"/, `$1"${hash}"`),
    );
    assert.equal((await ctsTrace(['verify', 'bucket'], { cwd: withKey(covered, der) })).code, 0);
    const answer = await ctsTrace(['verify', 'bucket', '--key', 'key'], { cwd: withKey(covered, der) });
    assert.equal(answer.code, 1);
    assert.match(answer.out, /T03-00-00Z.json.gz: does not hold: its signature is wrong/);
    assert.doesNotMatch(answer.out, doubt);
  });
});

describe('the manifest that verify writes', () => {
  const bucket = makeBucket({ hours: 2 });

  /** Whether `sha256sum` is there to read it. */
  function checkWithSha256sum(folder: string, manifest: string): string {
    return execFileSync('sha256sum', ['--check', '--strict', manifest], { cwd: folder }).toString();
  }

  it('is what sha256sum reads, for all files that were read, whatever their names are (needs sha256sum)', async function () {
    if (spawnSync('sha256sum', ['--version']).status !== 0) this.skip();
    const cwd = folderWith({ ...bucket, 'a\\b\n.json': Buffer.from('[]'), 'empty.json': '' });
    const gbk = Buffer.from('\xd6\xd0.json', 'latin1');
    writeFileSync(Buffer.concat([Buffer.from(`${cwd}/`), gbk]), '[]');
    const { code } = await ctsTrace(['verify', '.', '--manifest', 'out.sha256'], { cwd });
    assert.equal(code, 0);
    const checked = checkWithSha256sum(cwd, 'out.sha256');
    assert.equal(
      checked
        .trim()
        .split('\n')
        .filter((line) => line.endsWith(': OK')).length,
      7,
    );
  });

  it('replaces an older one as a whole, and is not begun if it cannot be written', async () => {
    const cwd = folderWith({ ...bucket, 'out.sha256': 'old\n' });
    assert.equal((await ctsTrace(['verify', '--manifest', 'out.sha256'], { cwd })).code, 0);
    assert.equal(readFileSync(path.join(cwd, 'out.sha256'), 'utf8').split('\n').length, 5);
    mkdirSync(path.join(cwd, 'taken'));
    for (const target of ['none/out.sha256', 'taken']) {
      const { code, err } = await ctsTrace(['verify', '--manifest', target], { cwd });
      assert.equal(code, 2);
      assert.match(err, new RegExp(`^cts-trace: "${target}" cannot be written: E`));
    }
    assert.deepEqual(
      readdirSync(cwd).filter((name) => name.includes('tmp')),
      [],
    );
    assert.equal(existsSync(path.join(cwd, 'none')), false);
  });
});
