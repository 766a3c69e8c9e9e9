import assert from 'node:assert/strict';
import { imsAliases } from '../../../src/core/catalog/aliases';
import { findCloseNames } from '../../../src/core/catalog/close-names';
import { editDistance } from '../../../src/core/catalog/edit-distance';
import { imsEvents } from '../../../src/core/catalog/rows/ims-events';
import { builtInCatalog } from '../../support/harness';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** The slips of a name after a fixed scheme: one wrong key at each place, then other habits of writing it. */
function slipsOf(name: string): readonly string[] {
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
    (slip) => !imsEvents.some((event) => event.name === slip),
  );
}

const current = imsEvents.filter((event) => event.listed === 'current');
const slips = current.flatMap(({ name, resourceType }) =>
  slipsOf(name).map((written) => ({ name, resourceType, written })),
);

function closeTo(name: string, resourceType: string | undefined = 'ims'): readonly string[] {
  return findCloseNames({ service: 'IMS', resourceType, name }, builtInCatalog);
}

describe('close names', () => {
  it('put the right name first for nearly every slip, and among three for all', () => {
    const answers = slips.map((slip) => ({ ...slip, names: closeTo(slip.written, slip.resourceType) }));
    const missed = answers.filter(({ name, names }) => !names.includes(name));
    const first = answers.filter(({ name, names }) => names[0] === name);
    assert.ok(answers.length > 900);
    assert.deepEqual(missed, []);
    assert.ok(first.length / answers.length >= 0.99, `${first.length} of ${answers.length}`);
  });

  it('know the other documented names of each operation', () => {
    for (const { name, resourceType, written } of imsAliases) {
      for (const slip of written) assert.ok(closeTo(slip, resourceType).includes(name), slip);
    }
  });

  it('read labels as they are documented', () => {
    assert.deepEqual(closeTo('批量删除成员'), ['deleteMemeber']);
    assert.deepEqual(closeTo('Modifying/Uploading an image', 'image'), ['updateImage']);
  });

  it('follow the resource type between two spellings of one event', () => {
    assert.deepEqual(closeTo('deleteMemebr', 'ims'), ['deleteMemeber', 'deleteMember']);
    assert.deepEqual(closeTo('deleteMemebr', 'image'), ['deleteMember', 'deleteMemeber']);
    assert.deepEqual(closeTo('batchDeleteMembers', 'ims'), ['deleteMemeber']);
  });

  it('give only what is equal but for case and signs, where there is such a name', () => {
    assert.deepEqual(closeTo('DELETE_MEMBER'), ['deleteMember']);
  });

  it('take one affix away, not two', () => {
    assert.deepEqual(closeTo('batchExportImage'), ['exportImage']);
    assert.deepEqual(closeTo('imsGlanceExportImage'), []);
  });

  it('stay silent on names of something else', () => {
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

  it('are few among the names of other services', () => {
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

  it('name three at most and cost nothing on endless texts', () => {
    assert.ok(closeTo('addMembe', undefined).length <= 3);
    assert.deepEqual(closeTo('createImage'.repeat(100_000)), []);
    assert.deepEqual(closeTo(`${'-'.repeat(1_000_000)}createImage`), []);
  });

  it('take any name', () => {
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
