import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { ExcerptJob } from '../../../src/core/bucket/excerpt-job';
import { type Excerpt, layOutExcerpt, type TextRange } from '../../../src/core/bucket/excerpt-text';
import type { PlacedFinding } from '../../../src/core/check/placed-finding';
import { RecordStream } from '../../../src/core/file/record-stream';
import type { FieldOrder } from '../../../src/core/formatting/field-order';
import { ByteReader } from '../../../src/core/input/byte-reader';
import { EvidenceReader } from '../../../src/core/input/evidence-reader';
import { portableInflateHost } from '../../../src/core/input/portable-inflate';
import { readEvidence } from '../../../src/core/input/read-evidence';
import type { ItemJob } from '../../../src/core/jobs/item-job';
import { runOnItems } from '../../../src/core/jobs/run-items';
import { lineStartsOf, type Position, positionOf } from '../../../src/core/text/lines';
import { createLocalizer } from '../../../src/core/text/localization';
import { runSteps } from '../../../src/core/text/steps';
import { numberedRecords } from '../../support/records';
import { runs } from '../../support/runs';

const records = numberedRecords(30);

/** A finding on a range of offsets of a text, which may refer to others. */
function findingAt(text: string, offset: number, length: number, related: readonly number[] = []) {
  const at = (place: number): Position => positionOf(lineStartsOf(text), place);
  const finding: PlacedFinding = {
    rule: 'unknown-event',
    severity: 'warning',
    message: '',
    trace: undefined,
    traceId: undefined,
    keyPath: undefined,
    start: at(offset),
    end: at(offset + length),
    offset,
    length,
    fixes: [],
    related: related.map((place) => ({
      message: '',
      path: undefined,
      position: at(place),
      end: at(place + 1),
    })),
  };
  return finding;
}

function jobOn(text: string, findings: readonly PlacedFinding[], minLength: number): ExcerptJob {
  const traces = text.split('"trace_name"').length - 1;
  return new ExcerptJob(findings, { name: 'a\nb.json', traces }, createLocalizer('en', {}), minLength);
}

function excerptOf(
  text: string,
  findings: readonly PlacedFinding[],
  minLength = 0,
  fieldOrder: FieldOrder = 'file',
): Excerpt | undefined {
  const job = jobOn(text, findings, minLength);
  const stream = new RecordStream({ isLineDelimited: false });
  stream.add(text);
  stream.end();
  for (const item of stream.items()) job.add(item);
  job.end();
  const raw = job.result();
  return raw && runSteps(layOutExcerpt(raw, fieldOrder));
}

function textIn(excerpt: Excerpt, { start, end }: TextRange): string {
  const lines = lineStartsOf(excerpt.text);
  const at = ({ line, column }: Position) => (lines[line] ?? 0) + column;
  return excerpt.text.slice(at(start), at(end));
}

function bound(job: ExcerptJob): ItemJob<never, unknown> {
  return { add: (item) => job.add(item), end: () => job.end(), result: () => job.result() };
}

async function lastOf<Result>(steps: AsyncGenerator<unknown, Result>): Promise<Result> {
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}

function findingOn(text: string, value: string): PlacedFinding {
  return findingAt(text, text.indexOf(value), value.length);
}

describe('an excerpt of a file that is too large for the editor', () => {
  it('has the traces with findings, and says what it leaves out', () => {
    const text = JSON.stringify(records.slice(0, 8));
    const findings = ['"event2"', '"event3"', '"event6"'].map((value) => findingOn(text, value));
    const excerpt = excerptOf(text, findings);
    assert.ok(excerpt);
    const columns = [2, 3, 6].map((index) => text.indexOf(JSON.stringify(records[index])) + 1);
    const laidOut = (index: number) =>
      JSON.stringify(records[index], undefined, 2)
        .split('\n')
        .map((line) => `  ${line}`);
    assert.deepEqual(excerpt.text.split('\n'), [
      '// The traces of "a\u{FFFD}b.json" that have findings. VS Code cannot show findings in the file itself: it has more than 50 MB of text',
      '[',
      '  // … 2 traces left out',
      `  // Line 1, column ${columns[0]}`,
      ...laidOut(2).slice(0, -1),
      '  },',
      `  // Line 1, column ${columns[1]}`,
      ...laidOut(3).slice(0, -1),
      '  },',
      '  // … 2 traces left out',
      `  // Line 1, column ${columns[2]?.toLocaleString('en-US')}`,
      ...laidOut(6),
      '  // … 1 trace left out',
      ']',
    ]);
    assert.deepEqual(
      excerpt.ranges.map((range) => textIn(excerpt, range)),
      ['"event2"', '"event3"', '"event6"'],
    );
    assert.deepEqual(
      excerpt.anchors.map((anchor) => [textIn(excerpt, anchor), anchor.position]),
      columns.map((column) => [
        `Line 1, column ${column.toLocaleString('en-US')}`,
        { line: 0, column: column - 1 },
      ]),
    );
  });

  const forms = {
    'on one line': JSON.stringify(records),
    'laid out': JSON.stringify(records, undefined, 3),
    'one per line': records.map((record) => JSON.stringify(record)).join('\n'),
    'a page': JSON.stringify({ meta_data: { count: 40 }, traces: records }),
  };
  for (const [name, text] of Object.entries(forms))
    it(`has any traces, each once, and leads to any value: ${name}`, () => {
      fc.assert(
        fc.property(fc.array(fc.nat(records.length - 1), { minLength: 1 }), (chosen) => {
          const values = chosen.map((index) => `"event${index}"`);
          const excerpt = excerptOf(
            text,
            values.map((value) => findingOn(text, value)),
          );
          assert.ok(excerpt);
          const expected = records.filter((_, index) => chosen.includes(index));
          assert.deepEqual(parse(excerpt.text), expected);
          assert.deepEqual(
            excerpt.ranges.map((range) => textIn(excerpt, range)),
            values,
          );
        }),
        runs.parameters(50),
      );
    });

  it('has what findings refer to as well', () => {
    const text = JSON.stringify(records);
    const other = text.indexOf('"event20"');
    const value = text.indexOf('"event3"');
    const excerpt = excerptOf(text, [findingAt(text, value, 8, [other])]);
    assert.ok(excerpt);
    assert.deepEqual(parse(excerpt.text), [records[3], records[20]]);
    assert.deepEqual(
      excerpt.ranges.map((range) => textIn(excerpt, range)),
      ['"event3"', '"'],
    );
  });

  it('leads to the same if its fields are in another order', () => {
    const record = { ...records[3], user: '{"name":"example"}' };
    const text = JSON.stringify([record, records[4]]);
    const sought = ['"IMS"', '"event3"', '1795136523123', 'example', '"event4"'];
    const findings = sought.map((value) => findingOn(text, value));
    const excerpt = excerptOf(text, findings, 0, 'essentials-first');
    assert.ok(excerpt);
    assert.deepEqual(
      excerpt.ranges.map((range) => textIn(excerpt, range)),
      sought,
    );
    const places = excerpt.ranges.map(({ start }) => start.line);
    assert.deepEqual(
      [1, 2, 3, 0, 4].map((index) => places[index]),
      [...places].sort((one, other) => one - other),
    );
  });

  it('opens JSON in strings and leads into it', () => {
    const record = { ...records[0], user: '{"name":"example"}' };
    const text = JSON.stringify([record, records[1]]);
    const excerpt = excerptOf(text, [findingOn(text, 'example')]);
    assert.ok(excerpt);
    assert.deepEqual(parse(excerpt.text), [{ ...record, user: { name: 'example' } }]);
    assert.deepEqual(
      excerpt.ranges.map((range) => textIn(excerpt, range)),
      ['example'],
    );
    const lines = excerpt.text.split('\n');
    assert.deepEqual(
      excerpt.openings.map(({ line, column }) => lines[line]?.slice(column)),
      ['{'],
    );
  });

  it('names places outside of traces alone', () => {
    const text = JSON.stringify({ meta_data: { count: 40 }, traces: records });
    const excerpt = excerptOf(text, [findingOn(text, '40'), findingAt(text, text.length - 1, 1)]);
    assert.ok(excerpt);
    assert.deepEqual(
      excerpt.ranges.map((range) => textIn(excerpt, range)),
      [text.indexOf('40') + 1, text.length].map(
        (column) => `Line 1, column ${column.toLocaleString('en-US')}`,
      ),
    );
    assert.match(excerpt.text, /… 30 traces left out/);
  });

  it('is bounded: traces that are very long are named alone', () => {
    const text = JSON.stringify([{ ...records[0], message: 'x'.repeat(1_100_000) }, records[1]]);
    const excerpt = excerptOf(text, [findingOn(text, '"event0"'), findingOn(text, '"event1"')]);
    assert.ok(excerpt && excerpt.text.length < 2000);
    assert.deepEqual(parse(excerpt.text), [records[1]]);
  });

  it('needs no more of the file than up to its last finding, once it is certain that the file is too large', () => {
    const text = JSON.stringify(records);
    const reachedBy = (value: string, minLength: number) => {
      const job = jobOn(text, [findingOn(text, value)], minLength);
      const stream = new RecordStream({ isLineDelimited: false });
      stream.add(text);
      stream.end();
      let records = 0;
      for (const item of stream.items()) {
        job.add(item);
        if (item.kind === 'trace') records++;
        if (job.isDone()) break;
      }
      return records;
    };
    assert.equal(reachedBy('"event3"', 0), 5);
    assert.equal(reachedBy('"event3"', text.indexOf('"event9"')), 10);
    assert.equal(reachedBy('"event3"', text.length), 30);
  });

  it('closes the file that it needs no more of', async () => {
    const text = records.map((record) => JSON.stringify(record)).join('\n');
    const read: string[] = [];
    const pieces = (function* () {
      try {
        for (const line of text.split('\n')) {
          read.push(line);
          yield Buffer.from(`${line}\n`);
        }
      } finally {
        read.push('closed');
      }
    })();
    const reader = new EvidenceReader({ isLineDelimited: true });
    const steps = readEvidence(new ByteReader(pieces), { reader, host: portableInflateHost });
    const problemOf = (error: unknown) => ({ kind: 'fault', error: String(error) }) as const;
    const job = jobOn(text, [findingOn(text, '"event3"')], 0);
    const run = runOnItems({ reader, steps, problemOf }, { ...bound(job), isDone: () => read.length > 9 });
    const report = await lastOf(run);
    assert.equal(read.length, 11);
    assert.equal(read.at(-1), 'closed');
    assert.deepEqual(report.problems, []);
  });

  it('is none of a file that the editor shows as any other', () => {
    const text = JSON.stringify(records);
    assert.equal(excerptOf(text, [findingOn(text, '"event1"')], text.length), undefined);
    assert.ok(excerptOf(text, [findingOn(text, '"event1"')], text.length - 1));
  });
});
