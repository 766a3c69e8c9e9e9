import assert from 'node:assert/strict';
import { findApiOperation } from '../../../src/core/catalog/api-operations';
import { findCloseNames } from '../../../src/core/catalog/close-names';
import { imsAliases, unmappedApiOperations } from '../../../src/core/catalog/rows/aliases';
import { imsEvents } from '../../../src/core/catalog/rows/ims-events';
import { editDistance } from '../../../src/core/text/edit-distance';
import { builtInCatalog } from '../../support/harness';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Systematic typos of a name: one typing error at each position, then other naming styles. */
function typosOf(name: string): readonly string[] {
  const typed = [...name].flatMap((letter, at) => {
    const before = name.slice(0, at);
    const after = name.slice(at + 1);
    const other = letters[(at * 7 + 3) % letters.length] ?? '';
    const next = after.slice(0, 1);
    return [
      before + after,
      before + letter + letter + after,
      before + other + after,
      before + other + letter + after,
      before + next + letter + after.slice(1),
    ];
  });
  const upper = name.slice(0, 1).toUpperCase() + name.slice(1);
  const lowerWords = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const habits = [
    name.toLowerCase(),
    name.toUpperCase(),
    upper,
    lowerWords,
    lowerWords.replaceAll('_', '-'),
    `batch${upper}`,
    `glance${upper}`,
    `${name}V2`,
    `${name}Async`,
    `${name}s`,
  ];
  return [...new Set([...typed, ...habits])].filter(
    (typo) => !imsEvents.some((event) => event.name === typo),
  );
}

const current = imsEvents.filter((event) => event.listed === 'current');
const typos = current.flatMap(({ name, resourceType }) =>
  typosOf(name).map((written) => ({ name, resourceType, written })),
);

function closeTo(name: string, resourceType: string | undefined = 'ims'): readonly string[] {
  return findCloseNames({ service: 'IMS', resourceType, name }, builtInCatalog);
}

describe('close names', () => {
  it('put the intended name first for nearly every typo, and among the first three for all', () => {
    const answers = typos.map((typo) => ({ ...typo, names: closeTo(typo.written, typo.resourceType) }));
    const missed = answers.filter(({ name, names }) => !names.includes(name));
    const first = answers.filter(({ name, names }) => names[0] === name);
    assert.ok(answers.length > 900);
    assert.deepEqual(missed, []);
    assert.ok(first.length / answers.length >= 0.99, `${first.length} of ${answers.length}`);
  });

  it('include the event for every alias of its operation', () => {
    for (const { name, resourceType, aliases, apiOperations = [] } of imsAliases) {
      for (const alias of [...aliases, ...apiOperations])
        assert.ok(closeTo(alias, resourceType).includes(name), alias);
    }
  });

  it('are none for an operation of the API whose event is not documented', () => {
    for (const name of [...unmappedApiOperations, 'RegisterImage', 'BatchDeleteTags'])
      assert.deepEqual(closeTo(name), [], name);
  });

  it('know every operation of the IMS API', () => {
    const named = imsEvents.flatMap(({ operation }) =>
      operation.ims.calls.flatMap(({ sdkOperation }) => sdkOperation ?? []),
    );
    assert.ok(named.length > 20);
    for (const name of named) {
      // Some differ from their event in the first letter only
      const isEvent = imsEvents.some((event) => event.name.toLowerCase() === name.toLowerCase());
      assert.equal(findApiOperation('IMS', name, builtInCatalog) === undefined, isEvent, name);
    }
  });

  it('accept labels exactly as documented', () => {
    assert.deepEqual(closeTo('批量删除成员'), ['deleteMemeber']);
    assert.deepEqual(closeTo('Modifying/Uploading an image', 'image'), ['updateImage']);
  });

  it('prefer the spelling that fits the resource type', () => {
    assert.deepEqual(closeTo('deleteMemebr', 'ims'), ['deleteMemeber', 'deleteMember']);
    assert.deepEqual(closeTo('deleteMemebr', 'image'), ['deleteMember', 'deleteMemeber']);
    assert.deepEqual(closeTo('batchDeleteMembers', 'ims'), ['deleteMemeber']);
  });

  it('are only the names that differ in case and punctuation, if there are any', () => {
    assert.deepEqual(closeTo('DELETE_MEMBER'), ['deleteMember']);
  });

  it('ignore one affix, not two', () => {
    assert.deepEqual(closeTo('batchExportImage'), ['exportImage']);
    assert.deepEqual(closeTo('imsGlanceExportImage'), []);
  });

  it('are none for unrelated names', () => {
    const foreign = [
      'createVolume',
      'login',
      'resizeServer',
      'listAllMyBuckets',
      'rebootInstance',
      'add',
      '',
      '创建',
    ];
    for (const name of foreign) assert.deepEqual(closeTo(name), [], name);
    assert.deepEqual(
      findCloseNames({ service: 'XYZ', resourceType: 'ecs', name: 'createImages' }, builtInCatalog),
      [],
    );
  });

  it('are few for names of other services', () => {
    const foreign = [
      'addVpcMember',
      'deleteServer',
      'deleteTask',
      'createKeypair',
      'updateQuota',
      'createTracker',
    ];
    assert.deepEqual(
      foreign.map((name) => closeTo(name)),
      [['addMember'], ['deleteMember'], ['deleteTag'], [], [], []],
    );
  });

  it('are at most three, and cheap for very long input', () => {
    assert.ok(closeTo('addMembe', undefined).length <= 3);
    assert.deepEqual(closeTo('createImage'.repeat(100_000)), []);
    assert.deepEqual(closeTo(`${'-'.repeat(1_000_000)}createImage`), []);
  });

  it('never throw', () => {
    for (const name of ['__proto__', 'constructor', '\u0000\uD800', '{{}}', 'V2', 'batch', 'Async'])
      closeTo(name);
  });
});

describe('the edit distance', () => {
  const pairs = [
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['ca', 'abc', 3],
    ['member', 'memeber', 1],
    ['kitten', 'sitting', 3],
  ] as const;
  for (const [from, to, distance] of pairs) {
    it(`from "${from}" to "${to}" is ${distance}`, () => {
      assert.equal(editDistance(from, to), distance);
      assert.equal(editDistance(to, from), distance);
    });
  }
});
