import assert from 'node:assert/strict';
import { identify } from '../../../src/core/check/finding-identity';
import { readTrace } from '../../../src/core/reading/read-trace';
import { findKeyPaths } from '../../../src/core/record/key-paths';
import { spanFrom } from '../../../src/core/text/span';
import { readCorpus } from '../../support/corpus';
import { recordsOf } from '../../support/damages';

describe('the key path of a finding', () => {
  for (const file of readCorpus('ok'))
    it(`is that of the JSON anywhere in ${file.name}`, () => {
      for (const { start, length } of recordsOf(file)) {
        const text = file.text.slice(start, start + length);
        // Nothing is found in the blanks between members
        const offsets = Array.from({ length }, (_, offset) => offset).filter((at) =>
          /\S/.test(text.charAt(at)),
        );
        const reports = offsets.map((offset) => ({ message: '', span: spanFrom(offset, offset + 1) }));
        const paths = findKeyPaths(text, offsets);
        const expected = offsets.map((offset) =>
          (paths.get(offset) ?? []).map((step) => `/${step}`).join(''),
        );
        assert.deepEqual(
          identify(reports, readTrace(text)).map(({ keyPath }) => keyPath),
          expected,
        );
      }
    });
});
