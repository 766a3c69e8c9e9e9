import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Acceptance } from '../../../src/core/accepted/acceptance';
import { AcceptedFindings } from '../../../src/core/accepted/accepted-findings';
import { acceptedFileText, readAcceptedFile } from '../../../src/core/accepted/accepted-format';
import { english, marked } from '../../support/harness';
import { runs } from '../../support/runs';

const entry: Acceptance = {
  rule: 'unknown-event',
  traceId: '8b2f7e10-9a56-11f0-b1c4-0242ac120002',
  keyPath: '/trace_name',
  reason: 'renamed in our region',
  author: 'mei',
  date: '2026-11-20',
};

const acceptance: fc.Arbitrary<Acceptance> = fc.record(
  {
    rule: fc.constantFrom('unknown-event', 'exposed-secret', 'rule-of-tomorrow'),
    traceId: fc.uuid(),
    keyPath: fc.string({ unit: 'binary' }).map((path) => (path === '' ? '' : `/${path}`)),
    reason: fc.string({ unit: 'binary', minLength: 1 }).filter((reason) => reason.trim() !== ''),
    date: fc.constant('2026-11-20'),
  },
  { noNullPrototype: true },
);

/** What is wrong with a file, each message with the text it is about. */
function problemsIn(text: string): readonly string[] {
  const { problems = [] } = readAcceptedFile(text, english);
  return problems.map(({ message, span }) => `${message} @ ${marked(text, span).slice(0, 12)}`);
}

describe('a file of accepted findings', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(acceptance), (acceptances) =>
        assert.deepEqual(readAcceptedFile(acceptedFileText(acceptances), english), { acceptances }),
      ),
      runs.parameters(200),
    );
  });

  it('has a line for each', () => {
    assert.deepEqual(acceptedFileText([entry, entry]).split('\n'), [
      '{',
      '  "version": 1,',
      '  "accepted": [',
      `    ${JSON.stringify(entry)},`,
      `    ${JSON.stringify(entry)}`,
      '  ]',
      '}',
      '',
    ]);
  });

  it('takes ids in any case', () => {
    const text = JSON.stringify({
      version: 1,
      accepted: [{ ...entry, traceId: entry.traceId.toUpperCase() }],
    });
    assert.deepEqual(readAcceptedFile(text, english), { acceptances: [entry] });
  });

  const list = (changes: object) =>
    JSON.stringify({ version: 1, accepted: [{ ...entry, ...changes }] }, null, 1);
  for (const [text, problem] of [
    ['{"version":1,"accepted":[}', 'invalid JSON @ }'],
    ['[]', 'expected an object with "version": 1 and a list "accepted" @ ['],
    ['{"version":2,"accepted":[]}', 'expected an object with "version": 1 and a list "accepted" @ {'],
    ['{"version":1,"accepted":{}}', 'expected an object with "version": 1 and a list "accepted" @ {'],
    ['{"version":1,"accepted":[],"more":1}', '"more" is not known @ 1'],
    ['{"version":1,"accepted":["x"]}', '"accepted[0]" must be an object @ "x"'],
    [list({ traceId: '7' }), '"accepted[0].traceId" must be a UUID @ "7"'],
    [list({ rule: undefined }), '"accepted[0].rule" must be a non-empty string @ {'],
    [list({ reason: ' ' }), '"accepted[0].reason" must be a non-empty string @ " "'],
    [
      list({ keyPath: 'a' }),
      '"accepted[0].keyPath" must be a JSON pointer such as "/request/name", or an empty string @ "a"',
    ],
    [list({ date: 'today' }), '"accepted[0].date" must be a date such as "2026-11-20" @ "today"'],
    [list({ value: 'secret' }), '"accepted[0].value" is not known @ "secret"'],
  ] as const)
    it(`is rejected as a whole: ${problem}`, () =>
      assert.deepEqual(problemsIn(text), [
        `Invalid file of accepted findings; none of it is used: ${problem}`,
      ]));

  it('that is not one never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => assert.ok(problemsIn(text).length > 0)),
      runs.parameters(200),
    );
  });
});

describe('accepted findings', () => {
  it('match by rule, trace and place, and know which were not found', () => {
    const other = { ...entry, keyPath: '' };
    const findings = new AcceptedFindings([entry, other, { ...entry, reason: 'again' }]);
    assert.equal(findings.match({ ...entry, rule: 'x' }), undefined);
    assert.equal(findings.match({ ...entry, keyPath: '/trace_names' }), undefined);
    assert.deepEqual(findings.unmatched(), [entry, other]);
    assert.equal(findings.match(entry), entry);
    assert.deepEqual(findings.unmatched(), [other]);
  });
});
