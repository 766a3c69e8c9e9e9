import { type Chunk, type Entry, isRecord, lengthOf } from '../file/items';
import { readTrace } from '../reading/read-trace';
import { hasFailed } from '../record/outcome';
import type { Trace } from '../record/trace';
import { factsOf } from '../record/trace-facts';
import { endOf } from '../text/span';
import type { CheckedFile } from './checked-file';

/** What a file holds as a whole. Offsets count from the start of the file. */
export interface FileSummary {
  readonly traceCount: number;
  /** How many traces are rated `warning` or `incident`. */
  readonly failedCount: number;
  /** The earliest and latest time, in epoch milliseconds; `undefined` if no trace has an exact one. */
  readonly times: Times | undefined;
  readonly damage: Damage | undefined;
}

export interface Times {
  readonly first: number;
  readonly last: number;
}

/** `cut`: the file ends in the middle of a trace or list; `broken`: the first syntax error. */
export interface Damage {
  readonly kind: 'cut' | 'broken';
  readonly offset: number;
}

/**
 * Summarises a file, one record at a time so that the caller can pause. Chunks that are unchanged since an earlier call
 * are not read again. The text must not change meanwhile.
 */
export function* summarize(file: CheckedFile): Generator<void, FileSummary> {
  let failedCount = 0;
  let times: Times | undefined;
  let brokenAt: number | undefined;
  let from = 0;
  for (const chunk of file.chunks()) {
    const part = summaries.get(chunk) ?? (yield* summarizeChunk(file, chunk, from));
    summaries.set(chunk, part);
    failedCount += part.failedCount;
    times = union(times, part.times);
    brokenAt ??= part.brokenAt === undefined ? undefined : from + part.brokenAt;
    from += chunk.sums.length;
  }
  return { traceCount: file.traceCount, failedCount, times, damage: damageOf(file, brokenAt) };
}

interface ChunkSummary {
  readonly failedCount: number;
  readonly times: Times | undefined;
  /** Counts from the start of the chunk. */
  readonly brokenAt: number | undefined;
}

/** By identity, as chunks never change. */
const summaries = new WeakMap<Chunk<unknown>, ChunkSummary>();

/** How much whitespace at the end of a file is skipped, in UTF-16 units. */
const maxTrailingWhitespace = 256;

function* summarizeChunk(
  file: CheckedFile,
  { items }: Chunk<unknown>,
  chunkStart: number,
): Generator<void, ChunkSummary> {
  let failedCount = 0;
  let times: Times | undefined;
  let brokenAt: number | undefined;
  let from = 0;
  for (const item of items) {
    const start = from + item.lead;
    if (item.error !== undefined) brokenAt ??= start;
    if (isRecord(item)) {
      const trace = read(file, chunkStart + start, item.length);
      const { time, outcome } = factsOf(trace);
      if (hasFailed(outcome)) failedCount++;
      if (time?.isExact)
        times = union(times, { first: time.epochMilliseconds, last: time.epochMilliseconds });
      const [error] = trace.parseErrors();
      if (error) brokenAt ??= start + error.span.offset;
      yield;
    }
    from += lengthOf(item);
  }
  return { failedCount, times, brokenAt };
}

function union(one: Times | undefined, other: Times | undefined): Times | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) };
}

function damageOf(file: CheckedFile, brokenAt: number | undefined): Damage | undefined {
  if (brokenAt === undefined) return undefined;
  const cutAt = findCut(file);
  return cutAt === undefined ? { kind: 'broken', offset: brokenAt } : { kind: 'cut', offset: cutAt };
}

/** Where the file ends too early; `undefined` if whatever is broken in it lies before its end. */
function findCut(file: CheckedFile): number | undefined {
  const last = findLast(file);
  if (last === undefined) return undefined;
  const { item, from } = last;
  const start = from + item.lead;
  if (item.error !== undefined) return item.error === 'cut' ? lastCharacterBefore(start, file) : undefined;
  if (!isRecord(item)) return undefined;
  const trace = read(file, start, item.length);
  return isCut(trace) ? start + trace.text.trimEnd().length - 1 : undefined;
}

function lastCharacterBefore(end: number, { source }: CheckedFile): number {
  const start = Math.max(0, end - maxTrailingWhitespace);
  return Math.max(0, start + source.slice(start, end).trimEnd().length - 1);
}

/** Whether a record that is the last of its file lacks its end. */
function isCut(trace: Trace): boolean {
  const last = trace.parseErrors().at(-1);
  if (last === undefined) return false;
  const end = trace.text.trimEnd().length;
  return last.kind === 'cut' || endOf(last.span) >= end || !trace.text.trimEnd().endsWith('}');
}

/** The last item that is a record or an error. */
function findLast(file: CheckedFile): Pick<Entry<unknown>, 'item' | 'from'> | undefined {
  let from = file.source.length;
  for (const { items } of file.chunks().toReversed()) {
    for (const item of items.toReversed()) {
      from -= lengthOf(item);
      if (item.kind !== 'end') return { item, from };
    }
  }
  return undefined;
}

function read({ source }: CheckedFile, start: number, length: number): Trace {
  return readTrace(source.slice(start, start + length));
}
