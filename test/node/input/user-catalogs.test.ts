import assert from 'node:assert/strict';
import { ctsTrace, folderWith, json, removeFolders, validTrace } from '../../support/command';

const record = { ...validTrace, service_type: 'ELB', resource_type: 'member', trace_name: 'moveMember' };
const regionOf = (...operation_list: readonly string[]) =>
  JSON.stringify({ operations: [{ service_type: 'ELB', resource_type: 'member', operation_list }] });

describe('cts-trace --catalog', () => {
  const cwd = folderWith({
    'traces.json': json(record),
    'region.json': regionOf('createMember'),
    'more.json': JSON.stringify({ events: [{ service: 'ELB', resourceType: 'member', name: 'moveMember' }] }),
    'broken.json': '{\n  "events": [{ "service": 7, "name": "x" }]\n}',
    'other.json': '[1]',
    'folder/region.json': regionOf('createMember'),
  });

  after(removeFolders);

  it('raises unknown events to warnings with the list of the region', async () => {
    const plain = await ctsTrace(['check', 'traces.json'], { cwd });
    assert.equal(plain.code, 0);
    assert.match(plain.out, /: hint: Unknown ELB event "moveMember". /);
    const known = await ctsTrace(['check', '--catalog', 'region.json', 'traces.json'], { cwd });
    assert.equal(known.code, 1);
    assert.match(known.out, /: warning: Unknown ELB event "moveMember". /);
  });

  it('can be repeated', async () => {
    const args = ['check', '--catalog', 'region.json', '--catalog=more.json', 'traces.json'];
    const { code, out, err } = await ctsTrace(args, { cwd });
    assert.deepEqual([code, err], [0, '']);
    assert.doesNotMatch(out, /moveMember/);
  });

  it('adds events to explain and catalog', async () => {
    const args = ['explain', 'moveMember', '--catalog', 'more.json'];
    assert.deepEqual(await ctsTrace(args, { cwd }), {
      code: 0,
      out: 'moveMember\nELB · Elastic Load Balance · member\n\nIn your catalog more.json\n',
      err: '',
    });
    const listed = await ctsTrace(['catalog', '--service', 'ELB', '--catalog', 'more.json'], { cwd });
    assert.match(listed.out, /^ELB +member +moveMember +in the newest list$/m);
  });

  it('accepts the JSON that catalog prints', async () => {
    const printed = await ctsTrace(['catalog', '--service', 'DDS', '--format', 'json'], { cwd });
    const own = folderWith({ 'dds.json': printed.out });
    const again = ['catalog', '--service', 'DDS', '--format', 'json', '--catalog', 'dds.json'];
    assert.deepEqual(JSON.parse((await ctsTrace(again, { cwd: own })).out), JSON.parse(printed.out));
  });

  for (const [file, message] of [
    ['none.json', '"none.json" cannot be opened: no such file or folder'],
    ['folder', '"folder" is a folder. Name a file in it'],
    [
      'broken.json',
      '"broken.json" line 2, column 27: Invalid catalog; none of it is used: "events[0].service" must be a non-empty string',
    ],
    [
      'other.json',
      '"other.json" line 1, column 1: Invalid catalog; none of it is used: expected an object with "events", or with "operations" as in a ListOperations API response',
    ],
  ] as const) {
    it(`runs nothing with ${file}`, async () => {
      for (const command of [['check', 'traces.json'], ['explain', 'createImage'], ['catalog']]) {
        assert.deepEqual(await ctsTrace([...command, '--catalog', file], { cwd }), {
          code: 2,
          out: '',
          err: `cts-trace: ${message}\n`,
        });
      }
    });
  }
});
