import assert from 'node:assert/strict';
import { readCorpus, readExpected, report } from '../../support/corpus';

describe('the corpus', () => {
  for (const file of readCorpus('ok')) {
    it(`finds nothing in ok/${file.name}`, () => {
      assert.equal(report(file), readExpected('ok', file.name));
      assert.equal(readExpected('ok', file.name).split('\n').length, 2, 'no finding is expected here');
    });
  }

  for (const file of readCorpus('bad')) {
    it(`finds what is expected in bad/${file.name}`, () => {
      assert.equal(report(file), readExpected('bad', file.name));
    });
  }

  for (const file of readCorpus('other')) {
    it(`ignores other/${file.name}`, () => assert.equal(report(file), 'other 0\n'));
  }
});
