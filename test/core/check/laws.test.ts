import assert from 'node:assert/strict';
import { severities } from '../../../src/core/rules/severity';
import { endOf } from '../../../src/core/text/span';
import { type CorpusFile, hasSamples, readCorpus, readSamples, samplesFolder } from '../../support/corpus';
import { type Damage, damagesOf, otherRecords, recordsOf } from '../../support/damages';
import { checkText } from '../../support/harness';
import { runs } from '../../support/runs';

/** How many places of one file are tried, evenly spread. */
const places = 300 * runs.times;

const sound = [...readCorpus('ok'), ...readCorpus('other')];
const samples = hasSamples
  ? 'the published samples'
  : `the published samples, which are not in ${samplesFolder}`;

describe('every beginning of a file', function () {
  this.timeout(runs.timeout);
  for (const file of sound) it(`brings nothing that ok/${file.name} lacks`, () => assertPrefixes(file));
  for (const file of readCorpus('bad').filter(({ name }) => !name.startsWith('repeated'))) {
    it(`brings nothing that bad/${file.name} lacks`, () => assertPrefixes(file));
  }
  (hasSamples ? it : it.skip)(`brings nothing that is not in ${samples}`, () =>
    readSamples().forEach(assertPrefixes),
  );
});

describe('a file with one character damaged', function () {
  this.timeout(runs.timeout);
  for (const file of sound) {
    it(`has nothing else against it, and every other record: ${file.name}`, () => {
      for (const damage of damagesOf(file.text, places)) assertDamage(file, damage);
    });
  }
});

function assertPrefixes(file: CorpusFile): void {
  const whole = new Map(soundFindings(file).map((finding) => [keyOf(finding), finding.severity]));
  const step = Math.max(1, file.text.length / places);
  for (let length = 0; length < file.text.length; length += step) {
    const text = file.text.slice(0, Math.floor(length));
    for (const finding of soundFindings({ ...file, text })) {
      const severity = whole.get(keyOf(finding));
      assert.ok(severity, `${file.name} cut at ${text.length}: ${finding.message}`);
      assert.ok(severities.indexOf(finding.severity) >= severities.indexOf(severity), finding.message);
    }
  }
}

function assertDamage(file: CorpusFile, { text, what, from, by }: Damage): void {
  const damaged = { ...file, text };
  const found = soundFindings(damaged).filter(({ span }) => from < span.offset || from > endOf(span));
  assert.deepEqual(found, [], what);
  const kept = new Set(recordsOf(damaged));
  for (const record of otherRecords(recordsOf(file), from)) {
    const start = record.start + (record.start > from ? by : 0);
    const text = damaged.text.slice(start, start + record.length);
    assert.ok(
      [...kept].some((found) => found.start === start && found.length === record.length),
      `${what}: lost ${text}`,
    );
  }
}

function soundFindings({ text, isLineDelimited }: CorpusFile) {
  return checkText(text, { isLineDelimited })
    .findings()
    .filter(({ rule }) => rule !== 'json-syntax');
}

function keyOf({
  rule,
  span,
}: {
  readonly rule: string;
  readonly span: { readonly offset: number };
}): string {
  return `${rule} ${span.offset}`;
}
