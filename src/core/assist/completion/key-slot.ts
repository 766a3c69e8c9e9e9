import type { Trace } from '../../record/trace';
import { endOf, type Span, spanFrom, touches } from '../../text/span';
import { skipWhitespace } from '../../text/whitespace';
import { readCursor } from './cursor';

/** A place in a trace where a key is missing or begun. */
export interface KeySlot {
  /** The text to replace: the whole key with its quotes. Counts from the first character of the trace. */
  readonly span: Span;
  /** The keys that the trace has elsewhere. */
  readonly present: ReadonlySet<string>;
  /** Whether a colon follows already. */
  readonly hasValue: boolean;
  /** Whether another member follows, so that a comma has to stand between. */
  readonly needsComma: boolean;
}

/**
 * @param offset counts from the first character of the trace
 * @returns `undefined` if no key of the trace itself may stand there
 */
export function findKeySlot(trace: Trace, offset: number): KeySlot | undefined {
  const { text } = trace;
  const { open, isAtKey, wordStart } = readCursor(text, offset);
  if (!isAtKey || open.length !== 1) return undefined;
  const span = spanFrom(wordStart, keyEnd(text, wordStart, offset));
  const next = text.charAt(skipWhitespace(text, endOf(span), text.length));
  const others = trace.fields().filter(({ keySpan }) => !touches(keySpan, offset));
  const present = new Set(others.map(({ name }) => name));
  return { span, present, hasValue: next === ':', needsComma: next === '"' };
}

/** An unfinished key ends with its word, so that nothing behind it is replaced. */
function keyEnd(text: string, start: number, offset: number): number {
  const isQuoted = text.charAt(start) === '"' && start < offset;
  let end = isQuoted ? Math.max(offset, start + 1) : offset;
  while (/[\w-]/.test(text.charAt(end))) end++;
  return isQuoted && text.charAt(end) === '"' ? end + 1 : end;
}
