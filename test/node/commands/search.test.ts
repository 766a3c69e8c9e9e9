import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { writeStoryBucket } from '../../../scripts/lib/story-bucket/story-bucket.mjs';
import { ctsTrace, folderWith, removeFolders } from '../../support/command';

const at = (hour: number, day = 20) => Date.UTC(2026, 10, day, hour);

const deleted = {
  trace_name: 'deleteImage',
  service_type: 'IMS',
  resource_type: 'ims',
  resource_id: 'img-1',
  resource_name: 'db-base',
  trace_rating: 'normal',
  trace_type: 'ApiCall',
  source_ip: '203.0.113.8',
  time: at(9),
  trace_id: 'ad165000-c5f7-11f0-9c1e-000000000001',
  user: JSON.stringify({ name: 'mei', domain: { name: 'acme' }, access_key_id: 'EXAMPLEEXAMPLE000001' }),
};
const refused = {
  ...deleted,
  trace_name: 'addMember',
  trace_rating: 'warning',
  code: 403,
  response: JSON.stringify({ error_code: 'IMS.0027', error_msg: '不允许' }),
  source_ip: '198.51.100.7',
  time: at(8),
  trace_id: 'ad165000-c5f7-11f0-9c1e-000000000002',
  user: { name: 'li' },
};
const signedIn = {
  trace_name: 'login',
  service_type: 'IAM',
  resource_type: 'user',
  trace_rating: 'normal',
  trace_type: 'ConsoleAction',
  time: at(7),
  trace_id: 'ad165000-c5f7-11f0-9c1e-000000000003',
  user: { name: 'mei', session_context: { attributes: { mfa_authenticated: 'false' } } },
};

const files = {
  'b.json': JSON.stringify([deleted, refused]),
  'a.json': `[\n  ${JSON.stringify(signedIn)}\n]`,
};

/** The lines of an answer without the note on what was read, and its exit code. */
async function search(
  args: readonly string[],
  {
    folder = files,
    input = '',
  }: { readonly folder?: Readonly<Record<string, string | Uint8Array>>; readonly input?: string } = {},
) {
  const { code, out, err } = await ctsTrace(['search', ...args], { cwd: folderWith(folder), input });
  return { code, lines: out.split('\n').slice(0, -1), notes: err.split('\n').slice(0, -1) };
}

const namesOf = (lines: readonly string[]) => lines.map((line) => JSON.parse(line).event);

/** The events that a search finds. */
async function found(...args: readonly string[]): Promise<readonly string[]> {
  const { lines } = await search([...args, '--format', 'ndjson']);
  return namesOf(lines);
}

describe('cts-trace search', () => {
  after(removeFolders);

  it('lists all traces in the order of time, and says what was read', async () => {
    assert.deepEqual(await search([]), {
      code: 0,
      lines: [
        'a.json:2:3: 2026-11-20T07:00:00Z · mei · IAM login · user · succeeded · without MFA',
        `b.json:1:${JSON.stringify(deleted).length + 3}: 2026-11-20T08:00:00Z · li · IMS addMember · ims db-base · failed: 403 IMS.0027: 不允许`,
        'b.json:1:2: 2026-11-20T09:00:00Z · mei (acme) · IMS deleteImage · ims db-base · succeeded',
      ],
      notes: [
        'cts-trace: Read 3 traces in 2 files',
        'cts-trace: Traces from 2026-11-20 07:00:00 to 2026-11-20 09:00:00 (UTC)',
        'cts-trace: 3 traces found',
      ],
    });
  });

  it('lists them in the order of files if asked to', async () => {
    assert.deepEqual(await found('--order', 'file'), ['login', 'deleteImage', 'addMember']);
  });

  const cases: readonly (readonly [args: readonly string[], events: readonly string[]])[] = [
    [['--event', '*DELETE*'], ['deleteImage']],
    [
      ['--event', 'login', '--event', 'addMember'],
      ['login', 'addMember'],
    ],
    [
      ['--service', 'ims'],
      ['addMember', 'deleteImage'],
    ],
    [['--resource', 'db-base', '--user', 'mei'], ['deleteImage']],
    [['--account', 'acme'], ['deleteImage']],
    [['--access-key', 'EXAMPLEEXAMPLE000001'], ['deleteImage']],
    [['--ip', '198.51.100.0/24'], ['addMember']],
    [['--rating', 'warning'], ['addMember']],
    [
      ['--outcome', 'succeeded'],
      ['login', 'deleteImage'],
    ],
    [['--failures'], ['addMember']],
    [['--changes'], ['addMember', 'deleteImage']],
    [['--notable'], ['login', 'addMember', 'deleteImage']],
    [['--notable-reason', 'no-mfa'], ['login']],
    [['--text', '不允许'], ['addMember']],
    [['不允许'], ['addMember']],
    [['a.json'], ['login']],
    [['acme', 'b.json'], ['deleteImage']],
    [
      ['--from', '2026-11-20T08:00:00Z'],
      ['addMember', 'deleteImage'],
    ],
    [['--from', '2026-11-20T16:30:00+08:00'], ['deleteImage']],
    [
      ['--to', '2026-11-20T08:00:00Z'],
      ['login', 'addMember'],
    ],
    [
      ['--from', '2026-11-20', '--to', '2026-11-20'],
      ['login', 'addMember', 'deleteImage'],
    ],
    [['--to', '2026-11-19'], []],
    [['--last', '1m'], []],
  ];
  for (const [args, events] of cases)
    it(`${args.join(' ')} finds ${events.join(', ') || 'nothing'}`, async () =>
      assert.deepEqual(await found(...args), events));

  it('finds traces by the rules that found something in them', async () => {
    const { trace_id: _, ...anonymous } = deleted;
    const misspelled = { ...anonymous, trace_name: 'deleteImages' };
    const folder = { 'a.json': JSON.stringify([anonymous, misspelled]) };
    const { lines } = await search(['--finding', 'unknown-event', '--format', 'ndjson'], { folder });
    assert.deepEqual(
      lines.map((line) => [JSON.parse(line).event, JSON.parse(line).findings]),
      [['deleteImages', ['unknown-event']]],
    );
    const notable = await search(['--finding', 'notable-event', '--format', 'ndjson'], { folder });
    assert.deepEqual(namesOf(notable.lines), ['deleteImage']);
  });

  it('writes nothing if nothing is found, which is no error', async () => {
    for (const format of ['pretty', 'ndjson', 'raw'])
      assert.deepEqual(await search(['--event', 'none', '--format', format]), {
        code: 0,
        lines: [],
        notes: [
          'cts-trace: Read 3 traces in 2 files',
          'cts-trace: Traces from 2026-11-20 07:00:00 to 2026-11-20 09:00:00 (UTC)',
          'cts-trace: 0 traces found',
        ],
      });
  });

  it('reads packed files, standard input and lines, and decodes what is in strings', async () => {
    const folder = { 'x.json.gz': gzipSync(JSON.stringify([deleted])) };
    assert.deepEqual(namesOf((await search(['--user', 'mei', '--format', 'ndjson'], { folder })).lines), [
      'deleteImage',
    ]);
    const input = `${JSON.stringify(signedIn)}\n${JSON.stringify(refused)}\n`;
    const { lines } = await search(['-', '--format', 'ndjson'], { input });
    assert.deepEqual(
      lines.map((line) => [JSON.parse(line).path, JSON.parse(line).line, JSON.parse(line).event]),
      [
        ['-', 1, 'login'],
        ['-', 2, 'addMember'],
      ],
    );
  });

  it('says what could not be read, goes on with the rest and exits with 2', async () => {
    const packed = gzipSync(
      JSON.stringify([deleted, refused, ...Array.from({ length: 200 }, (_, n) => ({ ...signedIn, n }))]),
    );
    const folder = {
      'a.json': JSON.stringify([signedIn]),
      'cut.json.gz': packed.subarray(0, packed.length - 200),
    };
    const { code, lines, notes } = await search(['--event', 'login', '.', 'missing.json'], { folder });
    assert.equal(code, 2);
    assert.ok(lines.length > 1);
    assert.match(notes.join('\n'), /"cut\.json\.gz" is cut off/);
    assert.match(notes.join('\n'), /"missing\.json" cannot be opened/);
    assert.match(notes.join('\n'), /Read .* in 2 files; 1 of them in part; 1 unreadable file/);
  });

  it('says which traces it cannot decide on', async () => {
    const { time: _, ...untimed } = deleted;
    const folder = { 'a.json': JSON.stringify([untimed, deleted, signedIn]) };
    const window = await search(['--from', '2026-11-20', '--user', 'mei'], { folder });
    assert.equal(window.lines.length, 2);
    assert.equal(window.notes.at(-1), 'cts-trace: Left out, as they have no readable time: 1');
    const changes = await search(['--changes'], { folder });
    assert.equal(changes.lines.length, 2);
    assert.equal(
      changes.notes.at(-1),
      'cts-trace: Left out, as they do not say whether they changed something: 1',
    );
  });

  it('skips files whose names are outside of the window, and counts them', async () => {
    const name = (hour: string) =>
      `CloudTraces/eu-de/2026/11/20/system/IMS/x_CloudTrace_eu-de_2026-11-20T${hour}-00-00Z_0000000000000001.json`;
    const folder = {
      [name('02')]: JSON.stringify([{ ...deleted, time: at(23) }]),
      [name('23')]: JSON.stringify([{ ...refused, time: at(23) }]),
    };
    const { lines, notes } = await search(['--from', '2026-11-20T20:00:00Z'], { folder });
    assert.equal(lines.length, 1);
    assert.match(notes[0] ?? '', /Read 1 trace in 1 file; 1 file skipped/);
  });

  it('says if all that is here is outside of the window', async () => {
    const name =
      'CloudTraces/eu-de/2026/11/19/system/IMS/x_CloudTrace_eu-de_2026-11-19T02-30-00Z_0000000000000001.json';
    const folder = { ...files, [name]: JSON.stringify([deleted]) };
    const here = 'What is here is from 2026-11-19 02:30:00 to 2026-11-20 09:00:00 UTC';
    for (const [args, line] of [
      [
        ['--from', '2026-11-21', '--to', '2026-11-22'],
        `Nothing here is from the time asked for, from 2026-11-21 00:00:00 to 2026-11-22 23:59:59 UTC. ${here}`,
      ],
      [
        ['--from', '2026-11-20T10:00:00Z'],
        `Nothing here is from the time asked for, from 2026-11-20 10:00:00 UTC on. ${here}`,
      ],
      // What no filter finds is no matter of the window
      [['--from', '2026-11-20T09:00:00Z', '--event', 'x'], '0 traces found'],
    ] as const) {
      const { code, lines, notes } = await search(args, { folder });
      assert.deepEqual([code, lines, notes.at(-1)], [0, [], `cts-trace: ${line}`]);
    }
    const { notes } = await search(['--to', '2026-11-19', '--lang', 'zh-cn'], { folder: files });
    assert.equal(
      notes.at(-1),
      'cts-trace: 这里没有所查时间内（截至 2026-11-19 23:59:59 UTC）的内容，现有内容的时间为 2026-11-20 07:00:00 至 2026-11-20 09:00:00 UTC',
    );
  });

  it('suggests names for an event that nothing has', async () => {
    const note = 'cts-trace: Unknown event "deletImage". Similar names: deleteImage';
    assert.deepEqual((await search(['--event', 'deletImage'])).notes.slice(-2), [
      'cts-trace: 0 traces found',
      note,
    ]);
    for (const args of [
      ['--event', 'copyimage'],
      ['--event', 'deletImag*'],
      ['--event', 'deletImage', '--event', 'login'],
    ])
      assert.doesNotMatch((await search(args)).notes.join('\n'), /Unknown event/, args.join(' '));
  });

  it('says that its only argument was taken for a text if that finds nothing', async () => {
    const note =
      'cts-trace: No file or folder is named "bukcet", so it was searched for in the current folder';
    assert.equal((await search(['bukcet'])).notes.at(-1), note);
    for (const args of [['bukcet', '.'], ['--text', 'bukcet'], ['mei']])
      assert.doesNotMatch((await search(args)).notes.join('\n'), /No file or folder/);
  });

  it('lists copies, and says how many there are', async () => {
    const folder = { 'a.json': JSON.stringify([deleted, refused]), 'b.json': JSON.stringify([deleted]) };
    const { lines, notes } = await search([], { folder });
    assert.equal(lines.length, 3);
    assert.deepEqual(notes.slice(-2), [
      'cts-trace: 3 traces found',
      'cts-trace: Of these, copies of others: 1. CTS can deliver a trace twice',
    ]);
  });

  it('masks credentials in every format but raw, which says so', async () => {
    const secret = 'InventedPa55word!';
    const record = {
      ...refused,
      request: { adminPass: secret },
      response: { error_msg: `password=${secret} refused` },
    };
    const folder = { 'a.json': JSON.stringify([record]) };
    for (const format of ['pretty', 'ndjson', 'csv', 'timesketch']) {
      const { lines } = await search(['--format', format], { folder });
      assert.doesNotMatch(lines.join('\n'), /InventedPa55/);
    }
    const raw = await search(['--format', 'raw'], { folder });
    assert.deepEqual(
      raw.lines.map((line) => JSON.parse(line)),
      [record],
    );
    assert.equal(raw.notes.at(-1), 'cts-trace: Records that contain credentials, which are not masked: 1');
    assert.equal((await search(['--text', secret], { folder })).lines.length, 0);
    assert.equal((await search(['--text', 'refused'], { folder })).lines.length, 1);
  });

  it('writes CSV and the columns of Timesketch for another library to read', async () => {
    for (const [format, columns] of [
      ['csv', ['time', 'isTimeExact', 'service']],
      ['timesketch', ['message', 'datetime', 'timestamp_desc']],
    ] as const) {
      const { lines } = await search(['--format', format]);
      const { data, meta, errors } = Papa.parse<Record<string, string>>(lines.join('\n'), { header: true });
      assert.deepEqual(errors, []);
      assert.deepEqual(meta.fields?.slice(0, 3), columns);
      assert.deepEqual(
        data.map(({ event }) => event),
        ['login', 'addMember', 'deleteImage'],
      );
    }
  });

  it('writes the same in the same order with any number of threads', async () => {
    const cwd = folderWith({});
    // Enough for several threads to be used
    writeStoryBucket(path.join(cwd, 'bucket'), { files: 100, seed: 7, traces: 150 });
    const run = (jobs: string) => ctsTrace(['search', '--failures', '--jobs', jobs, 'bucket'], { cwd });
    const [one, three] = [await run('1'), await run('3')];
    assert.ok(one.out.split('\n').length > 100);
    assert.deepEqual(three, one);
  });

  it('stops when its output is closed', async () => {
    const folder = { 'a.json': JSON.stringify(Array.from({ length: 20_000 }, () => deleted)) };
    const { code } = await ctsTrace(['search', '--order', 'file'], {
      cwd: folderWith(folder),
      isCutOff: true,
    });
    assert.equal(code, 0);
  });

  it('shows names that are not UTF-8 (which Linux allows)', async function () {
    if (process.platform !== 'linux') this.skip();
    const folder = folderWith({});
    const name = Buffer.concat([
      Buffer.from(`${folder}${path.sep}`),
      Buffer.from([0xd6, 0xd0]),
      Buffer.from('.json'),
    ]);
    mkdirSync(folder, { recursive: true });
    writeFileSync(name, JSON.stringify([deleted]));
    const { out } = await ctsTrace(['search'], { cwd: folder });
    assert.match(out, /^\\xD6\\xD0\.json:1:2: /);
  });
});
