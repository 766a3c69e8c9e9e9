import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findApiOperation } from '../../../src/core/catalog/api-operations';
import type { Catalog } from '../../../src/core/catalog/catalog';
import { findCloseNames } from '../../../src/core/catalog/close-names';
import { leastDistance, lettersIn } from '../../../src/core/catalog/known-names';
import { imsAliases, unmappedApiOperations } from '../../../src/core/catalog/rows/aliases';
import { imsEvents } from '../../../src/core/catalog/rows/ims-events';
import type { CheckedFile } from '../../../src/core/check/checked-file';
import type { Finding } from '../../../src/core/check/finding';
import { editDistance } from '../../../src/core/text/edit-distance';
import { builtInCatalog, checkText } from '../../support/harness';
import { validRecord } from '../../support/records';
import { runs } from '../../support/runs';

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

describe('close names in a file', () => {
  /** How often names are compared while a text is read and its findings are made. */
  function searchesIn(
    names: readonly string[],
    findingsOf: (file: CheckedFile) => readonly Finding[],
  ): readonly [searches: number, findings: number] {
    let searches = 0;
    const catalog: Catalog = {
      ...builtInCatalog,
      namesOf: (service) => {
        searches++;
        return builtInCatalog.namesOf(service);
      },
    };
    const records = names.map((trace_name) =>
      JSON.stringify({ ...validRecord(0), trace_id: undefined, trace_name }),
    );
    const found = findingsOf(checkText(`[${records.join(',')}]`, { catalog }));
    return [searches, found.length];
  }

  it('are looked for once a name', () => {
    const names = Array.from({ length: 1000 }, (_, number) => `createImages${number % 2}`);
    assert.deepEqual(
      searchesIn(names, (file) => file.findings()),
      [2, 1000],
    );
  });

  it('are looked for only if the message is shown', () => {
    const names = Array.from({ length: 5000 }, (_, number) => `createImages${number}`);
    const [searches, shown] = searchesIn(names, (file) => file.shownFindings());
    assert.equal(shown, 1000);
    assert.ok(searches <= 2 * 1001, String(searches));
  });
});

describe('the edit distance', () => {
  it('is right up to its limit, and above it beyond', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 12 });
    fc.assert(
      fc.property(word, word, fc.nat(6), (from, to, limit) => {
        const distance = editDistance(from, to);
        const limited = editDistance(from, to, limit);
        if (distance <= limit) assert.equal(limited, distance);
        else assert.ok(limited > limit);
        assert.ok(leastDistance(lettersIn(from), lettersIn(to)) <= distance);
      }),
      runs.parameters(5000),
    );
  });

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
