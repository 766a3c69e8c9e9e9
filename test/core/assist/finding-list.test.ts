import assert from 'node:assert/strict';
import {
  type FindingFilter,
  type FindingRow,
  findingListTitle,
  findingRows,
  maxListed,
} from '../../../src/core/assist/finding-list';
import { runSteps } from '../../../src/core/text/steps';
import { checkText, english } from '../../support/harness';

const trace = {
  trace_name: 'createImages',
  service_type: 'IMS',
  resource_type: 'ims',
  trace_rating: 'normal',
  trace_type: 'Console',
  time: 1795136523120,
};

function list(count: number, filter: FindingFilter): readonly FindingRow[] {
  const text = Array.from({ length: count }, () => JSON.stringify(trace)).join('\n');
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  return runSteps(findingRows(checkText(text), filter, { localizer: english, lineOf })).rows;
}

describe('the list of findings', () => {
  it('has all of them, with rule, severity and line', () => {
    const at = JSON.stringify(trace).length + 1;
    const name = {
      label: 'Unknown IMS event "createImages". Did you mean "createImage"?',
      span: { offset: 14, length: 14 },
    };
    const rows = list(2, { rule: 'unknown-event' });
    assert.deepEqual(rows, [
      { ...name, description: 'unknown-event · warning · line 1' },
      { ...name, description: 'unknown-event · warning · line 2', span: { offset: at + 14, length: 14 } },
    ]);
    assert.deepEqual(
      list(2, {}).map(({ description }) => description),
      ['unknown-event', 'unknown-value', 'unknown-event', 'unknown-value'].map(
        (rule, index) => `${rule} · warning · line ${index < 2 ? 1 : 2}`,
      ),
    );
    assert.equal(findingListTitle({ rows, isComplete: true }, english), '2 findings');
    assert.equal(findingListTitle({ rows: rows.slice(0, 1), isComplete: true }, english), '1 finding');
  });

  it('has the gravest first, those of a severity in order', () => {
    const text = [
      { ...trace, code: 'x', 'resource_id ': 1 },
      { ...trace, trace_name: undefined },
    ]
      .map((record) => JSON.stringify(record))
      .join('\n');
    const file = checkText(`${text}\n{"trace_name":"createImage",,}`);
    const rowsOf = () =>
      runSteps(findingRows(file, {}, { localizer: english, lineOf: () => 1 })).rows.map(
        ({ description, span }) => [description, span.offset] as const,
      );
    const grades = ['error', 'warning', 'information', 'hint'];
    const expected = [...file.eachFinding()]
      .map(({ rule, severity, span }) => ({ rule, severity, offset: span.offset }))
      .sort(
        (one, other) =>
          grades.indexOf(one.severity) - grades.indexOf(other.severity) || one.offset - other.offset,
      );
    assert.ok(new Set(expected.map(({ severity }) => severity)).size > 1);
    assert.deepEqual(
      rowsOf(),
      expected.map(({ rule, severity, offset }) => [`${rule} · ${severity} · line 1`, offset]),
    );
  });

  it('has a grave one after more than there is room for', () => {
    const quiet = JSON.stringify({ ...trace, trace_name: 'createImage' });
    const text = `{${'"code":"1",'.repeat(maxListed + 5)}${quiet.slice(1)}\n{"trace_name" "x"}`;
    const found = runSteps(findingRows(checkText(text), {}, { localizer: english, lineOf: () => 1 }));
    assert.equal(found.rows[0]?.description, 'json-syntax · error · line 1');
    assert.equal(found.isComplete, false);
    assert.equal(found.rows.length, maxListed);
  });

  it('has line numbers as they are typed', () => {
    const steps = findingRows(
      checkText(JSON.stringify(trace)),
      {},
      { localizer: english, lineOf: () => 12345 },
    );
    assert.equal(runSteps(steps).rows[0]?.description, 'unknown-event · warning · line 12345');
  });

  it('names the line of the first copy, as the editor does', () => {
    const copy = { ...trace, trace_name: 'createImage', trace_id: '20e965aa-e48f-11f1-96d6-0242ac110002' };
    const text = `${JSON.stringify(copy)}\n\n${JSON.stringify(copy)}`;
    const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
    const steps = findingRows(checkText(text), { rule: 'duplicate-trace' }, { localizer: english, lineOf });
    assert.deepEqual(
      runSteps(steps).rows.map(({ label, description }) => [label, description]),
      [
        [
          'Same trace as in line 1. CTS can deliver a trace twice; count it once',
          'duplicate-trace · information · line 3',
        ],
      ],
    );
  });

  it('has those of a severity only', () => {
    assert.deepEqual(list(1, { severity: 'hint' }), []);
    assert.equal(list(1, { severity: 'warning' }).length, 2);
  });

  it('ends, and says so only if there are more', () => {
    const listOf = (count: number) => {
      const text = `{${'"code":"1",'.repeat(count + 1)}${JSON.stringify(trace).slice(1)}`;
      const found = runSteps(
        findingRows(checkText(text), { rule: 'duplicate-key' }, { localizer: english, lineOf: () => 1 }),
      );
      return [found.rows.length, findingListTitle(found, english)];
    };
    assert.deepEqual(listOf(maxListed), [maxListed, '10,000 findings']);
    const title = "First 10,000 findings. 'cts-trace check' lists them all";
    assert.deepEqual(listOf(maxListed + 1), [maxListed, title]);
  });
});
