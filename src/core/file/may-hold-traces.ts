import { skipBrackets } from '../text/brackets';
import type { TextSource } from '../text/text-source';
import { skipWhitespace } from '../text/whitespace';

/** Length of the beginning of a file that decides what it is and whether it is line-delimited, in UTF-16 units. */
export const headLength = 64 * 1024;
/** Every trace has at least two keys with this prefix. */
const traceKeyPrefix = 'trace_';
const digestKeyPrefix = 'digest_';
/** A trace that was pasted in another form than JSON has one of these. */
export const pastedKeys: readonly string[] = [
  ...['trace_name', 'trace_type', 'tracename', 'tracetype', 'traceName', 'traceType', 'trace\\_'],
];

/**
 * Whether the file may contain traces, or one in a form that is pointed out, judged by its beginning, which rules out
 * almost any other JSON.
 */
export function mayHoldTraces(source: TextSource): boolean {
  const head = headOf(source);
  return (
    namesTraceKeys(head) ||
    pastedKeys.some((key) => head.includes(key)) ||
    (source.length > headLength && !hasWholeRecord(head))
  );
}

export function headOf(source: TextSource): string {
  return source.slice(0, Math.min(source.length, headLength));
}

export function namesTraceKeys(head: string): boolean {
  return head.includes(traceKeyPrefix) || head.includes(digestKeyPrefix);
}

/** Whether the first object, possibly in arrays, ends within the text, so that all its keys are known. */
export function hasWholeRecord(head: string): boolean {
  let at = skipWhitespace(head, 0, head.length);
  while (head[at] === '[') at = skipWhitespace(head, at + 1, head.length);
  return head[at] !== '{' || skipBrackets(head, at, head.length) !== undefined;
}
