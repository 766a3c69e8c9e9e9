import { isRecord } from '../../src/core/file/items';
import { TraceIndex } from '../../src/core/file/trace-index';
import { textSource } from '../../src/core/text/text-source';
import type { CorpusFile } from './corpus';

/** A text with one character deleted or replaced. */
export interface Damage {
  readonly text: string;
  readonly what: string;
  /** Offset of the character. */
  readonly from: number;
  /** How far the text after it was shifted. */
  readonly by: number;
}

const structure = '{}[],:"\\\n';
const replacements = ['', '{', '}', '[', ']', ',', ':', '"', ' ', '/', '\n', 'x'];

/** Damages structural characters, two ways at each of about `places` offsets that are evenly spread over them. */
export function* damagesOf(text: string, places: number): Iterable<Damage> {
  const offsets = [...text].length === 0 ? [] : structuralOffsets(text);
  const step = Math.max(1, offsets.length / places);
  let turn = 0;
  for (let index = 0; index < offsets.length; index += step) {
    const from = offsets[Math.floor(index)] ?? 0;
    for (const other of ['', replacements[turn++ % replacements.length] ?? '']) {
      const original = text.charAt(from);
      if (other === original) continue;
      const what = `${JSON.stringify(original)} at ${from} replaced by ${JSON.stringify(other)}`;
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

/** The records but the one that contains the damage, or follows it: the damage may be in its wrapper. */
export function otherRecords(records: readonly Place[], damage: number): readonly Place[] {
  const own = records.findIndex(({ start, length }) => damage < start + length);
  return records.filter((_, index) => index !== own);
}
