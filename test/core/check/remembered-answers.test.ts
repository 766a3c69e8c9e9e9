import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createCatalog } from '../../../src/core/catalog/catalog';
import { RememberedAnswers } from '../../../src/core/check/remembered-answers';
import { readTrace } from '../../../src/core/reading/read-trace';
import { traceRules } from '../../../src/core/rules/rules';
import { runs } from '../../support/runs';

const catalog = createCatalog();
const rules = traceRules.filter(({ fields }) => fields !== undefined);

/** Records that are alike in names and ratings, or not, and have anything else. */
const record = fc.record(
  {
    service_type: fc.constantFrom('IMS', 'ims', 'ECS', 'Nowhere', '', '***', null, 5),
    resource_type: fc.constantFrom('ims', 'image', 'ecs', 'imageMember', '', null),
    trace_name: fc.constantFrom('createImage', 'createImages', 'deleteServer', 'delServer', '***', 7, {}),
    trace_rating: fc.constantFrom('normal', 'Normal', 'x'.repeat(200), ['normal']),
    trace_status: fc.constantFrom('normal', 'bad'),
    trace_type: fc.constantFrom('ConsoleAction', 'SystemCall', 'Other'),
    read_only: fc.constantFrom(true, 'false'),
    time: fc.constantFrom(0, 1763600000000, '2025-11-20'),
    request: fc.constantFrom('{"password":"Invented#4711"}', '{'),
    user: fc.constantFrom({ name: 'someone' }, '{}'),
  },
  { requiredKeys: [] },
);

describe('the remembered answers of rules', function () {
  this.timeout(runs.timeout);

  it('are those of the rules themselves, whatever was asked before', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 40 }), (records) => {
        const answers = new RememberedAnswers(catalog);
        for (const text of records.map((each) => JSON.stringify(each))) {
          const trace = readTrace(text);
          const matching = rules.filter((rule) => rule.check(trace, catalog).length > 0);
          assert.deepEqual(
            answers.matchingRules(trace).map(({ id }) => id),
            matching.map(({ id }) => id),
            text,
          );
        }
      }),
      runs.parameters(200),
    );
  });
});
