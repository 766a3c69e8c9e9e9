import assert from 'node:assert/strict';
import { lookUpEntries } from '../../../src/core/assist/look-up';
import { lookUpRows } from '../../../src/core/assist/look-up-search';
import { settingsIn } from '../../support/asking';
import { builtInCatalog } from '../../support/harness';

const { localizer } = settingsIn('en');
const list = { entries: lookUpEntries(builtInCatalog, localizer), catalog: builtInCatalog, localizer };

/** The rows as lines. */
function rowsFor(text: string): readonly string[] {
  return lookUpRows(list, text).map((row) =>
    row.kind === 'note' ? row.text : `${row.entry.service} ${row.entry.name}`,
  );
}

describe('searching the list of events', () => {
  it('shows every event while the query is empty', () => {
    assert.equal(rowsFor('').length, list.entries.length);
    assert.equal(rowsFor('  ').length, list.entries.length);
  });

  it('puts exact name matches first, and IMS before equally good matches', () => {
    assert.equal(rowsFor('createImage')[0], 'IMS createImage');
    assert.equal(rowsFor('CREATEIMAGE')[0], 'IMS createImage');
    assert.ok(list.entries.some(({ service, name }) => service !== 'IMS' && name.startsWith('addT')));
    assert.equal(rowsFor('addT')[0], 'IMS addTag');
    const exact = list.entries.filter(({ name }) => name === 'createServer');
    assert.deepEqual(
      rowsFor('createServer').slice(0, exact.length),
      exact.map(({ service, name }) => `${service} ${name}`),
    );
  });

  it('finds words of the operation, service and resource type in both languages', () => {
    assert.deepEqual(rowsFor('导出镜像'), ['IMS exportImage']);
    assert.equal(rowsFor('exporting image')[0], 'IMS exportImage');
    assert.ok(rowsFor('elb member').includes('ELB createMember'));
  });

  it('puts the events of a service first, by its code or full name in either language', () => {
    const ofEcs = list.entries.filter(({ service }) => service === 'ECS').map(({ name }) => `ECS ${name}`);
    for (const query of ['ecs', 'ECS', 'Elastic Cloud Server', '弹性云服务器'])
      assert.deepEqual(rowsFor(query).slice(0, ofEcs.length), ofEcs, query);
    assert.equal(rowsFor('ecs create')[0]?.startsWith('ECS create'), true);
  });

  it('puts whole words of the name before parts of words and other words', () => {
    const rows = rowsFor('server');
    assert.ok(rows.indexOf('ECS createServer') < 10);
    const lastWord = rows.findLastIndex((row) => /[a-z]Server(?![a-z])/.test(row));
    assert.ok(lastWord < rows.indexOf('SMS addSource'), 'SMS is the Server Migration Service');
    assert.deepEqual(rowsFor('image').slice(0, 3), ['IMS createImage', 'IMS updateImage', 'IMS deleteImage']);
    assert.equal(rowsFor('create image')[0], 'IMS createImage');
    assert.equal(rowsFor('Create_Image')[0], 'IMS createImage');
  });

  it('finds calls by their path, method or both, also with an id or a host from a log', () => {
    assert.equal(rowsFor('/v2/images')[0], 'IMS createImage');
    assert.equal(rowsFor('https://ims.example.com/v2/images')[0], 'IMS createImage');
    assert.ok(rowsFor('PATCH').includes('IMS updateImage'));
    for (const image of [
      '{image_id}',
      '6f1c2d3e-0a1b-4c2d-8e3f-4a5b6c7d8e9f',
      '6f1c2d3e0a1b4c2d8e3f4a5b6c7d8e9f',
    ])
      assert.deepEqual(rowsFor(`POST /v2/images/${image}/members`), ['IMS addMember'], image);
  });

  it('finds commands of OpenStack and Glance, and operations of the API', () => {
    assert.deepEqual(rowsFor('glance image-create'), ['IMS createImage']);
    assert.equal(rowsFor('openstack image delete')[0], 'IMS deleteImage');
    assert.deepEqual(rowsFor('BatchAddMembers'), ['IMS addMember']);
    assert.equal(rowsFor('glance').filter((row) => row.startsWith('IMS ')).length, rowsFor('glance').length);
  });

  it('finds what people write for an operation in Chinese', () => {
    assert.deepEqual(rowsFor('共享镜像'), [
      'IMS addMember',
      'IMS copyImage',
      'IMS updateMember',
      'IMS deleteMemeber',
      'IMS deleteMember',
    ]);
    assert.deepEqual(rowsFor('取消共享'), ['IMS deleteMemeber', 'IMS deleteMember']);
    assert.equal(rowsFor('下载镜像')[0], 'IMS exportImage');
  });

  it('says why an event is found if what it shows does not tell', () => {
    const reasonsFor = (query: string) =>
      lookUpRows(list, query).map((row) => (row.kind === 'event' ? row.because : row.text));
    assert.equal(
      reasonsFor('glance image-create')[0],
      'glance image-create [--file <FILE>] [--name <NAME>] ..',
    );
    assert.equal(reasonsFor('/v2/images')[0], 'POST /v2/images');
    assert.equal(reasonsFor('共享镜像')[0], '共享镜像');
    assert.equal(reasonsFor('弹性云服务器')[0], '弹性云服务器');
    assert.equal(reasonsFor('ecs')[0], undefined);
    assert.equal(reasonsFor('exporting image')[0], undefined);
  });

  it('notes how many more matches there are', () => {
    const rows = rowsFor('e');
    assert.equal(rows.length, 201);
    assert.match(rows.at(-1) ?? '', /^\d+ more; keep typing to see them$/);
  });

  it('notes that nothing matches, and suggests similar names', () => {
    const [note, first] = rowsFor('createImagee');
    assert.equal(note, 'No event matches "createImagee". Did you mean:');
    assert.equal(first, 'IMS createImage');
    const hint = 'Try a service such as ECS, an operation, or a path such as /v2/images';
    assert.deepEqual(rowsFor('zzzzzzzzzzzz'), [`No event matches "zzzzzzzzzzzz". ${hint}`]);
    assert.deepEqual(rowsFor(`q\u202e${'z'.repeat(100)}`), [
      `No event matches "q\u{FFFD}${'z'.repeat(58)}…". ${hint}`,
    ]);
  });
});
