import assert from 'node:assert/strict';
import { readTrace } from '../../../src/core/reading/read-trace';
import { findAsyncFacts, findResultLink, isSameRequest } from '../../../src/core/record/async-request';

const job = '0123456789abcdef0123456700000021';

const call = {
  trace_id: '20e965aa-e48f-11f1-96d6-02005e100001',
  trace_name: 'exportImage',
  service_type: 'IMS',
  resource_type: 'ims',
  resource_id: '11111111-2222-4333-8444-000000000002',
  trace_rating: 'normal',
  time: 1795143880881,
  user: { name: 'bob' },
  request: { bucket_url: 'example-exports:hardened.qcow2' },
};
const result = {
  ...call,
  trace_id: '753425e1-e48f-11f1-b27b-02005e100001',
  trace_rating: 'warning',
  time: call.time + 141_419,
};

type Change = Readonly<Record<string, unknown>>;

function factsOf(record: object) {
  const facts = findAsyncFacts(readTrace(JSON.stringify(record)));
  assert.ok(facts);
  return facts;
}

function link(resultChange: Change, callChange: Change) {
  return findResultLink(factsOf({ ...result, ...resultChange }), factsOf({ ...call, ...callChange }));
}

const ofJob = { response: `{"job_id":"${job}"}` };

describe('the result of an accepted call', () => {
  it('names the same job, in any form', () => {
    assert.equal(link({ response: { jobId: job, status: 'FAIL' } }, ofJob), 'certain');
    assert.equal(link({ ...ofJob, trace_rating: 'normal', code: 200 }, { ...ofJob, code: '200' }), 'certain');
    assert.equal(link({ ...ofJob, request: 'other', user: { name: 'eve' } }, ofJob), 'certain');
  });

  it('names the same request after the answer 202', () => {
    const request_id = 'req-33333333-4444-4555-8666-000000000010';
    assert.equal(link({ request_id }, { request_id, code: 202 }), 'certain');
    assert.equal(link({ request_id, code: 202 }, { request_id, code: 202 }), undefined);
    assert.equal(link({ request_id }, { request_id }), undefined);
    assert.equal(link({ request_id: `${request_id}1` }, { request_id, code: 202 }), undefined);
  });

  it('may have the same body, if only the call was answered with 202', () => {
    assert.equal(link({}, { code: 202 }), 'unless-repeated');
    assert.equal(link({ code: 200 }, { code: '202' }), 'unless-repeated');
    assert.equal(link({ code: 409 }, { code: 202 }), undefined);
    assert.equal(link({ code: 202 }, { code: 202 }), undefined);
    assert.equal(link({}, {}), undefined);
    for (const request of [{ bucket_url: 'other' }, '', null, '{}', '***'])
      assert.equal(link({ request }, { code: 202, request: call.request }), undefined, String(request));
    for (const request of ['', null, {}, '***'])
      assert.equal(link({ request }, { code: 202, request }), undefined, String(request));
    assert.equal(link({ user: { name: 'eve' } }, { code: 202 }), undefined);
    assert.equal(link({ user: null }, { code: 202, user: null }), undefined);
    assert.equal(link({ time: call.time + 24 * 3_600_000 + 1 }, { code: 202 }), undefined);
  });

  it('agrees in event, resource, resource type and service', () => {
    const change = { trace_name: 'x', resource_id: 'x', resource_type: 'image', service_type: 'EVS' };
    for (const [name, value] of Object.entries(change))
      assert.equal(link({ ...ofJob, [name]: value }, ofJob), undefined, name);
    assert.equal(link({ ...ofJob, service_type: 'ims' }, ofJob), 'certain');
  });

  it('is later than a call that did not fail, and no copy of it', () => {
    assert.equal(link({ ...ofJob, time: call.time }, ofJob), undefined);
    assert.equal(link({ ...ofJob, time: call.time - 1 }, ofJob), undefined);
    assert.equal(link(ofJob, { ...ofJob, trace_rating: 'warning' }), undefined);
    assert.equal(link({ ...ofJob, trace_id: call.trace_id }, ofJob), undefined);
  });

  it('has another job if the jobs differ, whatever else agrees', () => {
    assert.equal(link({ response: { job_id: `${job}0` } }, { ...ofJob, code: 202 }), undefined);
    for (const job_id of ['***', '1', 7, null])
      assert.equal(link({ response: { job_id } }, { response: { job_id } }), undefined, String(job_id));
  });

  it('is not searched for without an event, a resource or an exact time', () => {
    for (const change of [{ trace_name: '' }, { resource_id: '***' }, { time: '2020/10/21 03:40:19' }])
      assert.equal(findAsyncFacts(readTrace(JSON.stringify({ ...call, ...change }))), undefined);
  });
});

describe('the same request', () => {
  it('is the same body by the same user', () => {
    assert.ok(isSameRequest(factsOf(result), factsOf(call)));
    assert.ok(!isSameRequest(factsOf(call), factsOf(call)), 'a trace itself');
    assert.ok(!isSameRequest(factsOf({ ...result, request: '{"a":1}' }), factsOf(call)));
  });
});
