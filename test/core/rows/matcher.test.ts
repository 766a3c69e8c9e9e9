import assert from 'node:assert/strict';
import { readTrace } from '../../../src/core/reading/read-trace';
import { type Filter, findValueProblem } from '../../../src/core/rows/filter';
import { createMatcher } from '../../../src/core/rows/matcher';
import { RowReader } from '../../../src/core/rows/row-reader';
import { rowSettings } from '../../support/rows';

const records: Readonly<Record<string, object>> = {
  deleted: {
    trace_name: 'deleteImage',
    service_type: 'IMS',
    resource_type: 'ims',
    resource_id: 'img-1',
    resource_name: 'db-base',
    trace_rating: 'normal',
    source_ip: '203.0.113.8',
    time: Date.UTC(2026, 10, 20),
    user: {
      name: 'mei',
      id: 'u-1',
      domain: { name: 'acme', id: 'd-1' },
      access_key_id: 'EXAMPLEEXAMPLE000001',
    },
  },
  failed: {
    trace_name: 'addMember',
    service_type: 'IMS',
    resource_type: 'ims',
    resource_id: 'img-2',
    trace_rating: 'warning',
    source_ip: '::ffff:198.51.100.7, 203.0.113.99',
    time: Date.UTC(2026, 10, 21),
    user: { name: 'ci', assumedBy: { user: { name: 'Mei' } } },
  },
  incident: {
    trace_name: 'createServer',
    service_type: 'ECS',
    trace_rating: 'incident',
    source_ip: '2001:db8::7',
  },
  listed: { trace_name: 'listImages', service_type: 'IMS', read_only: true, trace_rating: 'normal' },
  login: {
    trace_name: 'login',
    service_type: 'IAM',
    trace_rating: 'normal',
    user: { name: 'root', session_context: { attributes: { mfa_authenticated: 'false' } } },
    message: 'signed in',
  },
};

/** The names of the records that a filter means. */
function meant(filter: Filter): readonly string[] {
  const matches = createMatcher(filter);
  return Object.keys(records).filter((name) => {
    const trace = readTrace(JSON.stringify(records[name]));
    const row = new RowReader(rowSettings).rowOf(trace, { path: 'a.json', line: 1, column: 1, offset: 0 });
    const findings = name === 'login' ? ['unknown-event'] : [];
    return matches({ ...row, findings }, trace);
  });
}

describe('a filter', () => {
  it('without conditions means all', () => {
    assert.deepEqual(meant({}), ['deleted', 'failed', 'incident', 'listed', 'login']);
  });

  const cases: readonly (readonly [Filter, readonly string[]])[] = [
    [{ events: ['DELETEIMAGE'] }, ['deleted']],
    [{ events: ['delete*', 'add*'] }, ['deleted', 'failed']],
    [{ services: ['ims'] }, ['deleted', 'failed', 'listed']],
    [{ resources: ['img-2'] }, ['failed']],
    [{ resources: ['DB-*'] }, ['deleted']],
    [{ resources: ['ims'] }, ['deleted', 'failed']],
    [{ users: ['mei'] }, ['deleted', 'failed']],
    [{ users: ['u-1'] }, ['deleted']],
    [{ accounts: ['acme'] }, ['deleted']],
    [{ accounts: ['d-1'] }, ['deleted']],
    [{ accessKeys: ['EXAMPLE*'] }, ['deleted']],
    [{ ips: ['203.0.113.8'] }, ['deleted']],
    [{ ips: ['203.0.113.0/24'] }, ['deleted', 'failed']],
    [{ ips: ['198.51.100.7'] }, ['failed']],
    [{ ips: ['2001:db8::/32', '192.0.2.1'] }, ['incident']],
    [{ ratings: ['incident', 'warning'] }, ['failed', 'incident']],
    [{ outcomes: ['failed'] }, ['failed']],
    [{ outcomes: ['succeeded'] }, ['deleted', 'listed', 'login']],
    [{ isChangesOnly: true }, ['deleted', 'failed', 'incident']],
    [{ isFailuresOnly: true }, ['failed', 'incident']],
    [{ isNotableOnly: true }, ['deleted', 'failed', 'incident', 'login']],
    [{ notable: ['no-mfa'] }, ['login']],
    [{ findings: ['unknown-event', 'duplicate-key'] }, ['login']],
    [{ window: { from: Date.UTC(2026, 10, 21), until: undefined } }, ['failed']],
    [{ text: 'SIGNED in' }, ['login']],
    [{ services: ['IMS'], isFailuresOnly: true, users: ['ci'] }, ['failed']],
    [{ services: ['IMS'], users: ['nobody'] }, []],
    [{ events: [''] }, []],
  ];
  for (const [filter, expected] of cases)
    it(`${JSON.stringify(filter)} means ${expected.join(', ') || 'none'}`, () =>
      assert.deepEqual(meant(filter), expected));
});

describe('a value of a filter', () => {
  it('may not be empty', () => {
    for (const field of ['events', 'users', 'ips', 'text'] as const) {
      assert.equal(findValueProblem(field, ''), 'empty');
      assert.equal(findValueProblem(field, '  '), 'empty');
    }
    assert.equal(findValueProblem('events', '*'), undefined);
  });

  it('is an address or a range where one is due', () => {
    for (const ip of [
      '203.0.113.8',
      '203.0.113.0/24',
      '2001:db8::1',
      '2001:db8::/32',
      '::ffff:192.0.2.0/120',
    ])
      assert.equal(findValueProblem('ips', ip), undefined, ip);
    for (const ip of ['203.0.113', '10/8', '203.0.113.*', '203.0.113.0/33', 'host', '1.2.3.4.5', '/24'])
      assert.equal(findValueProblem('ips', ip), 'no-address', ip);
  });
});
