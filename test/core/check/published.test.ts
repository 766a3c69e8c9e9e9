import assert from 'node:assert/strict';
import { hasSamples, readSamples, samplesFolder } from '../../support/corpus';
import { checkText } from '../../support/harness';

/** True findings in published traces, by the number in the file name; without hints and syntax errors. */
const expected: Readonly<Record<string, readonly string[]>> = {
  '01': ['trace-id-clock'],
  '12': ['suspicious-time', 'suspicious-time', 'trace-id-clock'],
  '28': ['broken-embedded-json', 'broken-embedded-json'],
  '30': ['broken-embedded-json'],
  '35': ['broken-embedded-json'],
};

describe(hasSamples ? 'published traces' : `published traces (skipped: no ${samplesFolder})`, () => {
  for (const { name, text, isLineDelimited } of readSamples()) {
    it(`${name} has only true findings`, () => {
      const found = checkText(text, { isLineDelimited })
        .findings()
        .filter(({ rule, severity }) => rule !== 'json-syntax' && severity !== 'hint');
      assert.deepEqual(
        found.filter(({ severity }) => severity !== 'information').map(({ message }) => message),
        [],
      );
      assert.deepEqual(found.map(({ rule }) => rule).sort(), expected[name.slice(0, 2)] ?? []);
    });
  }
});
