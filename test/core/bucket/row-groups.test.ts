import assert from 'node:assert/strict';
import fc from 'fast-check';
import { GroupFiles } from '../../../src/core/bucket/group-files';
import { type BucketKey, bucketKeys, RowGroups } from '../../../src/core/bucket/row-groups';
import { createCatalog } from '../../../src/core/catalog/catalog';
import { readTrace } from '../../../src/core/reading/read-trace';
import type { Row } from '../../../src/core/rows/row';
import { RowReader } from '../../../src/core/rows/row-reader';
import { addRow, createSummary, groupsInOrder } from '../../../src/core/rows/summary';

const reader = new RowReader({ catalog: createCatalog(), language: 'en' });

const fields = fc.record({
  trace_name: fc.constantFrom('createImage', 'deleteImage', 'login'),
  service_type: fc.constantFrom('IMS', 'ECS', ''),
  resource_id: fc.constantFrom('5f0c1d9a-1111-4222-8333-00000000a001', 'short', ''),
  resource_name: fc.constantFrom('web', ''),
  trace_rating: fc.constantFrom('normal', 'warning', 'incident'),
  time: fc.constantFrom(1763632800000, 1763632900000, 'never'),
  user: fc.constantFrom({ name: 'alice', domain: { name: 'corp' } }, { name: 'bob' }, ''),
});

const rowOf = (record: object): Row =>
  reader.rowOf(readTrace(JSON.stringify(record)), { path: 'a.json', line: 1, column: 1, offset: 0 });

/** By file: the same groups whatever is in which file. */
const files = fc.array(fc.array(fields, { maxLength: 6 }), { maxLength: 5 });

function groupsOf(records: readonly (readonly object[])[], by: BucketKey, maxKnown?: number) {
  const all = new GroupFiles(maxKnown);
  for (const [file, inFile] of records.entries()) {
    const groups = new RowGroups();
    for (const each of inFile) groups.addRow(rowOf(each), by);
    all.add(structuredClone(groups.columns), file);
  }
  return all.list();
}

describe('groups of rows', () => {
  for (const by of bucketKeys)
    it(`by ${by} are those of a summary`, () => {
      fc.assert(
        fc.property(files, (records) => {
          const summary = createSummary(by);
          for (const each of records.flat()) addRow(summary, rowOf(each));
          const expected = groupsInOrder(summary).map(
            ({ key, within, count, failures, notable, first, last }) => ({
              ...{ key, within, count, failures, notable, first, last },
            }),
          );
          const { shown, hidden } = groupsOf(records, by);
          const found = shown.map(({ files: _, name: __, ...group }) => group);
          assert.deepEqual({ found, hidden }, { found: expected, hidden: 0 });
        }),
      );
    });

  it('are bounded, and say so', () => {
    const eventsOf = (...names: readonly string[]) => names.map((name) => ({ trace_name: name }));
    const { shown, hidden, isExact } = groupsOf(
      [eventsOf('a', 'b'), eventsOf('c', 'b'), eventsOf('c', 'a')],
      'event',
      2,
    );
    assert.deepEqual(
      { shown: shown.map(({ key, count }) => [key, count]), hidden, isExact },
      {
        shown: [
          ['a', 2],
          ['b', 2],
        ],
        hidden: 2,
        isExact: false,
      },
    );
  });

  it('know the files that they are in', () => {
    const create = { trace_name: 'createImage', service_type: 'IMS' };
    const { shown } = groupsOf([[create], [{ ...create, trace_name: 'login' }], [create, create]], 'event');
    assert.deepEqual(
      shown.map(({ key, files }) => [key, files]),
      [
        ['createImage', [0, 2]],
        ['login', [1]],
      ],
    );
  });
});
