import type { CheckedFile } from '../check/checked-file';
import { isBegun, isNamedForTraces } from '../file/may-begin-traces';
import { headLength, namesTraceKeys } from '../file/may-hold-traces';
import type { TextSource } from '../text/text-source';
import type { Surroundings } from './completion/draft';

/** How far around the cursor the text of a trace file is read, in UTF-16 units. */
const reach = 16 * 1024;

/** Text around a cursor, with its place in the document. */
export interface PlacedSurroundings extends Surroundings {
  /** Offset of the text in the document. */
  readonly base: number;
}

export interface CompletionPlace {
  /** The check of the document if it holds traces. */
  readonly file: CheckedFile | undefined;
  readonly source: TextSource;
  readonly path: string;
  readonly offset: number;
}

/**
 * The text in which an object or a trace may be begun at a cursor that is in no trace: from the end of the last trace
 * before it, or all of a small file that may become a trace file.
 *
 * @returns `undefined` in other JSON
 */
export function surroundingsOf(place: CompletionPlace): PlacedSurroundings | undefined {
  const { file, source, path, offset } = place;
  if (file?.kind === 'traces') return amongTraces(file, place);
  if (source.length > headLength) return undefined;
  const text = source.slice(0, source.length);
  const isTraceFile = isNamedForTraces(path);
  const isWorthALook = isTraceFile || isBegun(source) || namesTraceKeys(text);
  return isWorthALook ? { base: 0, text, offset, isTraceFile } : undefined;
}

function amongTraces(file: CheckedFile, { source, offset }: CompletionPlace): PlacedSurroundings | undefined {
  const range = { start: Math.max(0, offset - reach), end: offset, maxLength: reach };
  const before = [...file.tracesIn(range)].filter(({ start, trace }) => start + trace.text.length <= offset);
  const last = before.at(-1);
  if (last === undefined && offset > reach) return undefined;
  // Its closing brace tells that a comma is due
  const base = last === undefined ? 0 : last.start + last.trace.text.length - 1;
  const text = source.slice(base, Math.min(source.length, offset + reach));
  return { base, text, offset: offset - base, isTraceFile: true };
}
