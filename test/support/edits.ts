import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Change } from '../../src/core/file/trace-index';
import type { TextSource } from '../../src/core/text/text-source';
import { type Flavour, flavours, recordText, type Shape, shapeNames, shapes } from './records';

/** An edit of a string that is not known yet. */
export interface Edit {
  /** Position as a fraction of the text, in 10,000ths. */
  readonly from: number;
  readonly length: number;
  /** What the position is moved to. */
  readonly aim: 'any' | 'structure' | 'record' | 'start' | 'end';
  readonly text: string;
}

/** Reading some items, followed by an update of several edits or an undo of the last update. */
export interface Step {
  readonly edits: readonly Edit[];
  readonly isUndo: boolean;
  /** How many items are read before the update; infinity for all. */
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
    fc.nat(9).map((number) => recordText('misspelled', number, undefined)),
    fc.nat(9).map((number) => `${recordText('valid', number, '  ')},`),
    fc.nat(9).map((number) => `,${recordText('value', number, undefined)}`),
    fc
      .integer({ min: 20, max: 300 })
      .map((count) => `${recordText('missing', count, undefined)}\n`.repeat(count)),
  ),
});

export const step: fc.Arbitrary<Step> = fc.record({
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

/** An editable text that fails on slices out of range. */
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

/** Applies edits in the order of their offsets, each moved past the end of the previous one if they overlap. */
export function applyEdits(source: Text, edits: readonly Edit[]): readonly Change[] {
  const text = source.value;
  const located = edits
    .map((edit) => ({ offset: placeOf(text, edit), edit }))
    .sort((one, other) => one.offset - other.offset);
  const changes: Change[] = [];
  let result = '';
  let end = 0;
  for (const { offset: wanted, edit } of located) {
    const offset = Math.max(wanted, end);
    const removed = Math.min(edit.length, text.length - offset);
    result += text.slice(end, offset) + edit.text;
    end = offset + removed;
    changes.push({ offset, removed, inserted: edit.text.length });
  }
  source.value = result + text.slice(end);
  return changes;
}

/** Replaces the whole text, as an undo does. */
export function replaceAll(source: Text, text: string): readonly Change[] {
  const before = source.value;
  let prefix = 0;
  while (prefix < before.length && prefix < text.length && before[prefix] === text[prefix]) prefix++;
  source.value = text;
  return [{ offset: prefix, removed: before.length - prefix, inserted: text.length - prefix }];
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
