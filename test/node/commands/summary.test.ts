import assert from 'node:assert/strict';
import Papa from 'papaparse';
import { ctsTrace, folderWith, removeFolders } from '../../support/command';

const at = (hour: number) => Date.UTC(2026, 10, 20, hour);
const id = (number: number) => `ad165000-c5f7-11f0-9c1e-${String(number).padStart(12, '0')}`;

const base = { service_type: 'IMS', resource_type: 'ims', trace_rating: 'normal', trace_type: 'ApiCall' };
const byMei = { ...base, user: { name: 'mei', domain: { name: 'acme' } } };
const byLi = { ...base, user: { name: 'li', domain: { name: 'acme' } } };

const records = [
  {
    ...byMei,
    trace_name: 'deleteImage',
    trace_id: id(1),
    time: at(9),
    resource_id: 'img-1',
    source_ip: '203.0.113.8',
  },
  {
    ...byMei,
    trace_name: 'addMember',
    trace_rating: 'warning',
    trace_id: id(2),
    time: at(7),
    resource_id: 'img-2',
  },
  { ...byLi, trace_name: 'updateImage', trace_id: id(3), time: at(11), resource_id: 'img-1' },
  { ...byLi, trace_name: 'login', service_type: 'IAM', trace_id: id(4) },
];

async function summary(
  args: readonly string[],
  folder: Readonly<Record<string, string | Uint8Array>> = { 'a.json': JSON.stringify(records) },
) {
  const { code, out, err } = await ctsTrace(['summary', ...args], { cwd: folderWith(folder) });
  return { code, out, notes: err.split('\n').slice(0, -1) };
}

async function groups(args: readonly string[], folder?: Readonly<Record<string, string | Uint8Array>>) {
  const { out } = await summary([...args, '--format', 'json'], folder);
  const { groups: all } = JSON.parse(out) as {
    readonly groups: readonly Readonly<Record<string, unknown>>[];
  };
  return all;
}

describe('cts-trace summary', () => {
  after(removeFolders);

  it('is a table by user, and says what was read', async () => {
    const { code, out, notes } = await summary([]);
    assert.equal(code, 0);
    assert.deepEqual(out.split('\n'), [
      'user        traces  changes  failed  notable  events  resources  IPs  first (UTC)       last (UTC)        details',
      'li (acme)        2        1       0        0       2          1    0  2026-11-20 11:00  2026-11-20 11:00  without a time: 1',
      'mei (acme)       2        2       1        2       2          2    1  2026-11-20 07:00  2026-11-20 09:00  image copied, exported, shared or deleted: 2; failed: 1',
      '',
    ]);
    assert.deepEqual(notes, [
      'cts-trace: Read 4 traces in 1 file',
      'cts-trace: Traces from 2026-11-20 07:00:00 to 2026-11-20 11:00:00 (UTC)',
      'cts-trace: 1 trace has no readable time',
      'cts-trace: 4 traces counted',
    ]);
  });

  it('takes the first and last time of each group from its own traces', async () => {
    const times = (await groups([])).map(({ key, first, last, withoutTime }) => [
      key,
      first,
      last,
      withoutTime,
    ]);
    assert.deepEqual(times, [
      ['li', '2026-11-20T11:00:00.000Z', '2026-11-20T11:00:00.000Z', 1],
      ['mei', '2026-11-20T07:00:00.000Z', '2026-11-20T09:00:00.000Z', 0],
    ]);
  });

  for (const [by, keys] of [
    ['user', ['li', 'mei']],
    ['account', ['acme']],
    ['access-key', [null]],
    ['ip', [null, '203.0.113.8']],
    ['agent', [null]],
    ['service', ['IMS', 'IAM']],
    ['event', ['addMember', 'deleteImage', 'login', 'updateImage']],
    ['resource', ['img-1', 'img-2', null]],
  ] as const)
    it(`counts by ${by}`, async () =>
      assert.deepEqual(
        (await groups(['--by', by])).map(({ key }) => key),
        keys,
      ));

  it('takes filters', async () => {
    assert.deepEqual(
      (await groups(['--failures', '--by', 'event'])).map(({ key, count }) => [key, count]),
      [['addMember', 1]],
    );
    assert.deepEqual(await groups(['--event', 'none']), []);
  });

  it('counts a trace once that was delivered twice, in one file, in two, and in a pipe', async () => {
    const [one, two] = [records.slice(0, 2), records.slice(1, 4)].map((some) => JSON.stringify(some));
    const counts = (all: readonly Readonly<Record<string, unknown>>[]) =>
      all.map(({ key, count, failures }) => [key, count, failures]);
    const expected = [
      ['li', 2, 0],
      ['mei', 2, 1],
    ];
    const folder = { 'a.json': one ?? '', 'b.json': two ?? '', 'c.json': `${two}${one}` };
    assert.deepEqual(counts(await groups([], folder)), expected);
    const { notes } = await summary([], folder);
    assert.equal(notes.at(-1), 'cts-trace: Copies that were not counted: 6. CTS can deliver a trace twice');
    const piped = await ctsTrace(['summary', '-', '--format', 'json'], { input: `${one}${two}` });
    assert.deepEqual(counts(JSON.parse(piped.out).groups), expected);
  });

  it('is CSV for another library to read', async () => {
    const { out } = await summary(['--by', 'event', '--format', 'csv']);
    const { data, errors } = Papa.parse<Record<string, string>>(out, { header: true, skipEmptyLines: true });
    assert.deepEqual(errors, []);
    assert.deepEqual(
      data.map(({ event, within, count, reasons }) => [event, within, count, reasons]),
      [
        ['addMember', 'IMS', '1', 'failed=1 sensitive-image-event=1'],
        ['deleteImage', 'IMS', '1', 'sensitive-image-event=1'],
        ['login', 'IAM', '1', ''],
        ['updateImage', 'IMS', '1', ''],
      ],
    );
  });

  it('exits with 2 if something could not be read, and counts the rest', async () => {
    const { code, out, notes } = await summary(['.', 'missing.json', '--format', 'json']);
    assert.equal(code, 2);
    assert.equal(JSON.parse(out).traces, 4);
    assert.match(notes[0] ?? '', /"missing\.json" cannot be opened/);
  });

  it('speaks Chinese', async () => {
    const { out, notes } = await summary(['--lang', 'zh-cn', '--by', 'service']);
    assert.match(
      out,
      /^云服务 +事件数 +变更 +失败 +值得关注 +事件种类 +资源 +IP +最早（UTC） +最晚（UTC） +详情\n/,
    );
    assert.equal(notes.at(-1), 'cts-trace: 共统计 4 个事件');
  });
});
