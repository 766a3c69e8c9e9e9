import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  bundle,
  ctsTrace,
  folderWith,
  hint,
  type JsonFile,
  json,
  misspelledTrace,
  removeFolders,
  validTrace,
} from '../../support/command';

interface Entry extends JsonFile {
  readonly outcome: string;
  readonly note?: string;
}

interface Checked {
  readonly code: number | null;
  readonly err: string;
  readonly files: readonly Entry[];
  readonly coverage: { readonly files: Readonly<Record<string, number>>; readonly traces: number };
}

async function check(cwd: string, ...args: readonly string[]): Promise<Checked> {
  const { code, out, err } = await ctsTrace(['check', '--format', 'json', ...args], { cwd });
  return { code, err, ...JSON.parse(out) };
}

/** Name, kind, number of traces, outcome, rule and place of each finding. */
function entriesOf({ files }: Checked): readonly string[] {
  return files.map(({ path: name, kind, traces, outcome, findings }) => {
    const found = findings.map(({ rule, line, column }) => `${rule}@${line}:${column}`);
    return [name, kind, traces, outcome, ...found].join(' ');
  });
}

const packed = gzipSync(json(validTrace));
const packedHint = gzipSync(`\n${json(hint)}`);
/** Many traces, so that there is something to be read before the end is missing. */
const manyPacked = gzipSync(
  json(...Array.from({ length: 400 }, (_, id) => ({ ...validTrace, id, x: `${id * id}` }))),
);

describe('cts-trace check on packed files', () => {
  after(removeFolders);

  const wrongChecksum = Uint8Array.from(packed);
  wrongChecksum[packed.length - 8] = (wrongChecksum[packed.length - 8] ?? 0) ^ 1;
  const cutNote =
    'is cut off: the gzipped data ends too early. What could be unpacked was read. Download it again';

  for (const [what, bytes, code, entry, note] of [
    ['one member', packed, 0, 'traces 1 read', undefined],
    ['two members', Buffer.concat([packed, packedHint]), 0, 'traces 2 read event-spelling@2:79', undefined],
    ['padding', Buffer.concat([packed, new Uint8Array(1000)]), 0, 'traces 1 read', undefined],
    [
      'bytes after the end',
      Buffer.concat([packed, Buffer.from('more')]),
      2,
      'traces 1 read-in-part',
      'has bytes after the end of its gzipped data, which were not read',
    ],
    [
      'a wrong checksum',
      wrongChecksum,
      2,
      'traces 1 read-in-part',
      'was read, but the checksum of its gzipped data is wrong: it is not what was compressed',
    ],
    ['nothing but a header', packed.subarray(0, 10), 2, 'unreadable 0 unreadable', cutNote],
    [
      'a digest',
      gzipSync(
        '{"digest_start_time":"2026-11-20T03-00-00Z","digest_end_time":"2026-11-20T04-00-00Z","digest_object":"o","digest_bucket":"b","log_files":[]}',
      ),
      0,
      'digest 0 digest',
      undefined,
    ],
  ] as const)
    it(`with ${what}`, async () => {
      const checked = await check(folderWith({ 'a.json.gz': bytes }), 'a.json.gz');
      assert.deepEqual(entriesOf(checked), [`a.json.gz ${entry}`]);
      assert.deepEqual([checked.code, checked.files[0]?.note], [code, note]);
      assert.equal(checked.err, note === undefined ? '' : `cts-trace: "a.json.gz" ${note}\n`);
    });

  it('that are cut off: the traces before the end count', async () => {
    const checked = await check(folderWith({ 'a.json.gz': manyPacked.subarray(0, -200) }), 'a.json.gz');
    const [file] = checked.files;
    assert.deepEqual(
      [checked.code, file?.kind, file?.outcome, file?.note],
      [2, 'traces', 'read-in-part', cutNote],
    );
    assert.ok((file?.traces ?? 0) > 200);
    assert.deepEqual(
      file?.findings.map(({ rule }) => rule),
      ['json-syntax'],
    );
  });

  it('whatever their name, and from standard input', async () => {
    const cwd = folderWith({ 'a.json': packedHint, 'b.gz': packedHint });
    assert.deepEqual(entriesOf(await check(cwd, 'a.json', 'b.gz')), [
      'a.json traces 1 read event-spelling@2:79',
      'b.gz traces 1 read event-spelling@2:79',
    ]);
    const { out } = await ctsTrace(['check', '-'], { input: packedHint });
    assert.match(out, /^-:2:79: hint: /);
  });
});

describe('cts-trace check on many files', () => {
  after(removeFolders);

  it('finds the same with one thread and with several', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => {
        const traces = Array.from({ length: 300 }, (_unused, number) => ({
          ...(number === index ? misspelledTrace : validTrace),
          message: 'x'.repeat(1000),
          trace_id: `ad165000-c5f7-11f0-9c1e-${String((index * 293 + number) % 16_000).padStart(12, '0')}`,
        }));
        const text = json(...traces);
        return index % 3 === 0 ? [`f${index}.json.gz`, gzipSync(text)] : [`f${index}.json`, text];
      }),
    );
    const cwd = folderWith({ ...files, 'cut.json.gz': manyPacked.subarray(0, -100), 'other.json': '{}' });
    const one = await check(cwd, '.', '--jobs', '1');
    const several = await check(cwd, '.', '--jobs', '3');
    assert.deepEqual(several, one);
    assert.deepEqual([one.code, one.files.length], [2, 62]);
    const rules = new Set(one.files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
    assert.deepEqual([...rules].sort(), [
      'duplicate-trace',
      'json-syntax',
      'trace-id-clock',
      'unknown-event',
    ]);
  }).timeout(60_000);

  it('passes over what is excluded, and counts it', async () => {
    const cwd = folderWith({
      'a/Digest/x.json': '{}',
      'a/b.json': json(validTrace),
      'c.json': json(validTrace),
    });
    const checked = await check(cwd, '.', '--exclude', '**/Digest', '--exclude', 'c.*');
    assert.deepEqual(entriesOf(checked), [`${path.join('a', 'b.json')} traces 1 read`]);
    assert.equal(checked.coverage.files['passed-over'], 2);
  });

  it('checks the traces of a time window, and those without a time', async () => {
    const at = (time: unknown) => ({ ...misspelledTrace, time });
    const day = 24 * 60 * 60_000;
    const name = (date: string) => `x_CloudTrace_eu-de_${date}T02-15-00Z_00000000000000a1.json`;
    const cwd = folderWith({
      'a.json': json(
        at(Date.UTC(2026, 4, 17)),
        at(Date.UTC(2026, 4, 18)),
        at('?'),
        at(Date.UTC(2026, 4, 19) - 1),
        at(Date.UTC(2026, 4, 19)),
      ),
      [name('2026-05-16')]: json(at(Date.UTC(2026, 4, 18))),
      [name('2026-05-18')]: json(at(Date.UTC(2026, 4, 18) + day / 2)),
    });
    const args = [
      'check',
      '.',
      '--from',
      '2026-05-18',
      '--to',
      '2026-05-18',
      '--rule',
      'suspicious-time=off',
    ];
    const { code, out, err } = await ctsTrace(args, { cwd });
    assert.deepEqual(
      out.split('\n').map((line) => line.split(' ', 2).join(' ')),
      [
        'a.json:1:227: warning:',
        'a.json:1:364: warning:',
        'a.json:1:511: warning:',
        `${name('2026-05-18')}:1:79: warning:`,
        '4 warnings',
        'Traces from',
        '1 trace',
        '',
      ],
    );
    assert.match(out, /; 1 file skipped\n/);
    assert.deepEqual(
      [code, err],
      [1, 'cts-trace: Not checked, as they are outside of the time window: 2 traces\n'],
    );
  });

  it('says if all that is here is outside of a time window', async () => {
    const cwd = folderWith({ 'a.json': json({ ...misspelledTrace, time: Date.UTC(2026, 4, 18) }) });
    const { code, err } = await ctsTrace(['check', '.', '--from', '2026-05-19'], { cwd });
    assert.deepEqual(
      [code, err.split('\n')],
      [
        0,
        [
          'cts-trace: Not checked, as they are outside of the time window: 1 trace',
          'cts-trace: Nothing here is from the time asked for, from 2026-05-19 00:00:00 UTC on. What is here is from 2026-05-18 00:00:00 to 2026-05-18 00:00:00 UTC',
          '',
        ],
      ],
    );
  });

  it('reads nothing if a time is malformed', async () => {
    const { code, out, err } = await ctsTrace(['check', '.', '--last', 'x'], {
      cwd: folderWith({ 'a.json': '' }),
    });
    assert.deepEqual([code, out], [2, '']);
    assert.match(
      err,
      /^cts-trace: Invalid value "x" for '--last'; expected [^\n]+\ncts-trace: See [^\n]+\n$/,
    );
  });

  it('compares traces across files, and says so if there are too many', async () => {
    const trace = { ...validTrace, trace_id: 'ad165000-c5f7-11f0-9c1e-000000000001' };
    const cwd = folderWith({
      'a.json': json(trace),
      'b.json.gz': gzipSync(json({ ...trace, code: 404 }, trace)),
      'c.json': json({ ...trace, code: 1 }),
    });
    const { out } = await ctsTrace(['check', '.'], { cwd });
    assert.deepEqual(
      out.split('\n').filter((line) => line.includes('duplicate')),
      [
        'b.json.gz:1:158: information: Same trace as in "a.json". CTS can deliver a trace twice; count it once [duplicate-trace]',
        'b.json.gz:1:365: information: Same trace as in "a.json". CTS can deliver a trace twice; count it once [duplicate-trace]',
        'c.json:1:157: information: Same trace as in "a.json". CTS can deliver a trace twice; count it once [duplicate-trace]',
      ],
    );
    const limited = await ctsTrace(['check', '.', '--max-traces-compared', '2'], { cwd });
    assert.equal(limited.out.split('\n').filter((line) => line.includes('duplicate')).length, 1);
    assert.match(limited.err, /^cts-trace: More than 2 traces: copies among the later ones were not found/);
  });

  it('compares the traces of a time window only', async () => {
    const day = 24 * 60 * 60_000;
    const at = (id: number, time: number, code: number) => ({
      ...validTrace,
      time,
      code,
      trace_id: `ad165000-c5f7-11f0-9c1e-00000000000${id}`,
    });
    const now = Date.UTC(2025, 10, 20);
    const cwd = folderWith({
      'a.json': `[${[
        at(1, now - 9 * day, 1),
        at(2, now, 2),
        at(3, now, 3),
        at(1, now - 9 * day, 4),
        at(3, now, 5),
      ]
        .map((trace) => json(trace))
        .join(',\n')}]`,
      'b.json': json(at(1, now - 9 * day, 6), at(2, now, 7)),
    });
    const { out } = await ctsTrace(['check', '.', '--from', '2025-11-19'], { cwd });
    assert.deepEqual(
      out.split('\n').filter((line) => /opy/.test(line)),
      [
        'a.json:5:166: warning: Differs from its copy in line 3: code [duplicate-trace]',
        '    a.json:3:166: First copy',
        'b.json:1:372: warning: Differs from its copy in "a.json": code [duplicate-trace]',
        '    a.json:2:166: First copy',
      ],
    );
  });

  it('lists each of very many copies', async () => {
    const trace = json({ ...validTrace, trace_id: 'ad165000-c5f7-11f0-9c1e-000000000001' });
    const cwd = folderWith({ 'a.json': `[${Array(12_000).fill(trace).join(',\n')}]` });
    const { out } = await ctsTrace(['check', 'a.json', '--rule', 'trace-id-clock=off'], { cwd });
    const lines = out.split('\n').flatMap((line) => /^a\.json:(\d+):\d+: .*duplicate/.exec(line)?.[1] ?? []);
    assert.deepEqual(
      lines.map(Number).sort((one, other) => one - other),
      Array.from({ length: 11_999 }, (_, index) => index + 2),
    );
  }).timeout(20_000);

  it('says what was covered when it is interrupted', async () => {
    const cwd = folderWith({ 'a.json': json(misspelledTrace) });
    const child = spawn(process.execPath, [bundle, 'check', 'a.json', '-', '--jobs', '1'], { cwd });
    let out = '';
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    child.stdout.on('data', (text) => {
      out += text;
    });
    child.stdin.write(`${json(validTrace)}\n`);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.on('close', resolve));
    assert.equal(code, 130);
    assert.match(out, /^a\.json:1:79: warning: [^\n]+\n1 warning in 1 trace file \(1 trace\)\n$/);
    assert.equal(err, 'cts-trace: Interrupted. Only what is listed above was checked\n');
  }).timeout(20_000);
});

describe('cts-trace check on files of any size', () => {
  after(removeFolders);

  it('reads 150 MB from standard input in little memory', async () => {
    const line = `${json({ ...validTrace, message: 'x'.repeat(1000) })}\n`;
    const input = Buffer.from(line.repeat(125_000) + json(misspelledTrace));
    const { code, out } = await ctsTrace(['check', '-'], {
      input,
      env: { NODE_OPTIONS: '--max-old-space-size=40' },
    });
    assert.deepEqual(
      [code, out],
      [
        1,
        '-:125001:79: warning: Unknown IMS event "createImages". Did you mean "createImage"? [unknown-event]\n1 warning in 1 trace file (125,001 traces)\n',
      ],
    );
  }).timeout(60_000);

  it('reads what is added to a file while it is read', async () => {
    const cwd = folderWith({ 'a.jsonl': `${json({ ...validTrace, message: 'x'.repeat(2_000_000) })}\n` });
    const descriptor = openSync(path.join(cwd, 'a.jsonl'), 'a');
    writeFileSync(descriptor, json(misspelledTrace));
    assert.deepEqual(entriesOf(await check(cwd, 'a.jsonl')), ['a.jsonl traces 2 read unknown-event@2:79']);
  });
});
