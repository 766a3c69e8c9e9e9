import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { CheckedFile } from '../../../src/core/check/checked-file';
import { TraceIndex } from '../../../src/core/file/trace-index';
import type { TextSource } from '../../../src/core/text/text-source';
import { applyEdits, file, replaceAll, type Step, step, Text } from '../../support/edits';
import { checkText, plainSettings } from '../../support/harness';
import { runs } from '../../support/runs';

describe('a file updated with edits', function () {
  this.timeout(runs.timeout);

  it('equals the same text read from scratch', () => {
    fc.assert(
      fc.property(
        file,
        fc.array(step, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (text, steps, isHinted) => {
          replay(text, steps, isHinted);
        },
      ),
      runs.parameters(40),
    );
  });
});

function replay(initial: string, steps: readonly Step[], isLineDelimited: boolean): void {
  const source = new Text(initial);
  const settings = { ...plainSettings, isLineDelimited };
  const checked = new CheckedFile(source, settings);
  const index = openIndex(source, isLineDelimited);
  const past: string[] = [];
  for (const { edits, isUndo, patience } of steps) {
    for (const file of [checked, index]) readSome(file, patience);
    const before = source.value;
    const earlier = isUndo ? past.pop() : undefined;
    const changes = earlier === undefined ? applyEdits(source, edits) : replaceAll(source, earlier);
    if (earlier === undefined) past.push(before);
    checked.update(changes);
    index.update(changes);
    if (patience === Number.POSITIVE_INFINITY) compare(checked, index, source.value, isLineDelimited);
  }
  compare(checked, index, source.value, isLineDelimited);
}

function readSome(file: { read(shouldContinue: () => boolean): boolean }, patience: number): void {
  let left = patience;
  if (left > 0) file.read(() => --left > 0);
}

function openIndex(source: TextSource, isLineDelimited: boolean): TraceIndex<string> {
  const dataOf = (): string => 'kept';
  return new TraceIndex<string>(source, { dataOf, release: () => {} }, { isLineDelimited });
}

function compare(
  checked: CheckedFile,
  index: TraceIndex<string>,
  text: string,
  isLineDelimited: boolean,
): void {
  checked.read(() => true);
  index.read(() => true);
  const fresh = openIndex(new Text(text), isLineDelimited);
  fresh.read(() => true);
  assert.deepEqual(itemsOf(index), itemsOf(fresh));
  const expected = checkText(text, { isLineDelimited });
  assert.equal(checked.isComplete, true);
  assert.equal(checked.kind, expected.kind);
  assert.equal(checked.traceCount, expected.traceCount);
  assert.deepEqual(checked.findings(), expected.findings());
  assert.deepEqual(checked.shownFindings(), expected.shownFindings());
  for (const severity of ['error', 'warning', 'information', 'hint'] as const) {
    assert.equal(checked.count(severity), expected.count(severity));
    const found = expected.findings().filter((finding) => finding.severity === severity).length;
    assert.equal(expected.count(severity), found);
  }
}

/** The items without their reach, which may differ at the end of the file. */
function itemsOf(index: TraceIndex<string>): readonly unknown[] {
  return index.chunks().flatMap(({ items }) => items.map(({ reach, ...item }) => item));
}
