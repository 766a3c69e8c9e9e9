import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findNodeAtOffset, getNodePath, type Node, parseTree } from 'jsonc-parser';
import { findKeyPaths } from '../../../src/core/record/key-paths';
import { runs } from '../../support/runs';

/** The path at the cursor in a text. */
function pathAt(marked: string): string {
  const offset = marked.indexOf('^');
  return (findKeyPaths(marked.replace('^', ''), [offset]).get(offset) ?? ['?']).join(' ');
}

/** The offsets of all keys and values in a tree of jsonc-parser. */
function offsetsIn(node: Node): readonly number[] {
  return [node.offset, ...(node.children ?? []).flatMap(offsetsIn)];
}

function expectedPaths(text: string): readonly (readonly [offset: number, path: readonly unknown[]])[] {
  const tree = parseTree(text);
  if (tree === undefined) return [];
  return [...new Set(offsetsIn(tree))].map((offset) => {
    const node = findNodeAtOffset(tree, offset);
    // The node of a property begins where its key does
    const key = node?.type === 'property' ? node.children?.[0] : node;
    return [offset, key === undefined ? [] : getNodePath(key)];
  });
}

describe('the path of a place in a record', () => {
  for (const [marked, path] of [
    ['^{"a":1}', ''],
    ['{^"a":1}', 'a'],
    ['{"a"^:1}', 'a'],
    ['{"a":^1}', 'a'],
    ['{"a":[1,^2]}', 'a 1'],
    ['{"a":[{"b":1},{"b":^{}}]}', 'a 1 b'],
    ['{"a":{"b":1}^}', ''],
    ['{"a":{"b":1}}^', ''],
    ['{"a/b~":{"":^1}}', 'a/b~ '],
    ['{"a":1 ^"b":2}', 'b'],
    ['{"a":1,"b":^}', ''],
    ['{"a":[1,2,"b":^2}', 'a 2'],
  ] as const)
    it(`is "${path}" in ${marked}`, () => assert.equal(pathAt(marked), path));

  for (const [json, inner, path] of [
    [{ request: { name: 'x' } }, '"x"', 'request name'],
    [{ request: JSON.stringify({ list: [1, { name: 'x' }] }) }, '\\"x', 'request list 1 name'],
    [{ a: '\n', request: JSON.stringify({ q: '"\t', b: JSON.stringify({ c: 'x' }) }) }, 'x', 'request b c'],
    [{ message: JSON.stringify(JSON.stringify({ deep: 'x' })) }, 'x', 'message deep'],
    [{ message: '{"cut": {"password": "x' }, 'x', 'message cut password'],
    [{ message: 'free text with x' }, 'x', 'message'],
    [{ '{"key":"x"}': 1 }, 'x', '{"key":"x"}'],
  ] as const)
    it(`goes on in the JSON of strings: ${path}`, () => {
      const text = JSON.stringify(json);
      const offset = text.indexOf(inner);
      assert.equal(findKeyPaths(text, [offset]).get(offset)?.join(' '), path);
    });

  it('is that of jsonc-parser for all keys and values', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const expected = expectedPaths(text);
        const found = findKeyPaths(
          text,
          expected.map(([offset]) => offset),
        );
        // What is in strings is looked into further, so only the beginning counts
        for (const [offset, path] of expected)
          assert.deepEqual(found.get(offset)?.slice(0, path.length), path, `${offset} in ${text}`);
      }),
      runs.parameters(300),
    );
  });

  it('is found however deep or broken the record is', () => {
    const deep = `${'{"a":['.repeat(20_000)}1`;
    assert.equal(findKeyPaths(deep, [deep.length - 1]).get(deep.length - 1)?.length, 32);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[],:"a\\ 1') }), fc.nat(40), (text, offset) =>
        assert.ok(findKeyPaths(text, [offset, 3]).has(offset)),
      ),
      runs.parameters(500),
    );
  });
});
