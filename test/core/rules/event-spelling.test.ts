import assert from 'node:assert/strict';
import { imsEvents } from '../../../src/core/catalog/rows/ims-events';
import { eventSpelling } from '../../../src/core/rules/event-spelling';
import { checkRecord, checkRecordText } from '../../support/harness';

function searchFor(name: string, twin: string) {
  return {
    message: `Event "${name}" is also documented as "${twin}". Search for both spellings`,
    marked: `"${name}"`,
    severity: 'hint',
    fixes: [],
  };
}

describe('event-spelling', () => {
  it('names the other spelling, in both directions', () => {
    assert.deepEqual(
      checkRecord(eventSpelling, { service_type: 'IMS', resource_type: 'ims', trace_name: 'deleteMemeber' }),
      [searchFor('deleteMemeber', 'deleteMember')],
    );
    for (const resource_type of ['image', 'ims']) {
      assert.deepEqual(
        checkRecord(eventSpelling, { service_type: 'ims', resource_type, trace_name: 'deleteMember' }),
        [searchFor('deleteMember', 'deleteMemeber')],
      );
    }
  });

  it('is silent on every other name', () => {
    const others = imsEvents.filter(({ name }) => !name.startsWith('deleteMem'));
    for (const { service, resourceType, name } of others) {
      const record = { service_type: service, resource_type: resourceType, trace_name: name };
      assert.deepEqual(checkRecord(eventSpelling, record), []);
    }
  });

  it('is silent on the same name of another service, and without a name', () => {
    assert.deepEqual(checkRecord(eventSpelling, { service_type: 'ELB', trace_name: 'deleteMember' }), []);
    assert.deepEqual(checkRecord(eventSpelling, { service_type: 'IMS', trace_name: null }), []);
    assert.deepEqual(checkRecordText(eventSpelling, '{"service_type":"IMS","trace_name":"deleteMember'), []);
  });
});
