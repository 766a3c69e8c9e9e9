import assert from 'node:assert/strict';
import { readTrace } from '../../../src/core/reading/read-trace';
import type { Filter } from '../../../src/core/rows/filter';
import { Selector } from '../../../src/core/rows/selector';
import { rowSettings } from '../../support/rows';

const place = { path: 'a.json', line: 1, column: 1, offset: 0 };
const records = [
  { trace_name: 'deleteImage', service_type: 'IMS', time: Date.UTC(2026, 10, 20) },
  { trace_name: 'listImages', service_type: 'IMS', time: Date.UTC(2026, 10, 20) },
  { trace_name: 'login', service_type: 'IAM', time: Date.UTC(2026, 10, 20) },
  { trace_name: 'deleteImage', service_type: 'IMS', time: Date.UTC(2026, 10, 25) },
  { trace_name: 'createImage', service_type: 'IMS' },
  { trace_name: 'logout', service_type: 'IAM' },
];

/** The events that a filter means, and how many traces it cannot say that of. */
function selected(filter: Filter, findingsOf?: (record: unknown) => readonly string[]) {
  const findings = findingsOf && {
    findingsOf: (trace: { readonly text: string }) => findingsOf(JSON.parse(trace.text)),
  };
  const selector = new Selector({ ...rowSettings, filter, ...findings });
  const selected = records.map((record) => selector.select(readTrace(JSON.stringify(record)), place));
  const rows = selected.filter((row) => typeof row === 'object');
  return {
    events: rows.map(({ event, findings: ids }) => (ids ? [event, ids] : event)),
    untimed: selected.filter((row) => row === 'untimed').length,
    unknownAccess: selected.filter((row) => row === 'unknown-access').length,
  };
}

const window = { from: Date.UTC(2026, 10, 19), until: Date.UTC(2026, 10, 21) };

describe('a selection of traces', () => {
  it('is all of them without a filter', () => {
    const { events, ...undecided } = selected({});
    assert.equal(events.length, records.length);
    assert.deepEqual(undecided, { untimed: 0, unknownAccess: 0 });
  });

  it('counts traces without a time beside those of a window', () => {
    assert.deepEqual(selected({ window }), {
      events: ['deleteImage', 'listImages', 'login'],
      untimed: 2,
      unknownAccess: 0,
    });
    assert.deepEqual(selected({ window, services: ['IAM'] }), {
      events: ['login'],
      untimed: 1,
      unknownAccess: 0,
    });
  });

  it('counts traces that do not say whether they changed something beside changes', () => {
    assert.deepEqual(selected({ isChangesOnly: true }), {
      events: ['deleteImage', 'deleteImage', 'createImage'],
      untimed: 0,
      unknownAccess: 2,
    });
    assert.deepEqual(selected({ isChangesOnly: true, window }), {
      events: ['deleteImage'],
      untimed: 2,
      unknownAccess: 1,
    });
  });

  it('has the findings if they are wanted, of the traces that it has', () => {
    const checked: unknown[] = [];
    const findingsOf = (record: unknown) => {
      checked.push(record);
      return checked.length === 1 ? ['missing-field'] : [];
    };
    assert.deepEqual(selected({ services: ['IAM'] }, findingsOf).events, [
      ['login', ['missing-field']],
      ['logout', []],
    ]);
    assert.deepEqual(checked, [records[2], records[5]]);
    assert.deepEqual(selected({ findings: ['x'] }, () => ['y', 'x']).events.length, records.length);
    assert.deepEqual(selected({ findings: ['x'] }, () => []).events, []);
  });
});
