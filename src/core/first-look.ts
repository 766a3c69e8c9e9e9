import { skipBlanks, skipBrackets } from './skip';
import { type TextSource, textSource } from './source';
import { TraceIndex } from './trace-index';

/** How much of a file is looked at before it is read, in UTF-16 units. */
const headLength = 64 * 1024;
/** How far the one search goes that decides where the beginning does not. */
const longestSearch = 16 * 1024 * 1024;
const searchStep = 512 * 1024;
/** What the keys begin with of which a trace has two. */
const traceKey = 'trace_';
const digestKey = 'digest_';

/** Whether a file is to be read as a trace file; `search` where its beginning does not tell. */
export type FirstLook = 'yes' | 'no' | 'search';

/**
 * Tells by the beginning of a file whether it holds traces, or is a digest. Almost any other JSON is told by one search
 * for a few letters.
 */
export function takeFirstLook(source: TextSource, isLineDelimited: boolean): FirstLook {
  const isWhole = source.length <= headLength;
  const head = source.slice(0, Math.min(source.length, headLength));
  if (head.includes(traceKey) || head.includes(digestKey)) {
    if (holdsTrace(head, isLineDelimited)) return 'yes';
  }
  return isWhole || hasWholeRecord(head) ? 'no' : 'search';
}

/**
 * The search that decides where a first look does not, one stretch at a time so that nobody has to wait for it.
 *
 * @param from where to begin, 0 at first
 * @returns where to go on, or whether the file is to be read
 */
export function searchOn(source: TextSource, from: number): number | boolean {
  const end = Math.min(source.length, longestSearch, from + searchStep);
  if (source.slice(from, end).includes(`"${traceKey}`)) return true;
  const next = end - traceKey.length;
  return end >= Math.min(source.length, longestSearch) ? false : next;
}

function holdsTrace(head: string, isLineDelimited: boolean): boolean {
  const index = new TraceIndex<never>(
    textSource(head),
    { note: () => undefined, drop: () => {} },
    { isLineDelimited },
  );
  index.read(() => index.traceCount === 0 && !index.hasDigest);
  return index.traceCount > 0 || index.hasDigest;
}

/** Whether the first object, or the first one in an array, ends within the text: then its keys were seen. */
function hasWholeRecord(head: string): boolean {
  let at = skipBlanks(head, 0, head.length);
  while (head[at] === '[') at = skipBlanks(head, at + 1, head.length);
  return head[at] !== '{' || skipBrackets(head, at, head.length) !== undefined;
}
