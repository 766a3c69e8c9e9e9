import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { CheckedFile } from '../../../src/core/check/checked-file';
import { editsOf, type Finding, gravestFirst } from '../../../src/core/check/finding';
import { touches } from '../../../src/core/text/span';
import { readCorpus } from '../../support/corpus';
import { applyEdits, checkText, marked } from '../../support/harness';
import { flavours, recordText, shapeNames, shapes } from '../../support/records';
import { runs } from '../../support/runs';

const file = fc
  .tuple(
    fc.constantFrom(...shapeNames),
    fc.array(fc.tuple(fc.constantFrom(...flavours.filter((flavour) => flavour !== 'endless')), fc.nat(50)), {
      maxLength: 8,
    }),
    fc.constantFrom(undefined, '  '),
  )
  .map(([shape, records, indent]) => {
    const isByLine = shape === 'lines' || shape === 'events';
    return shapes[shape](
      records.map(([flavour, number]) => recordText(flavour, number, isByLine ? undefined : indent)),
    );
  });

/** Without the fixes, which are functions in part. */
function placesOf(findings: readonly Finding[]): readonly Partial<Finding>[] {
  return findings.map(({ fixes, ...rest }) => rest);
}

describe('findings', function () {
  this.timeout(runs.timeout);

  it('mark what their message names', () => {
    const check = (text: string): void => {
      for (const finding of checkText(text).findings()) assertMarked(text, finding);
    };
    fc.assert(fc.property(file, check), runs.parameters(200));
    for (const { text } of readCorpus('bad')) check(text);
  });

  it('are in order and complete however many one record has', () => {
    for (const count of [10, 3000]) {
      const keys = Array.from({ length: count }, (_, number) => `"k${number}":1,"k${number}":2,"code":7,`);
      const found = checkText(recordText('value', 0, undefined).replace('{', `{${keys.join('')}`)).findings();
      const offsets = found.map(({ span }) => span.offset);
      assert.deepEqual(
        offsets,
        offsets.toSorted((one, other) => one - other),
      );
      // The last "code" is the record's own
      assert.equal(found.filter(({ rule }) => rule === 'duplicate-key').length, 2 * count);
      assert.equal(found.length, 2 * count + 2);
    }
  });

  it('of a record are found by any place in them', () => {
    const check = (text: string): void => {
      const checked = checkText(text);
      const ofRecord = ({ trace }: Finding): boolean => trace !== undefined;
      const all = checked.findings().filter(ofRecord);
      for (const { span } of all)
        for (const offset of [span.offset + 1, span.offset + span.length - 1])
          assert.deepEqual(
            placesOf(checked.findingsAt(offset).filter(ofRecord)),
            placesOf(all.filter((other) => touches(other.span, offset))),
          );
    };
    fc.assert(fc.property(file, check), runs.parameters(200));
    for (const { text } of readCorpus('bad')) check(text);
    assert.deepEqual(checkText('[]').findingsAt(1), []);
  });

  it('are sorted by severity and keep their order in it', () => {
    const found = ['hint', 'error', 'warning', 'error'].map(
      (severity, trace) => ({ severity, trace }) as Finding,
    );
    assert.deepEqual(
      gravestFirst(found).map(({ trace }) => trace),
      [1, 3, 2, 0],
    );
  });

  it('can be fixed: once every fix has been applied, nothing is left to fix', () => {
    const check = (text: string): void => {
      let fixed = text;
      for (let round = 0; round < 3; round++) fixed = applyFixes(fixed);
      assert.deepEqual(
        checkText(fixed)
          .findings()
          .filter((finding) => editsOf(finding).length > 0),
        [],
      );
    };
    fc.assert(fc.property(file, check), runs.parameters(100));
    for (const { text } of readCorpus('bad')) check(text);
  });

  it('disappear after any of their fixes', () => {
    for (const { text } of readCorpus('bad')) {
      const before = checkText(text).findings();
      for (const finding of before) {
        for (const { edits } of editsOf(finding)) {
          const after = checkText(applyEdits(text, edits)).findings();
          const same = after.filter(({ rule, trace }) => rule === finding.rule && trace === finding.trace);
          assert.ok(
            same.every(
              ({ span, message }) => span.offset !== finding.span.offset || message !== finding.message,
            ),
            finding.message,
          );
        }
      }
    }
  });
});

describe('the work', function () {
  this.timeout(runs.timeout);

  it('of a full check grows linearly with the file', () => {
    for (const shape of shapeNames) {
      const small = checkText(manyRecords(shape, 1_000)).work;
      const large = checkText(manyRecords(shape, 2_000)).work;
      assert.ok(large.units <= 2.2 * small.units && large.items <= 2.2 * small.items, shape);
    }
  });

  // Reading all of a small file takes less, so only a large one can exceed the bounds
  it('of an edit does not depend on the size of the file', () => {
    for (const shape of shapeNames) {
      const { units, items } = workOfEdit(manyRecords(shape, 2_000));
      assert.ok(units <= 150_000 && items <= 200, `${shape}: ${units} units, ${items} items`);
    }
  });
});

function assertMarked(text: string, { rule, span, message }: Finding): void {
  const found = marked(text, span);
  if (rule === 'json-syntax' || rule === 'exposed-secret') return;
  if (rule === 'missing-field') {
    assert.match(found, /^(?:\{|"\s*")$/);
    return;
  }
  const value: unknown = JSON.parse(found);
  const isKey = /^\s*:/.test(text.slice(span.offset + span.length));
  assert.equal(isKey, rule === 'duplicate-key', message);
  const namesValue = !['wrong-field-type', 'broken-embedded-json', 'duplicate-trace'].includes(rule);
  if (typeof value === 'string' && namesValue) assert.ok(message.includes(`"${value.trim()}"`), message);
}

/** Applies the first fix of every finding. */
function applyFixes(text: string): string {
  const edits = checkText(text)
    .findings()
    .flatMap((finding) => editsOf(finding)[0]?.edits ?? []);
  return applyEdits(text, edits);
}

function manyRecords(shape: (typeof shapeNames)[number], length: number): string {
  const kinds = ['valid', 'valid', 'value', 'valid', 'missing'] as const;
  const records = Array.from({ length }, (_, number) =>
    recordText(kinds[number % kinds.length] ?? 'valid', number, undefined),
  );
  return shapes[shape](records);
}

/** What is read again after a character in the middle of a file is inserted and deleted, and a brace is deleted. */
function workOfEdit(text: string): CheckedFile['work'] {
  const middle = text.indexOf('"ims"', Math.floor(text.length / 2)) + 2;
  const source = {
    text,
    get length() {
      return this.text.length;
    },
    slice(start: number, end: number) {
      return this.text.slice(start, end);
    },
  };
  const file = checkText(source);
  const { units, items } = { ...file.work };
  for (const [offset, removed, inserted] of [
    [middle, 0, 'x'],
    [middle, 1, ''],
    [text.indexOf('}', middle), 1, ''],
  ] as const) {
    source.text = source.text.slice(0, offset) + inserted + source.text.slice(offset + removed);
    file.update([{ offset, removed, inserted: inserted.length }]);
    file.read(() => true);
  }
  return { units: file.work.units - units, items: file.work.items - items };
}
