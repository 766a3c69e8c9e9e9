import assert from 'node:assert/strict';
import { lookUpEntries } from '../../../src/core/assist/look-up';
import { lookUpRows } from '../../../src/core/assist/look-up-search';
import { settingsIn } from '../../support/asking';
import { builtInCatalog } from '../../support/harness';

const { localizer } = settingsIn('en');
const list = { entries: lookUpEntries(builtInCatalog, localizer), catalog: builtInCatalog, localizer };

/** The rows as lines. */
function rowsFor(text: string): readonly string[] {
  return lookUpRows(list, text).map((row) =>
    row.kind === 'note' ? row.text : `${row.entry.service} ${row.entry.name}`,
  );
}

describe('searching the list of events', () => {
  it('shows every event while the query is empty', () => {
    assert.equal(rowsFor('').length, list.entries.length);
    assert.equal(rowsFor('  ').length, list.entries.length);
  });

  it('puts exact name matches first, and IMS before equally good matches', () => {
    assert.equal(rowsFor('createImage')[0], 'IMS createImage');
    assert.equal(rowsFor('CREATEIMAGE')[0], 'IMS createImage');
    assert.ok(list.entries.some(({ service, name }) => service !== 'IMS' && name.startsWith('addT')));
    assert.equal(rowsFor('addT')[0], 'IMS addTag');
    const exact = list.entries.filter(({ name }) => name === 'createServer');
    assert.deepEqual(
      rowsFor('createServer').slice(0, exact.length),
      exact.map(({ service, name }) => `${service} ${name}`),
    );
  });

  it('finds words of the operation, service and resource type in both languages', () => {
    assert.deepEqual(rowsFor('导出镜像'), ['IMS exportImage']);
    assert.equal(rowsFor('exporting image')[0], 'IMS exportImage');
    assert.ok(rowsFor('elb member').includes('ELB createMember'));
  });

  it('notes how many more matches there are', () => {
    const rows = rowsFor('e');
    assert.equal(rows.length, 201);
    assert.match(rows.at(-1) ?? '', /^\d+ more; keep typing to see them$/);
  });

  it('notes that nothing matches, and suggests similar names', () => {
    const [note, first] = rowsFor('createImagee');
    assert.equal(note, 'No event matches "createImagee". Did you mean:');
    assert.equal(first, 'IMS createImage');
    assert.deepEqual(rowsFor('zzzzzzzzzzzz'), ['No event matches "zzzzzzzzzzzz"']);
    assert.deepEqual(rowsFor(`q\u202e${'z'.repeat(100)}`), [
      `No event matches "q\u{FFFD}${'z'.repeat(58)}…"`,
    ]);
  });
});
