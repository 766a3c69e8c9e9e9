import assert from 'node:assert/strict';
import { imsEvents } from '../../../src/core/catalog/rows/ims-events';
import { unknownEvent } from '../../../src/core/rules/unknown-event';
import { builtInCatalog, checkRecord, checkRecordText } from '../../support/harness';

const ims = { service_type: 'IMS', resource_type: 'image' };

function severityOf(text: string): string | undefined {
  return checkRecordText(unknownEvent, text)[0]?.severity;
}

describe('unknown-event', () => {
  it('marks a name that is in no list, and offers the closest ones', () => {
    assert.deepEqual(checkRecord(unknownEvent, { ...ims, trace_name: 'deleteMembers' }), [
      {
        message: 'Unknown IMS event "deleteMembers". Did you mean "deleteMember" or "deleteMemeber"?',
        marked: '"deleteMembers"',
        severity: 'warning',
        fixes: [
          [
            'Replace with "deleteMember" (edits the record)',
            '{"service_type":"IMS","resource_type":"image","trace_name":"deleteMember"}',
          ],
          [
            'Replace with "deleteMemeber" (edits the record)',
            '{"service_type":"IMS","resource_type":"image","trace_name":"deleteMemeber"}',
          ],
        ],
      },
    ]);
  });

  it('offers nothing if no known name is close', () => {
    assert.deepEqual(checkRecord(unknownEvent, { ...ims, trace_name: 'makeCoffee' }), [
      {
        message: 'Unknown IMS event "makeCoffee". Check your region\'s event list',
        marked: '"makeCoffee"',
        severity: 'warning',
        fixes: [],
      },
    ]);
  });

  it('is silent on every known name, on any resource type', () => {
    for (const { service, name } of imsEvents) {
      assert.deepEqual(checkRecord(unknownEvent, { service_type: service, trace_name: name }), []);
    }
  });

  it('ignores the case of the service, but not of the name', () => {
    assert.equal(checkRecord(unknownEvent, { service_type: 'ims', trace_name: 'CreateImage' }).length, 1);
    assert.deepEqual(checkRecord(unknownEvent, { service_type: 'ims', trace_name: 'createImage' }), []);
  });

  it('is silent on services without a catalog', () => {
    for (const service_type of ['XYZ', '', '__proto__', 'constructor', null, 7, undefined]) {
      assert.deepEqual(checkRecord(unknownEvent, { service_type, trace_name: 'anything' }), []);
    }
  });

  it('only hints at names of other services, whose public lists have gaps', () => {
    assert.deepEqual(checkRecord(unknownEvent, { service_type: 'elb', trace_name: 'makeCoffee' }), [
      {
        message:
          "Unknown elb event \"makeCoffee\". Public lists are incomplete; add your region's list with 'ctsTrace.catalogs' or '--catalog'",
        marked: '"makeCoffee"',
        severity: 'hint',
        fixes: [],
      },
    ]);
    const [finding] = checkRecord(unknownEvent, { service_type: 'ELB', trace_name: 'createMembr' });
    assert.deepEqual(
      finding?.fixes.map(([title]) => title),
      ['Replace with "createMember" (edits the record)'],
    );
    assert.equal(finding?.severity, 'hint');
  });

  it('calls an operation of the API what it is, and offers no fix', () => {
    const undocumented = [
      ...['RegisterImage', 'BatchAddOrDeleteTags', 'AddImageTag', 'CreateOrUpdateTags', 'BatchDeleteTags'],
      ...['DeleteImageTag', 'ListImageByTags', 'registerImage'],
    ];
    for (const trace_name of undocumented) {
      assert.deepEqual(checkRecord(unknownEvent, { ...ims, trace_name }), [
        {
          message: `"${trace_name}" is an API operation, not an event name. Its event is not documented`,
          marked: `"${trace_name}"`,
          severity: 'warning',
          fixes: [],
        },
      ]);
    }
    const inferred = checkRecord(unknownEvent, { ...ims, trace_name: 'BatchDeleteMembers' });
    assert.deepEqual(
      inferred.map(({ message, fixes }) => [message, fixes]),
      [
        [
          '"BatchDeleteMembers" is an API operation, not an event name. Its event is probably "deleteMemeber" (inferred)',
          [],
        ],
      ],
    );
  });

  it('takes a name for an operation of the API in traces of IMS only', () => {
    const [finding] = checkRecord(unknownEvent, { service_type: 'ELB', trace_name: 'RegisterImage' });
    assert.match(finding?.message ?? '', /^Unknown ELB event "RegisterImage"\. /);
  });

  it('says which other services report the name', () => {
    const messageOn = (service_type: string, trace_name: string) =>
      checkRecord(unknownEvent, { service_type, trace_name })[0]?.message;
    assert.equal(
      messageOn('IMS', 'createMember'),
      'Unknown IMS event "createMember". Did you mean "addMember"? It is also an event of ELB; check service_type',
    );
    assert.equal(
      messageOn('IMS', 'rebootServer'),
      'Unknown IMS event "rebootServer". It is an event of ECS; check service_type',
    );
    assert.equal(
      messageOn('ELB', 'exportImage'),
      'Unknown ELB event "exportImage". It is an event of IMS; check service_type',
    );
    assert.match(messageOn('IMS', 'createInstance') ?? '', /an event of \w+, \w+, \w+ and \d+ more/);
  });

  it('is silent on every name that some list has', () => {
    for (const { service, name } of builtInCatalog.events())
      assert.deepEqual(checkRecord(unknownEvent, { service_type: service, trace_name: name }), []);
  });

  it('is silent without a meaningful name', () => {
    for (const trace_name of ['', '  ', '***', '<masked>', 'xxx', null, 7, [], {}, undefined]) {
      assert.deepEqual(checkRecord(unknownEvent, { ...ims, trace_name }), []);
    }
    assert.deepEqual(checkRecordText(unknownEvent, '{"service_type":"IMS","trace_name":"unfinis'), []);
  });

  it('is only a hint for queries, which the lists omit', () => {
    const record = { ...ims, trace_name: 'listImages' };
    const severities = [true, 'true', 'TRUE', ' True ', false, 'false', 'untrue', undefined].map(
      (read_only) => checkRecord(unknownEvent, { ...record, read_only })[0]?.severity,
    );
    assert.deepEqual(severities, [...Array(4).fill('hint'), ...Array(4).fill('warning')]);
  });

  it('is not more severe for part of a record than for the whole', () => {
    const start = '{"service_type":"IMS","trace_name":"listImages"';
    assert.equal(severityOf(`${start},"read_on`), 'hint');
    assert.equal(severityOf(`${start},"read_only":true`), 'hint');
    assert.equal(severityOf(`${start},"read_only":false,"code`), 'warning');
    assert.equal(severityOf(`${start}}`), 'warning');
  });

  it('uses the last of a repeated name', () => {
    const text = '{"service_type":"IMS","trace_name":"createImage","trace_name":"createImages"}';
    assert.deepEqual(
      checkRecordText(unknownEvent, text).map(({ marked }) => marked),
      ['"createImages"'],
    );
  });

  it('truncates a very long name and replaces control characters', () => {
    const name = `a\u0007\u202E${'b'.repeat(1_000_000)}`;
    const [{ message } = { message: '' }] = checkRecord(unknownEvent, { ...ims, trace_name: name });
    assert.equal(
      message,
      `Unknown IMS event "a\uFFFD\uFFFD${'b'.repeat(97)}…". Check your region's event list`,
    );
  });
});
