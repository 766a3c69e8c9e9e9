import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nameTest } from '../../../src/core/rows/name-pattern';
import { runs } from '../../support/runs';

describe('a name in a filter', () => {
  const matches = (pattern: string, names: readonly string[]) => names.filter(nameTest(pattern));

  it('is the whole name, in any letter case', () => {
    assert.deepEqual(matches('deleteimage', ['deleteImage', 'DeleteImage', 'deleteImages', 'xdeleteImage']), [
      'deleteImage',
      'DeleteImage',
    ]);
    assert.deepEqual(matches('镜像', ['镜像', '镜']), ['镜像']);
  });

  it('may have any text in place of an asterisk', () => {
    const names = ['deleteImage', 'batchDeleteTags', 'delete', 'createImage', 'aXbXc', 'abc'];
    assert.deepEqual(matches('*delete*', names), ['deleteImage', 'batchDeleteTags', 'delete']);
    assert.deepEqual(matches('delete*', names), ['deleteImage', 'delete']);
    assert.deepEqual(matches('*image', names), ['deleteImage', 'createImage']);
    assert.deepEqual(matches('a*b*c', names), ['aXbXc', 'abc']);
    assert.deepEqual(matches('*', ['', 'x']), ['', 'x']);
    assert.deepEqual(matches('ab*ba', ['aba', 'abba']), ['abba']);
  });

  it('is no regular expression', () => {
    assert.deepEqual(matches('a.c', ['a.c', 'abc']), ['a.c']);
    assert.deepEqual(matches('(a+)+$', ['aaaa', '(a+)+$']), ['(a+)+$']);
    assert.deepEqual(matches('[', ['[']), ['[']);
  });

  it('matches as the regular expression that it stands for', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', 'A'), maxLength: 10 });
    fc.assert(
      fc.property(text, text, (pattern, name) => {
        const expected = new RegExp(`^${pattern.replaceAll('*', '[^]*')}$`, 'i');
        assert.equal(nameTest(pattern)(name), expected.test(name));
      }),
      runs.parameters(1000),
    );
  });

  it('does not hang on what a regular expression would', () => {
    assert.equal(nameTest(`${'*a'.repeat(40)}*c`)('a'.repeat(20_000)), false);
  });
});
