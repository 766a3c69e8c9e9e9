import { type Chunk, isRecord, lengthOf } from '../file/items';
import { readTrace } from '../reading/read-trace';
import { hasFailed } from '../record/outcome';
import { type TimeSpan, unionOf } from '../record/time-span';
import { factsOf } from '../record/trace-facts';
import type { CheckedFile } from './checked-file';
import { type Damage, findDamage } from './damage';

/** What a file holds as a whole. Offsets count from the start of the file. */
export interface FileSummary {
  readonly traceCount: number;
  /** How many traces are rated `warning` or `incident`. */
  readonly failedCount: number;
  /** The earliest and latest time, in epoch milliseconds; `undefined` if no trace has an exact one. */
  readonly times: TimeSpan | undefined;
  readonly damage: Damage | undefined;
}

/**
 * Summarizes a file, one record at a time so that the caller can pause. Chunks that are unchanged since an earlier call
 * are not read again. The text must not change meanwhile.
 */
export function* summarize(file: CheckedFile): Generator<void, FileSummary> {
  let failedCount = 0;
  let times: TimeSpan | undefined;
  let from = 0;
  for (const chunk of file.chunks()) {
    const part = summaries.get(chunk) ?? (yield* summarizeChunk(file, chunk, from));
    summaries.set(chunk, part);
    failedCount += part.failedCount;
    times = unionOf(times, part.times);
    from += chunk.sums.length;
  }
  return { traceCount: file.traceCount, failedCount, times, damage: findDamage(file) };
}

interface ChunkSummary {
  readonly failedCount: number;
  readonly times: TimeSpan | undefined;
}

/** By identity, as chunks never change. */
const summaries = new WeakMap<Chunk<unknown>, ChunkSummary>();

function* summarizeChunk(
  file: CheckedFile,
  { items }: Chunk<unknown>,
  chunkStart: number,
): Generator<void, ChunkSummary> {
  let failedCount = 0;
  let times: TimeSpan | undefined;
  let from = 0;
  for (const item of items) {
    const start = from + item.lead;
    if (isRecord(item)) {
      const at = chunkStart + start;
      const trace = readTrace(file.source.slice(at, at + item.length));
      const { time, outcome } = factsOf(trace);
      if (hasFailed(outcome)) failedCount++;
      if (time?.isExact)
        times = unionOf(times, { first: time.epochMilliseconds, last: time.epochMilliseconds });
      yield;
    }
    from += lengthOf(item);
  }
  return { failedCount, times };
}
