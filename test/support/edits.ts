import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Change } from '../../src/core/file/trace-index';
import type { TextSource } from '../../src/core/text/text-source';
import { type Flavour, flavours, recordText, type Shape, shapeNames, shapes } from './records';

/** An edit of a text that is not known yet: places are fractions of its length, in 10,000ths. */
export interface Edit {
  readonly from: number;
  readonly length: number;
  readonly aim: 'any' | 'structure' | 'record' | 'start' | 'end';
  readonly text: string;
}

/** What is done to a file: edits in one update, or taking the last update back; then some items are read. */
export interface Move {
  readonly edits: readonly Edit[];
  readonly isUndo: boolean;
  /** How many items may be read until the next move; all of them where it is large. */
  readonly patience: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  from: fc.nat(10_000),
  length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(6), fc.nat(600), fc.nat(40_000)),
  aim: fc.constantFrom('any', 'structure', 'structure', 'record', 'record', 'start', 'end'),
  text: fc.oneof(
    fc.constant(''),
    fc.constantFrom(
      ...'{}[]",:\n\\ 1xn/',
      '},{',
      '"},{"',
      '],"traces":[',
      '}\n{',
      '][',
      '/*',
      '//',
      'null',
      '[{',
    ),
    fc.constantFrom('{"context":', '{"cts":', '{"data":', '{"traces":[', '{"a":{"b":[', '}}', ']}', '\uFEFF'),
    fc.nat(4).map((count) => `"meta_data":{"count":${count}},`),
    fc.nat(3).map((number) => `,${recordText('older', number, undefined)}`),
    fc.nat(9).map((number) => recordText('slip', number, undefined)),
    fc.nat(9).map((number) => `${recordText('sound', number, '  ')},`),
    fc.nat(9).map((number) => `,${recordText('value', number, undefined)}`),
    fc
      .integer({ min: 20, max: 300 })
      .map((count) => `${recordText('missing', count, undefined)}\n`.repeat(count)),
  ),
});

export const move: fc.Arbitrary<Move> = fc.record({
  edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
  isUndo: fc.integer({ min: 0, max: 4 }).map((number) => number === 0),
  patience: fc.oneof(fc.constant(0), fc.nat(20), fc.constant(Number.POSITIVE_INFINITY)),
});

/** Files of every shape, some of many records. */
export const file: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...shapeNames),
    fc.array(
      fc.tuple(
        fc.oneof(
          { weight: 30, arbitrary: fc.constantFrom(...flavours.filter(isShort)) },
          { weight: 1, arbitrary: fc.constantFrom('long', 'endless') },
        ),
        fc.nat(20),
      ),
      { minLength: 0, maxLength: 12 },
    ),
    fc.constantFrom(undefined, undefined, '  '),
    fc.constantFrom(1, 1, 1, 40),
  )
  .map(([shape, records, indent, times]) => makeFile(shape, records, indent, times));

type Spec = readonly [Flavour, number];

function isShort(flavour: Flavour): boolean {
  return flavour !== 'long' && flavour !== 'endless';
}

function makeFile(shape: Shape, specs: readonly Spec[], indent: string | undefined, times: number): string {
  const isByLine = shape === 'lines' || shape === 'events';
  const texts = specs.map(([flavour, number]) => recordText(flavour, number, isByLine ? undefined : indent));
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const copies = length > 100_000 ? 1 : times;
  return shapes[shape](Array.from({ length: copies }, () => texts).flat());
}

/** A text that can be edited; whoever reads beyond it fails. */
export class Text implements TextSource {
  constructor(public value: string) {}
  get length(): number {
    return this.value.length;
  }
  slice(start: number, end: number): string {
    assert.ok(start >= 0 && start <= end && end <= this.value.length, `slice(${start}, ${end})`);
    return this.value.slice(start, end);
  }
}

/** Applies edits in the order of their places, each behind the one before. */
export function applyEdits(source: Text, edits: readonly Edit[]): readonly Change[] {
  const text = source.value;
  const placed = edits
    .map((edit) => ({ offset: placeOf(text, edit), edit }))
    .sort((one, other) => one.offset - other.offset);
  const changes: Change[] = [];
  let result = '';
  let behind = 0;
  for (const { offset: wanted, edit } of placed) {
    const offset = Math.max(wanted, behind);
    const removed = Math.min(edit.length, text.length - offset);
    result += text.slice(behind, offset) + edit.text;
    behind = offset + removed;
    changes.push({ offset, removed, inserted: edit.text.length });
  }
  source.value = result + text.slice(behind);
  return changes;
}

/** Puts another text in the place of the whole, as taking an edit back does. */
export function replaceAll(source: Text, text: string): readonly Change[] {
  const before = source.value;
  let same = 0;
  while (same < before.length && same < text.length && before[same] === text[same]) same++;
  source.value = text;
  return [{ offset: same, removed: before.length - same, inserted: text.length - same }];
}

function placeOf(text: string, { from, aim }: Edit): number {
  const offset = Math.floor((from / 10_000) * text.length);
  if (aim === 'start') return Math.min(text.length, from % 4);
  if (aim === 'end') return Math.max(0, text.length - (from % 4));
  if (aim === 'any') return offset;
  const pattern = aim === 'structure' ? /["{}[\],:\n]/g : /\{"trace_id|\}[,\n\]]/g;
  pattern.lastIndex = offset;
  return pattern.exec(text)?.index ?? offset;
}
