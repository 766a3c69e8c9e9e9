import assert from 'node:assert/strict';
import { severities } from '../../../src/core/rules/severity';
import { endOf } from '../../../src/core/text/span';
import { type CorpusFile, hasSamples, readCorpus, readSamples, samplesFolder } from '../../support/corpus';
import { type Damage, damagesOf, otherRecords, recordsOf } from '../../support/damages';
import { checkText } from '../../support/harness';
import { runs } from '../../support/runs';

/** How many offsets per file are tried, evenly spread. */
const places = 300 * runs.times;

const validFiles = [...readCorpus('ok'), ...readCorpus('other')];
const samples = hasSamples
  ? 'the published samples'
  : `the published samples, which are not in ${samplesFolder}`;

describe('every prefix of a file', function () {
  this.timeout(runs.timeout);
  for (const file of validFiles)
    it(`has no finding that ok/${file.name} does not have`, () => assertPrefixes(file));
  for (const file of readCorpus('bad').filter(({ name }) => !name.startsWith('repeated'))) {
    it(`has no finding that bad/${file.name} does not have`, () => assertPrefixes(file));
  }
  (hasSamples ? it : it.skip)(`has no finding that the whole file does not have: ${samples}`, () =>
    readSamples().forEach(assertPrefixes),
  );
});

describe('a file with one character damaged', function () {
  this.timeout(runs.timeout);
  for (const file of validFiles) {
    it(`has no other findings, and still every other record: ${file.name}`, () => {
      for (const damage of damagesOf(file.text, places)) assertDamage(file, damage);
    });
  }
});

function assertPrefixes(file: CorpusFile): void {
  const whole = new Map(findingsIn(file).map((finding) => [keyOf(finding), finding.severity]));
  const step = Math.max(1, file.text.length / places);
  for (let length = 0; length < file.text.length; length += step) {
    const text = file.text.slice(0, Math.floor(length));
    for (const finding of findingsIn({ ...file, text })) {
      const severity = whole.get(keyOf(finding));
      assert.ok(severity, `${file.name} cut at ${text.length}: ${finding.message}`);
      assert.ok(severities.indexOf(finding.severity) >= severities.indexOf(severity), finding.message);
    }
  }
}

function assertDamage(file: CorpusFile, { text, what, from, by }: Damage): void {
  const damaged = { ...file, text };
  const found = findingsIn(damaged).filter(({ span }) => from < span.offset || from > endOf(span));
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

function findingsIn({ text, isLineDelimited }: CorpusFile) {
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
