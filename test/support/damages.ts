import { isRecord } from '../../src/core/file/items';
import { TraceIndex } from '../../src/core/file/trace-index';
import { textSource } from '../../src/core/text/text-source';
import type { CorpusFile } from './corpus';

/** A text with one character deleted, or with another in its place. */
export interface Damage {
  readonly text: string;
  readonly what: string;
  readonly from: number;
  /** How far what stands behind it moved. */
  readonly by: number;
}

const structure = '{}[],:"\\\n';
const replacements = ['', '{', '}', '[', ']', ',', ':', '"', ' ', '/', '\n', 'x'];

/** Damages of structural characters, at so many places that are evenly spread over them. */
export function* damagesOf(text: string, places: number): Iterable<Damage> {
  const offsets = [...text].length === 0 ? [] : structuralOffsets(text);
  const step = Math.max(1, offsets.length / places);
  let turn = 0;
  for (let index = 0; index < offsets.length; index += step) {
    const from = offsets[Math.floor(index)] ?? 0;
    for (const other of ['', replacements[turn++ % replacements.length] ?? '']) {
      const found = text.charAt(from);
      if (other === found) continue;
      const what = `${JSON.stringify(found)} at ${from} replaced by ${JSON.stringify(other)}`;
      yield { text: text.slice(0, from) + other + text.slice(from + 1), what, from, by: other.length - 1 };
    }
  }
}

function structuralOffsets(text: string): readonly number[] {
  const offsets: number[] = [];
  for (let offset = 0; offset < text.length; offset++)
    if (structure.includes(text.charAt(offset))) offsets.push(offset);
  return offsets;
}

/** Where a record stands. */
export interface Place {
  readonly start: number;
  readonly length: number;
}

/** The places of all records of a file. */
export function recordsOf({ text, isLineDelimited }: CorpusFile): readonly Place[] {
  const index = new TraceIndex(
    textSource(text),
    { dataOf: () => undefined, release: () => {} },
    { isLineDelimited },
  );
  index.read(() => true);
  let from = 0;
  return index.chunks().flatMap(({ items }) =>
    items.flatMap((item) => {
      const start = from + item.lead;
      from = start + item.length;
      return isRecord(item) ? [{ start, length: item.length }] : [];
    }),
  );
}

/** The records that a damage stands neither in nor right before, where the wrapper of one record begins. */
export function otherRecords(records: readonly Place[], damage: number): readonly Place[] {
  const own = records.findIndex(({ start, length }) => damage < start + length);
  return records.filter((_, index) => index !== own);
}
