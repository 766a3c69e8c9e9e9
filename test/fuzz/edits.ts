import { isDeepStrictEqual } from 'node:util';
import { TraceIndex } from '../../src/core/file/trace-index';
import { damagedText, type Failure } from './damaged-texts';
import type { Random } from './random';

const pieces = [
  '',
  '',
  '',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\n',
  ' ',
  'x',
  '1',
  '//',
  '/*',
  '}{',
  '","',
  ',,',
  '\\',
  '{"',
  '"}',
  '],[',
];

/** Keeps the index of a damaged text up with random edits: it must equal the index of the text read from scratch. */
export function tryEdits(random: Random): Failure | undefined {
  let text = damagedText(random);
  const source = {
    get length() {
      return text.length;
    },
    slice: (start: number, end: number) => text.slice(start, end),
  };
  const isLineDelimited = random.below(4) === 0;
  const index = indexOf(source, isLineDelimited);
  index.read(() => true);
  const log: string[] = [];
  for (let turn = 0; turn < 6; turn++) {
    const before = text;
    const offset = placeIn(random, text);
    const removed = Math.min(random.pick([0, 0, 1, 1, 2, 5, 40, 400]), text.length - offset);
    const inserted = random.pick(pieces);
    text = text.slice(0, offset) + inserted + text.slice(offset + removed);
    log.push(`${offset} -${removed} +${JSON.stringify(inserted)}`);
    index.update([{ offset, removed, inserted: inserted.length }]);
    if (random.below(4) === 0) {
      let left = random.below(4);
      index.read(() => left-- > 0);
      continue;
    }
    index.read(() => true);
    const fresh = indexOf(
      { length: text.length, slice: (start, end) => text.slice(start, end) },
      isLineDelimited,
    );
    fresh.read(() => true);
    if (!isDeepStrictEqual(itemsOf(index), itemsOf(fresh)))
      return {
        why: 'differs after an edit',
        text: before,
        change: `${isLineDelimited} ${log.at(-1)} of ${before.length}`,
      };
  }
  return undefined;
}

function placeIn(random: Random, text: string): number {
  const offset = random.below(text.length + 1);
  if (random.below(3) === 0) return offset;
  const pattern = /["{}[\],:\n]/g;
  pattern.lastIndex = offset;
  return pattern.exec(text)?.index ?? offset;
}

function indexOf(
  source: ConstructorParameters<typeof TraceIndex>[0],
  isLineDelimited: boolean,
): TraceIndex<never> {
  return new TraceIndex<never>(source, { dataOf: () => undefined, release: () => {} }, { isLineDelimited });
}

function itemsOf(index: TraceIndex<never>): readonly unknown[] {
  return index.chunks().flatMap(({ items }) => items.map(({ reach, ...item }) => item));
}
