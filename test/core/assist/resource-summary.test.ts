import assert from 'node:assert/strict';
import { indexResources } from '../../../src/core/assist/related-traces';
import { summarizeResource } from '../../../src/core/assist/resource-summary';
import type { ResourceSummary } from '../../../src/core/explain/parts/explanation';
import { runSteps } from '../../../src/core/text/steps';
import { checkText } from '../../support/harness';

/** The summary for the last of the records. */
function summaryOf(...records: readonly object[]): ResourceSummary | undefined {
  const file = checkText(JSON.stringify(records.map((record) => ({ ...base, ...record }))));
  const index = runSteps(indexResources(file));
  const trace = [...file.traces()].at(-1)?.trace;
  return trace && runSteps(summarizeResource({ file, index, trace }));
}

const base = {
  trace_name: 'createImage',
  trace_type: 'ApiCall',
  service_type: 'IMS',
  trace_rating: 'normal',
};

describe('the summary of a resource', () => {
  const id = 'f47ac10b-58cc-4372-a567-0e02b2c3d479';
  const [early, late] = [1795136523120, 1795305600000];

  it('counts its traces and finds the first and last in time', () => {
    const summary = summaryOf(
      { resource_id: id, time: late },
      { resource_id: 'other', time: 1 },
      { resource_id: id, time: '2020/10/21 11:40:19 GMT+08:00' },
      { resource_id: id, time: early },
    );
    assert.deepEqual(summary, { count: 3, first: 1603251619000, last: late });
  });

  it('gives no times unless all are exact', () => {
    assert.deepEqual(
      summaryOf({ resource_id: id, time: '2020/10/21 11:40:19' }, { resource_id: id, time: early }),
      { count: 2 },
    );
  });

  it('is absent without a resource', () => {
    assert.equal(summaryOf({ resource_id: '***', time: early }), undefined);
    assert.equal(summaryOf({ time: early }), undefined);
  });
});
