import assert from 'node:assert/strict';
import { findAsyncPartners } from '../../../src/core/assist/async-results';
import { indexResources } from '../../../src/core/assist/related-traces';
import { runSteps } from '../../../src/core/text/steps';
import { checkText } from '../../support/harness';

let lastId = 0;

interface RecordOptions {
  readonly at: number;
  readonly job?: string;
  readonly rating?: string;
  readonly code?: number;
  readonly id?: string;
  readonly resource?: string;
}

function record({ at, job, rating = 'normal', code, id, resource = 'image-1' }: RecordOptions): object {
  lastId++;
  return {
    trace_id: id ?? `20e965aa-e48f-11f1-96d6-${String(lastId).padStart(12, '0')}`,
    trace_name: 'exportImage',
    trace_type: 'ApiCall',
    service_type: 'IMS',
    resource_type: 'ims',
    resource_id: resource,
    trace_rating: rating,
    code,
    time: 1795143880000 + at * 1000,
    user: { name: 'bob' },
    request: { bucket_url: 'example-exports:hardened.qcow2' },
    response: job === undefined ? null : { job_id: `${job}-${job}-${job}` },
  };
}

/** What is found for each record: the role, then numbers, seconds and ratings of the others. */
function partnersIn(...options: readonly RecordOptions[]) {
  const file = checkText(JSON.stringify(options.map(record)));
  const index = runSteps(indexResources(file));
  return [...file.traces()].map(({ trace }) => {
    const partners = runSteps(findAsyncPartners({ file, index, trace }));
    return (
      partners && [
        partners.role,
        ...partners.found.map(({ located, difference, outcome }) =>
          [located.number, difference / 1000, outcome.rating].join(' '),
        ),
      ]
    );
  });
}

describe('the traces of one asynchronous request', () => {
  it('lead from the call to the result and back', () => {
    assert.deepEqual(
      partnersIn(
        { at: 0, job: 'aaa' },
        { at: 5, job: 'bbb' },
        { at: 141, job: 'aaa', rating: 'warning' },
        { at: 150, job: 'ccc' },
      ),
      [['result', '2 141 warning'], undefined, ['call', '0 -141 normal'], undefined],
    );
  });

  it('are found in any order, all of them, copies once', () => {
    const copy = '753425e1-e48f-11f1-b27b-02005e100001';
    assert.deepEqual(
      partnersIn(
        { at: 90, job: 'aaa', rating: 'incident', id: copy },
        { at: 60, job: 'aaa' },
        { at: 90, job: 'aaa', rating: 'incident', id: copy },
        { at: 0, job: 'aaa' },
      ),
      [
        ['call', '3 -90 normal'],
        ['call', '3 -60 normal'],
        ['call', '3 -90 normal'],
        ['result', '1 60 normal', '0 90 incident'],
      ],
    );
  });

  it('are not guessed if the same request was made again', () => {
    const once = [{ at: 0, code: 202 }, { at: 9 }];
    assert.deepEqual(partnersIn(...once), [
      ['result', '1 9 normal'],
      ['call', '0 -9 normal'],
    ]);
    const nothing = [undefined, undefined, undefined];
    assert.deepEqual(partnersIn(...once, { at: 20 }), nothing);
    assert.deepEqual(partnersIn(...once, { at: 20, code: 202 }), nothing);
    assert.deepEqual(partnersIn(...once, { at: 5, code: 409, rating: 'warning' }), nothing);
  });

  it('have the same resource', () => {
    assert.deepEqual(partnersIn({ at: 0, job: 'aaa' }, { at: 9, job: 'aaa', resource: 'image-2' }), [
      undefined,
      undefined,
    ]);
  });
});
