import { readTrace } from '../../reading/read-trace';
import type { Field, Trace } from '../../record/trace';
import { endOf, type Span, spanFrom, touches } from '../../text/span';
import { skipWhitespace } from '../../text/whitespace';

/** The position of a complete, partial or missing value at the cursor. */
export interface Slot {
  readonly field: string;
  /** The text to replace: the whole value with its quotes. Counts from the first character of the trace. */
  readonly span: Span;
  /** The trace reparsed with a value in place, so that fields after a missing value can be read. */
  readonly context: Trace;
}

/** @param offset counts from the first character of the trace */
export function findSlot(trace: Trace, offset: number): Slot | undefined {
  const field = trace.fields().findLast(({ keySpan }) => endOf(keySpan) <= offset);
  const span = field && findSpan(trace.text, field, offset);
  return span && { field: field.name, span, context: withValueAt(trace, span) };
}

function findSpan(text: string, field: Field, offset: number): Span | undefined {
  const start = findValueStart(text, field, offset);
  if (start === undefined) return undefined;
  return text.charAt(start) === '"'
    ? findStringSpan(text, field, { start, offset })
    : findBareSpan(text, start, offset);
}

/** The start of the value, or the cursor if only whitespace lies between it and the colon. */
function findValueStart(text: string, { keySpan }: Field, offset: number): number | undefined {
  const colon = skipWhitespace(text, endOf(keySpan), offset);
  return colon < offset && text.charAt(colon) === ':' ? skipWhitespace(text, colon + 1, offset) : undefined;
}

interface Position {
  readonly start: number;
  readonly offset: number;
}

function findStringSpan(
  text: string,
  { value, valueSpan }: Field,
  { start, offset }: Position,
): Span | undefined {
  if (valueSpan.offset !== start) return undefined;
  if (isKey(text, valueSpan)) return offset === start ? spanFrom(offset, offset) : undefined;
  if (!touches(valueSpan, offset)) return undefined;
  const isComplete = value !== undefined;
  return isComplete ? valueSpan : spanFrom(start, endOfWord(text, Math.max(offset, start + 1)));
}

/** If a value is missing, the parser takes the next key for it. */
function isKey(text: string, span: Span): boolean {
  return text.charAt(skipWhitespace(text, endOf(span), text.length)) === ':';
}

/** A value begun without a quote, or an empty span; `undefined` directly before another value. */
function findBareSpan(text: string, start: number, offset: number): Span | undefined {
  const end = endOfWord(text, start);
  if (end < offset || !/^[\s,}\]]?$/.test(text.charAt(end))) return undefined;
  return spanFrom(start, end);
}

function endOfWord(text: string, start: number): number {
  let end = start;
  while (/\w/.test(text.charAt(end))) end++;
  return end;
}

function withValueAt(trace: Trace, span: Span): Trace {
  if (trace.isWellFormed) return trace;
  return readTrace(`${trace.text.slice(0, span.offset)}""${trace.text.slice(endOf(span))}`);
}
