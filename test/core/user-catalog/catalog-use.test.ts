import assert from 'node:assert/strict';
import { type CatalogFacts, catalogUse, useNotice } from '../../../src/core/user-catalog/catalog-use';
import { readUserCatalog } from '../../../src/core/user-catalog/user-catalog';
import { english } from '../../support/harness';

const usual: CatalogFacts = {
  listed: undefined,
  own: read('moveMember'),
  isInFolder: true,
  isTrusted: true,
};

function lineFor(facts: Partial<CatalogFacts>): string {
  const parts = catalogUse({ ...usual, ...facts }, english);
  return parts.map(({ title, action }) => (action ? `${title} (${action})` : title)).join(' | ');
}

function read(...names: readonly string[]) {
  const catalog = { events: names.map((name) => ({ service: 'ELB', name })) };
  return readUserCatalog(JSON.stringify(catalog), 'own.cts-catalog.json', english);
}

describe('the line on top of a catalog', () => {
  it('says whether it is in use, and leads on', () => {
    assert.equal(lineFor({ listed: read('moveMember') }), 'In use: 1 event (show-setting)');
    assert.equal(lineFor({ listed: read('moveMember', 'lendMember') }), 'In use: 2 events (show-setting)');
    assert.equal(lineFor({ listed: read('') }), 'Not in use: the catalog is invalid (show-problems)');
    assert.equal(lineFor({}), 'Not in use | Use This Catalog (use)');
  });

  it('does not offer a broken catalog, and says what is wrong with it', () => {
    const problem = 'Invalid catalog; none of it is used: ';
    const empty = lineFor({ own: read('') });
    assert.equal(empty.slice(0, `Not in use | ${problem}`.length), `Not in use | ${problem}`);
    const cut = readUserCatalog('{"events":[', 'own.cts-catalog.json', english);
    assert.equal(lineFor({ own: cut }), `Not in use | ${problem}invalid JSON`);
    assert.equal(lineFor({ own: cut, isInFolder: false }), `Not in use | ${problem}invalid JSON`);
  });

  it('says why a catalog cannot be used', () => {
    assert.equal(lineFor({ isTrusted: false }), 'Not in use in Restricted Mode (manage-trust)');
    assert.equal(lineFor({ isInFolder: false }), 'Not in use: not in a workspace folder');
  });

  it('is answered by a notice that names the settings', () => {
    const change = { path: 'a', isFolder: false, wasListed: false, isInvalid: false };
    assert.deepEqual(useNotice(change, english), {
      message: '"a" is now in use (workspace settings)',
      undo: 'Undo',
    });
    assert.deepEqual(useNotice({ ...change, isFolder: true }, english), {
      message: '"a" is now in use (folder settings)',
      undo: 'Undo',
    });
    assert.deepEqual(useNotice({ ...change, isInvalid: true }, english), {
      message: '"a" is listed, but not in use: the catalog is invalid (workspace settings)',
      undo: 'Undo',
    });
  });

  it('is answered by a notice without undo if the settings had listed the catalog before', () => {
    const listed = { path: 'a', isFolder: false, wasListed: true, isInvalid: false };
    assert.deepEqual(useNotice(listed, english), { message: '"a" is already in use', undo: undefined });
    assert.deepEqual(useNotice({ ...listed, isInvalid: true }, english), {
      message: '"a" is listed, but not in use: the catalog is invalid',
      undo: undefined,
    });
  });
});
