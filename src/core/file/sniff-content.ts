import { type TextSource, textSource } from '../text/text-source';
import { hasWholeRecord, headLength, headOf, namesTraceKeys } from './may-hold-traces';
import { TraceIndex } from './trace-index';

/** Where {@link searchFurther} gives up, in UTF-16 units. */
const maxSearchLength = 16 * 1024 * 1024;
const searchStep = 512 * 1024;
/** Every trace has at least two of these keys. `trace_id` is not among them, as other kinds of logs have it too. */
const traceKey = /"trace_(?:name|type|rating|status)[ "]/;
const maxKeyLength = '"trace_rating"'.length;

/** Whether a file should be read as a trace file; `search` if its beginning does not decide it. */
export type SniffResult = 'yes' | 'no' | 'search';

/**
 * Detects from the beginning of a file whether it contains traces or is a digest. Almost any other JSON is ruled out by
 * one substring search.
 */
export function sniffContent(source: TextSource, isLineDelimited: boolean): SniffResult {
  const isWhole = source.length <= headLength;
  const head = headOf(source);
  if (namesTraceKeys(head) && containsTrace(head, isLineDelimited)) return 'yes';
  return isWhole || hasWholeRecord(head) ? 'no' : 'search';
}

/**
 * Searches the text for a trace key after {@link sniffContent} answered `search`: one step per call, so that the caller
 * can yield in between.
 *
 * @param from where to begin, 0 at first
 * @returns where to continue, or whether the file should be read as a trace file
 */
export function searchFurther(source: TextSource, from: number): number | boolean {
  const end = Math.min(source.length, maxSearchLength, from + searchStep);
  if (traceKey.test(source.slice(from, end))) return true;
  const next = end - maxKeyLength;
  return end >= Math.min(source.length, maxSearchLength) ? false : next;
}

function containsTrace(head: string, isLineDelimited: boolean): boolean {
  const index = new TraceIndex<never>(
    textSource(head),
    { dataOf: () => undefined, release: () => {} },
    { isLineDelimited },
  );
  index.read(() => index.traceCount === 0 && !index.hasDigest);
  return index.traceCount > 0 || index.hasDigest;
}
