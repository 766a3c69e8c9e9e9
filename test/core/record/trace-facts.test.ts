import assert from 'node:assert/strict';
import { readTrace } from '../../../src/core/reading/read-trace';
import { factsOf } from '../../../src/core/record/trace-facts';

const facts = (record: object) => factsOf(readTrace(JSON.stringify(record)));

describe('factsOf', () => {
  it('says who did what to which resource, when, and how it ended', () => {
    const { user, time, ...rest } = facts({
      trace_name: 'deleteImage',
      service_type: 'IMS',
      resource_type: 'ims',
      resource_name: 'web-base',
      resource_id: ' 7c9e ',
      source_ip: '203.0.113.8',
      user: '{"name":"alice"}',
      time: 1763632861123,
      trace_rating: 'warning',
      code: '403',
    });
    assert.deepEqual(rest, {
      event: 'deleteImage',
      service: 'IMS',
      resourceType: 'ims',
      resourceName: 'web-base',
      resourceId: '7c9e',
      sourceIp: '203.0.113.8',
      outcome: { rating: 'warning', status: 403 },
    });
    assert.equal(user?.name, 'alice');
    assert.equal(time?.epochMilliseconds, 1763632861123);
  });

  it('has nothing for absent, empty and masked values, and takes numbers as ids', () => {
    const { event, resourceName, resourceId, user, time } = facts({
      trace_name: '',
      resource_name: '***',
      resource_id: 17,
      user: 7,
    });
    assert.deepEqual(
      { event, resourceName, resourceId, user, time },
      { event: undefined, resourceName: undefined, resourceId: '17', user: undefined, time: undefined },
    );
  });

  it('takes the time of recording for that of the event if there is no other', () => {
    assert.equal(facts({ record_time: 1763632861123 }).time?.epochMilliseconds, 1763632861123);
  });
});
