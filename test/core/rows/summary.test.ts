import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countDistinct, maxDistinct } from '../../../src/core/rows/distinct';
import type { Row } from '../../../src/core/rows/row';
import {
  addRow,
  createSummary,
  type Group,
  groupsInOrder,
  mergeInto,
  type Summary,
} from '../../../src/core/rows/summary';
import { type SummaryKey, summaryKeys } from '../../../src/core/rows/summary-key';
import { rowOfRecord } from '../../support/rows';
import { runs } from '../../support/runs';

function summaryOf(rows: readonly Row[], by: SummaryKey = 'user'): Summary {
  const summary = createSummary(by);
  for (const row of rows) addRow(summary, row);
  return summary;
}

/** The summary of all traces of two, which stay as they are. */
function mergeSummaries(one: Summary, other: Summary): Summary {
  const merged = structuredClone(one);
  mergeInto(merged, structuredClone(other));
  return merged;
}

/** A group as plain values. */
function plainGroup({ notableBy, events, resources, ips, ...rest }: Group) {
  return {
    ...rest,
    notableBy: { ...notableBy },
    events: countDistinct(events),
    resources: countDistinct(resources),
    ips: countDistinct(ips),
  };
}

function plain(summary: Summary): unknown {
  return { by: summary.by, groups: groupsInOrder(summary).map(plainGroup) };
}

const keysOf = (rows: readonly Row[], by: SummaryKey) =>
  groupsInOrder(summaryOf(rows, by)).map(({ key, within, names, count }) => [key, within, names, count]);

const record = (fields: object) =>
  rowOfRecord({
    service_type: 'IMS',
    resource_type: 'ims',
    trace_name: 'updateImage',
    trace_rating: 'normal',
    ...fields,
  });
const byUser = (name: string, fields: object = {}) =>
  record({ user: { name, domain: { name: 'acme' } }, ...fields });

describe('a summary', () => {
  it('counts what each did, with the first and last time of its own traces', () => {
    const rows = [
      byUser('mei', { time: 1795136520000, source_ip: '203.0.113.8', resource_id: 'a' }),
      byUser('mei', {
        time: 1795136510000,
        source_ip: '203.0.113.9',
        resource_id: 'b',
        trace_name: 'deleteImage',
      }),
      byUser('mei', {
        time: 1795136515000,
        source_ip: '203.0.113.8',
        resource_id: 'a',
        trace_rating: 'warning',
      }),
      byUser('li', { time: 1795136530000, trace_name: 'login', service_type: 'IAM' }),
    ];
    assert.deepEqual(plain(summaryOf(rows)), {
      by: 'user',
      groups: [
        {
          key: 'mei',
          within: 'acme',
          count: 3,
          first: 1795136510000,
          last: 1795136520000,
          untimed: 0,
          inexact: 0,
          changes: 3,
          failures: 1,
          notable: 2,
          notableBy: { failed: 1, 'sensitive-image-event': 1 },
          events: 2,
          resources: 2,
          ips: 2,
          names: [],
          hasMoreNames: false,
        },
        {
          key: 'li',
          within: 'acme',
          count: 1,
          first: 1795136530000,
          last: 1795136530000,
          untimed: 0,
          inexact: 0,
          changes: 0,
          failures: 0,
          notable: 0,
          notableBy: {},
          events: 1,
          resources: 0,
          ips: 0,
          names: [],
          hasMoreNames: false,
        },
      ],
    });
  });

  it('counts traces without a time, which do not become the first', () => {
    const [group] = groupsInOrder(
      summaryOf([
        byUser('mei', { time: 'soon' }),
        byUser('mei', { time: 1795136520000 }),
        byUser('mei', { time: 0 }),
      ]),
    );
    assert.deepEqual(
      { count: group?.count, untimed: group?.untimed, first: group?.first, last: group?.last },
      { count: 3, untimed: 2, first: 1795136520000, last: 1795136520000 },
    );
    const [without] = groupsInOrder(summaryOf([byUser('mei')]));
    assert.deepEqual([without?.first, without?.last], [undefined, undefined]);
  });

  it('counts times without a zone', () => {
    const [group] = groupsInOrder(summaryOf([byUser('mei', { time: '2026-11-20T08:00:00' })]));
    assert.deepEqual([group?.inexact, group?.first], [1, Date.UTC(2026, 10, 20, 8)]);
  });

  it('has the groups with most traces first, then by key, those that do not say last', () => {
    const rows = ['b', 'a', 'c', 'c'].map((name) => byUser(name));
    assert.deepEqual(keysOf([...rows, record({})], 'user'), [
      ['c', 'acme', [], 2],
      ['a', 'acme', [], 1],
      ['b', 'acme', [], 1],
      [undefined, undefined, [], 1],
    ]);
  });

  it('tells users of two accounts apart, and the service that acts for itself', () => {
    const rows = [
      record({ user: { name: 'mei', domain: { name: 'acme' } } }),
      record({ user: { name: 'mei', domain: { name: 'umbrella' } } }),
      record({ user: '', trace_type: 'SystemAction' }),
    ];
    assert.deepEqual(keysOf(rows, 'user'), [
      ['IMS', undefined, [], 1],
      ['mei', 'acme', [], 1],
      ['mei', 'umbrella', [], 1],
    ]);
  });

  it('has a resource once, under all its names', () => {
    const id = '0b6e7a3c-8d21-4c0f-9a3e-1f2d3c4b5a69';
    const rows = [
      record({ resource_id: id, resource_name: 'old' }),
      record({ resource_id: id, resource_name: 'new', resource_type: 'image' }),
      record({ resource_id: '7', resource_name: 'seven' }),
      record({ resource_id: '7', service_type: 'ECS' }),
      record({ resource_name: 'nameless' }),
    ];
    assert.deepEqual(keysOf(rows, 'resource'), [
      [id, undefined, ['new', 'old'], 2],
      ['7', 'ECS', [], 1],
      ['7', 'IMS', ['seven'], 1],
      ['nameless', 'IMS', ['nameless'], 1],
    ]);
  });

  it('names the users of an access key, the operation of an event', () => {
    const key = { access_key_id: 'EXAMPLEEXAMPLE000001' };
    const rows = ['d', 'b', 'a', 'c', 'a'].map((name) => record({ user: { name, ...key } }));
    assert.deepEqual(keysOf(rows, 'access-key'), [['EXAMPLEEXAMPLE000001', undefined, ['a', 'b', 'c'], 5]]);
    assert.equal(groupsInOrder(summaryOf(rows, 'access-key'))[0]?.hasMoreNames, true);
    assert.deepEqual(keysOf(rows, 'event'), [['updateImage', 'IMS', ['Modifying an image'], 5]]);
    assert.deepEqual(keysOf(rows, 'service'), [['IMS', undefined, [], 5]]);
    assert.deepEqual(keysOf(rows, 'account'), [[undefined, undefined, [], 5]]);
    assert.deepEqual(keysOf(rows, 'ip'), [[undefined, undefined, [], 5]]);
    assert.deepEqual(keysOf(rows, 'agent'), [[undefined, undefined, [], 5]]);
  });

  it('counts different values exactly up to its bound', () => {
    const rows = Array.from({ length: maxDistinct + 1 }, (_, n) => byUser('mei', { resource_id: `r${n}` }));
    const countOf = (some: readonly Row[]) => {
      const [group] = groupsInOrder(summaryOf(some));
      return group && countDistinct(group.resources);
    };
    assert.equal(countOf(rows.slice(1)), maxDistinct);
    assert.equal(countOf([...rows.slice(1), ...rows.slice(1)]), maxDistinct);
    assert.equal(countOf(rows), undefined);
    const half = maxDistinct / 2 + 1;
    const merged = mergeSummaries(summaryOf(rows.slice(0, half)), summaryOf(rows.slice(half - 1)));
    assert.deepEqual(plain(merged), plain(summaryOf([...rows, ...rows.slice(half - 1, half)])));
  });
});

const anyRow = fc
  .record({
    user: fc.constantFrom('', { name: 'a' }, { name: 'b', domain: { name: 'x' } }, { name: 'b' }),
    trace_name: fc.constantFrom('deleteImage', 'login', 'listImages', ''),
    trace_rating: fc.constantFrom('normal', 'warning', 'incident'),
    resource_id: fc.constantFrom('', '1', '2', '0b6e7a3c-8d21-4c0f-9a3e-1f2d3c4b5a69'),
    resource_name: fc.constantFrom('', 'm', 'n', 'o', 'p'),
    source_ip: fc.constantFrom('', '203.0.113.8', '203.0.113.9'),
    time: fc.constantFrom('', 1795136520000, 1795136510000, '2026-11-20T08:00:00'),
    trace_type: fc.constantFrom('ApiCall', 'SystemAction'),
  })
  .map((fields) => record(fields));

describe('merging summaries', () => {
  const rows = fc.array(anyRow, { maxLength: 30 });

  it('gives the summary of all rows, in whatever parts and order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...summaryKeys), rows, rows, rows, (by, one, two, three) => {
        const [a, b, c] = [summaryOf(one, by), summaryOf(two, by), summaryOf(three, by)];
        const whole = plain(summaryOf([...one, ...two, ...three], by));
        assert.deepEqual(plain(mergeSummaries(mergeSummaries(a, b), c)), whole);
        assert.deepEqual(plain(mergeSummaries(a, mergeSummaries(b, c))), whole);
        assert.deepEqual(plain(mergeSummaries(c, mergeSummaries(b, a))), whole);
      }),
      runs.parameters(300),
    );
  });

  it('leaves the parts as they are, also when sent to another thread', () => {
    fc.assert(
      fc.property(rows, rows, (one, two) => {
        const [a, b] = [summaryOf(one), summaryOf(two)];
        const before = [plain(a), plain(b)];
        const merged = mergeSummaries(a, b);
        addRow(merged, byUser('z', { resource_id: 'z', source_ip: '192.0.2.1' }));
        for (const group of merged.groups.values()) group.count++;
        assert.deepEqual([plain(a), plain(b)], before);
        assert.deepEqual(structuredClone(a), a);
      }),
      runs.parameters(100),
    );
  });

  it('in place is the same', () => {
    fc.assert(
      fc.property(rows, rows, rows, (one, two, three) => {
        const merged = createSummary('user');
        for (const part of [one, two, three]) mergeInto(merged, summaryOf(part));
        assert.deepEqual(plain(merged), plain(summaryOf([...one, ...two, ...three])));
      }),
      runs.parameters(100),
    );
  });
});
