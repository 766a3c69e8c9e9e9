import { readTrace } from '../../reading/read-trace';
import type { Field, Trace } from '../../record/trace';
import { endOf, type Span, spanFrom, touches } from '../../text/span';
import { skipWhitespace } from '../../text/whitespace';

/** The place of a value at the cursor, whether it is written, begun or missing. */
export interface Slot {
  readonly field: string;
  /** What gives way to another value: the whole one with its quotation marks. Counts from the first character of the trace. */
  readonly span: Span;
  /** The record as it would be with a value there: the fields around a missing one can be read. */
  readonly around: Trace;
}

/** @param offset counts from the first character of the trace */
export function findSlot(trace: Trace, offset: number): Slot | undefined {
  const field = trace.fields().findLast(({ keySpan }) => endOf(keySpan) <= offset);
  const span = field && findSpan(trace.text, field, offset);
  return span && { field: field.name, span, around: withValueAt(trace, span) };
}

function findSpan(text: string, field: Field, offset: number): Span | undefined {
  const start = findValueStart(text, field, offset);
  if (start === undefined) return undefined;
  return text.charAt(start) === '"'
    ? findTextSpan(text, field, { start, offset })
    : findBareSpan(text, start, offset);
}

/** Where the value of the field begins, or the cursor itself where nothing stands between it and the colon. */
function findValueStart(text: string, { keySpan }: Field, offset: number): number | undefined {
  const colon = skipWhitespace(text, endOf(keySpan), offset);
  return colon < offset && text.charAt(colon) === ':' ? skipWhitespace(text, colon + 1, offset) : undefined;
}

interface Place {
  readonly start: number;
  readonly offset: number;
}

function findTextSpan(text: string, { value, valueSpan }: Field, { start, offset }: Place): Span | undefined {
  if (valueSpan.offset !== start) return undefined;
  if (isKey(text, valueSpan)) return offset === start ? spanFrom(offset, offset) : undefined;
  if (!touches(valueSpan, offset)) return undefined;
  const isFinished = value !== undefined;
  return isFinished ? valueSpan : spanFrom(start, endOfWord(text, Math.max(offset, start + 1)));
}

/** Where a value is missing, the key behind it is read in its place. */
function isKey(text: string, span: Span): boolean {
  return text.charAt(skipWhitespace(text, endOf(span), text.length)) === ':';
}

/** A value that was begun without a quotation mark, or nothing at all; not what stands before another value. */
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
