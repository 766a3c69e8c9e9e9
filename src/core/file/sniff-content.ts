import { type TextSource, textSource } from '../text/text-source';
import { hasWholeRecord, headLength, headOf, namesTraceKeys } from './sniff-head';
import { TraceIndex } from './trace-index';

/** How far the one search goes that decides where the beginning does not. */
const longestSearch = 16 * 1024 * 1024;
const searchStep = 512 * 1024;
/** What is searched for: a key of which a trace has two. Logs of other kinds have a `trace_id`, which is none of them. */
const traceKey = /"trace_(?:name|type|rating|status)[ "]/;
const longestTraceKey = '"trace_rating"'.length;

/** Whether a file is to be read as a trace file; `search` where its beginning does not tell. */
export type SniffResult = 'yes' | 'no' | 'search';

/**
 * Tells by the beginning of a file whether it holds traces, or is a digest. Almost any other JSON is told by one search
 * for a few letters.
 */
export function sniffContent(source: TextSource, isLineDelimited: boolean): SniffResult {
  const isWhole = source.length <= headLength;
  const head = headOf(source);
  if (namesTraceKeys(head) && holdsTrace(head, isLineDelimited)) return 'yes';
  return isWhole || hasWholeRecord(head) ? 'no' : 'search';
}

/**
 * The search that decides where a first look does not, one stretch at a time so that nobody has to wait for it.
 *
 * @param from where to begin, 0 at first
 * @returns where to go on, or whether the file is to be read
 */
export function searchFurther(source: TextSource, from: number): number | boolean {
  const end = Math.min(source.length, longestSearch, from + searchStep);
  if (traceKey.test(source.slice(from, end))) return true;
  const next = end - longestTraceKey;
  return end >= Math.min(source.length, longestSearch) ? false : next;
}

function holdsTrace(head: string, isLineDelimited: boolean): boolean {
  const index = new TraceIndex<never>(
    textSource(head),
    { dataOf: () => undefined, release: () => {} },
    { isLineDelimited },
  );
  index.read(() => index.traceCount === 0 && !index.hasDigest);
  return index.traceCount > 0 || index.hasDigest;
}
