import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TracePlace } from '../../../src/core/check/finding-identity';
import { type PlacedFinding, sortPlaced } from '../../../src/core/check/placed-finding';
import { StreamCheck } from '../../../src/core/check/stream-check';
import { headLength } from '../../../src/core/file/may-hold-traces';
import { RecordStream } from '../../../src/core/file/record-stream';
import { duplicateTrace } from '../../../src/core/rules/duplicate-trace';
import { lineStartsOf, positionOf } from '../../../src/core/text/lines';
import { json, validTrace } from '../../support/command';
import { type CorpusFile, readCorpus, readSamples } from '../../support/corpus';
import { damagesOf } from '../../support/damages';
import { file as randomFile } from '../../support/edits';
import { checkText, plainSettings } from '../../support/harness';
import { runs } from '../../support/runs';

/** Of traces that stand twice, a stream only collects the ids. */
const levels = { [duplicateTrace.id]: 'off' } as const;

/**
 * The beginning of a file decides how it is read, so nothing is read before that is there. In these texts it is, before the
 * part that matters.
 */
const beginnings: Readonly<Record<string, string>> = {
  nothing: '',
  blanks: ' '.repeat(headLength),
  lines: `${json(validTrace)}\n${json(validTrace)}\n${'\n'.repeat(headLength)}`,
};

/** The division of a text into pieces: their lengths in turn, over and over. */
type Lengths = readonly number[];

const corpus: readonly CorpusFile[] = [
  ...(['ok', 'bad', 'other'] as const).flatMap((folder) => readCorpus(folder)),
  ...readSamples(),
];

describe('a check of a text that arrives in pieces', () => {
  for (const file of corpus)
    it(`finds in ${file.name} what a check of the whole does`, () => {
      for (const [name, beginning] of Object.entries(beginnings)) {
        const begun = { ...file, text: beginning + file.text };
        const expected = whole(begun);
        for (const lengths of [[1], [7, 1, 64], [1000], [begun.text.length]])
          assert.deepEqual(
            streamed(begun, lengths),
            expected,
            `after ${name}, in pieces of ${lengths.join()}`,
          );
      }
    });

  for (const file of corpus.filter(({ text }) => text.length < 20_000))
    it(`does so in ${file.name} with any character damaged`, () => {
      for (const { text, what } of damagesOf(file.text, 12)) {
        const damaged = { ...file, text: beginnings['blanks'] + text };
        assert.deepEqual(streamed(damaged, [13, 200]), whole(damaged), what);
      }
    });

  it('does so in a file of very many pages with wrong counts, without holding them all', () => {
    const text = `{"meta_data":{"count":5},"traces":[${json(validTrace)}]}\n`.repeat(12_000);
    assert.deepEqual(
      streamed({ name: 'a', text, isLineDelimited: true }, [64 * 1024]),
      whole({ name: 'a', text, isLineDelimited: true }),
    );
    const stream = new RecordStream({ isLineDelimited: true });
    const check = new StreamCheck(plainSettings);
    stream.add(text);
    stream.end();
    const found = [...stream.items()].flatMap((item) => check.add(item));
    assert.deepEqual([found.length, check.end().length], [10_000, 2000]);
  }).timeout(20_000);

  it('does so in random files', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 });
    const beginning = fc.constantFrom(...Object.values(beginnings));
    fc.assert(
      fc.property(randomFile, beginning, fc.boolean(), lengths, (text, before, isLineDelimited, pieces) => {
        const file = { name: 'random', text: before + text, isLineDelimited };
        assert.deepEqual(streamed(file, pieces), whole(file));
      }),
      runs.parameters(400),
    );
  }).timeout(runs.timeout);
});

interface Result {
  readonly kind: string;
  readonly traces: number;
  readonly findings: readonly Omit<PlacedFinding, keyof TracePlace>[];
}

function streamed({ text, isLineDelimited }: CorpusFile, lengths: Lengths): Result {
  const stream = new RecordStream({ isLineDelimited });
  const check = new StreamCheck({ ...plainSettings, levels, isLineDelimited });
  const findings: PlacedFinding[] = [];
  const take = () => {
    for (const item of stream.items()) findings.push(...check.add(item));
  };
  for (const piece of piecesOf(text, lengths)) {
    stream.add(piece);
    take();
  }
  stream.end();
  take();
  findings.push(...check.end());
  const kind = stream.intactCount > 0 ? 'traces' : stream.hasDigest ? 'digest' : 'other';
  // A check of the whole does not say where in its trace a finding is
  const placed = sortPlaced(findings).map(({ traceId, keyPath, ...finding }) => finding);
  return { kind, traces: stream.traceCount, findings: placed };
}

function* piecesOf(text: string, lengths: Lengths): Iterable<string> {
  let turn = 0;
  for (let at = 0; at < text.length; turn++) {
    // The beginning is added in one piece
    const length = at === 0 && text.length > headLength ? headLength : (lengths[turn % lengths.length] ?? 1);
    yield text.slice(at, at + length);
    at += length;
  }
}

function whole({ text, isLineDelimited }: CorpusFile): Result {
  const file = checkText(text, { levels, isLineDelimited });
  const starts = lineStartsOf(text);
  const findings = file.findings().map(({ rule, severity, message, trace, span, fixes }) => ({
    rule,
    severity,
    message,
    trace,
    start: positionOf(starts, span.offset),
    end: positionOf(starts, span.offset + span.length),
    offset: span.offset,
    length: span.length,
    fixes: fixes.filter((fix) => 'edits' in fix),
    related: [],
  }));
  return { kind: file.kind, traces: file.traceCount, findings };
}
