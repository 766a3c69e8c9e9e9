import assert from 'node:assert/strict';
import { readCorpus, readExpected, report } from '../../support/corpus';

describe('the corpus', () => {
  for (const file of readCorpus('ok')) {
    it(`has nothing against ok/${file.name}`, () => {
      assert.equal(report(file), readExpected('ok', file.name));
      assert.equal(readExpected('ok', file.name).split('\n').length, 2, 'no finding is expected here');
    });
  }

  for (const file of readCorpus('bad')) {
    it(`finds what is wrong with bad/${file.name}`, () => {
      assert.equal(report(file), readExpected('bad', file.name));
    });
  }

  for (const file of readCorpus('other')) {
    it(`leaves other/${file.name} alone`, () => assert.equal(report(file), 'other 0\n'));
  }
});
