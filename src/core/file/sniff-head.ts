import { skipBrackets } from '../text/brackets';
import type { TextSource } from '../text/text-source';
import { skipWhitespace } from '../text/whitespace';

/** How much of a file is looked at before it is read, in UTF-16 units. */
export const headLength = 64 * 1024;
/** What the keys begin with of which a trace has two. */
const traceKey = 'trace_';
const digestKey = 'digest_';

/** Whether the beginning of a file leaves it open that there are traces: for almost any other JSON it does not. */
export function mayHoldTraces(source: TextSource): boolean {
  const head = headOf(source);
  return namesTraceKeys(head) || (source.length > headLength && !hasWholeRecord(head));
}

export function headOf(source: TextSource): string {
  return source.slice(0, Math.min(source.length, headLength));
}

export function namesTraceKeys(head: string): boolean {
  return head.includes(traceKey) || head.includes(digestKey);
}

/** Whether the first object, or the first one in an array, ends within the text: then its keys were seen. */
export function hasWholeRecord(head: string): boolean {
  let at = skipWhitespace(head, 0, head.length);
  while (head[at] === '[') at = skipWhitespace(head, at + 1, head.length);
  return head[at] !== '{' || skipBrackets(head, at, head.length) !== undefined;
}
