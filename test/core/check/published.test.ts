import assert from 'node:assert/strict';
import { hasSamples, readSamples, samplesFolder } from '../../support/corpus';
import { checkText } from '../../support/harness';

/** What is true of published traces, by the number their file names begin with; hints and broken JSON are left out. */
const expected: Readonly<Record<string, readonly string[]>> = {
  '01': ['trace-id-clock'],
  '12': ['suspicious-time', 'suspicious-time', 'trace-id-clock'],
  '28': ['broken-embedded-json', 'broken-embedded-json'],
  '30': ['broken-embedded-json'],
  '35': ['broken-embedded-json'],
};

describe(hasSamples ? 'published traces' : `published traces (left out: no ${samplesFolder})`, () => {
  for (const { name, text, isLineDelimited } of readSamples()) {
    it(`${name} has nothing against it but what is true of it`, () => {
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
