/** A range of text, in UTF-16 units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** `end` is exclusive. */
export function spanFrom(start: number, end: number): Span {
  return { offset: start, length: end - start };
}

/** The first offset after the span. */
export function endOf(span: Span): number {
  return span.offset + span.length;
}

/** The same range in a text that begins `by` units earlier. */
export function shiftSpan(span: Span, by: number): Span {
  return { offset: span.offset + by, length: span.length };
}

/** Whether the spans have a character in common. */
export function overlaps(one: Span, other: Span): boolean {
  return one.offset < endOf(other) && other.offset < endOf(one);
}

/** Whether a cursor at `offset` touches the span; the end counts, as for a hover on the last character. */
export function touches(span: Span, offset: number): boolean {
  return offset >= span.offset && offset <= endOf(span);
}
