import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { CheckedFile } from '../../../src/core/check/checked-file';
import { TraceIndex } from '../../../src/core/file/trace-index';
import type { TextSource } from '../../../src/core/text/text-source';
import { applyEdits, file, type Move, move, replaceAll, Text } from '../../support/edits';
import { checkText, plainSettings } from '../../support/harness';
import { runs } from '../../support/runs';

describe('a file kept up with edits', function () {
  this.timeout(runs.timeout);

  it('is what it would be if it were read anew', () => {
    fc.assert(
      fc.property(
        file,
        fc.array(move, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (text, moves, isHinted) => {
          play(text, moves, isHinted);
        },
      ),
      runs.parameters(40),
    );
  });
});

function play(initial: string, moves: readonly Move[], isLineDelimited: boolean): void {
  const source = new Text(initial);
  const settings = { ...plainSettings, isLineDelimited };
  const checked = new CheckedFile(source, settings);
  const index = openIndex(source, isLineDelimited);
  const past: string[] = [];
  for (const { edits, isUndo, patience } of moves) {
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

function readSome(file: { read(mayGoOn: () => boolean): boolean }, patience: number): void {
  let left = patience;
  if (left > 0) file.read(() => --left > 0);
}

function openIndex(source: TextSource, isLineDelimited: boolean): TraceIndex<string> {
  const note = (): string => 'kept';
  return new TraceIndex<string>(source, { dataOf: note, release: () => {} }, { isLineDelimited });
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
  const anew = checkText(text, { isLineDelimited });
  assert.equal(checked.isComplete, true);
  assert.equal(checked.kind, anew.kind);
  assert.equal(checked.traceCount, anew.traceCount);
  assert.deepEqual(checked.findings(), anew.findings());
  assert.deepEqual(checked.shownFindings(), anew.shownFindings());
  for (const severity of ['error', 'warning', 'information', 'hint'] as const) {
    assert.equal(checked.count(severity), anew.count(severity));
    const found = anew.findings().filter((finding) => finding.severity === severity).length;
    assert.equal(anew.count(severity), found);
  }
}

/** All that a reading gives; how far it looked may differ where the file ends. */
function itemsOf(index: TraceIndex<string>): readonly unknown[] {
  return index.chunks().flatMap(({ items }) => items.map(({ reach, ...item }) => item));
}
