import assert from 'node:assert/strict';
import { builtInCatalog } from '../../support/harness';
import { rowOfRecord } from '../../support/rows';

const accessOf = (record: object) => rowOfRecord({ ...record }).access;
const byName = (trace_name: string, service_type = 'X', resource_type = 'x') =>
  accessOf({ trace_name, service_type, resource_type });

describe('read-only or change', () => {
  it('is as read_only says, whatever the name', () => {
    assert.equal(accessOf({ read_only: true, trace_name: 'deleteImage' }), 'read-only');
    assert.equal(accessOf({ read_only: 'true', trace_name: 'deleteImage' }), 'read-only');
    assert.equal(accessOf({ read_only: false, trace_name: 'listImages' }), 'change');
    assert.equal(accessOf({ read_only: 'false', trace_name: 'listImages' }), 'change');
  });

  it('is known by the verb of the name', () => {
    for (const name of [
      'deleteMemeber',
      'DeleteStack',
      'batchDeleteTags',
      'BatchDeleteTags',
      'DELETE.OBJECT',
      'add',
    ])
      assert.equal(byName(name), 'change', name);
    for (const name of [
      'listTraces',
      'ShowUrl',
      'getPods',
      'batchQueryAlarmList',
      'GET.OBJECT',
      'HEAD.BUCKET',
    ])
      assert.equal(byName(name), 'read-only', name);
  });

  it('is unknown for any other name', () => {
    const names = [
      'login',
      'logout',
      'checkSyntax',
      'exportData',
      'settle',
      'address',
      'getaway',
      'counter',
      '',
    ];
    for (const name of names) assert.equal(byName(name), undefined, name);
  });

  it('is a change for every operation in the tables of IMS but the query by tag', () => {
    const names = builtInCatalog
      .eventsOf('IMS')
      .map(({ name, resourceType }) => [name, resourceType] as const);
    const others = names.filter(([name, type]) => byName(name, 'IMS', type) !== 'change');
    assert.deepEqual(others, [['batchTagsAction', 'ims']]);
    assert.equal(byName('batchTagsAction', 'IMS', 'ims'), 'read-only');
  });
});
