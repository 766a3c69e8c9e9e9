/** A stretch of text: where it begins and how long it is, in UTF-16 units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** The span from `start` up to, but not including, `end`. */
export function spanFrom(start: number, end: number): Span {
  return { offset: start, length: end - start };
}

/** The first offset after the span. */
export function endOf(span: Span): number {
  return span.offset + span.length;
}

/** The same stretch, seen from a text that begins `by` units earlier. */
export function shiftSpan(span: Span, by: number): Span {
  return { offset: span.offset + by, length: span.length };
}

/** Whether a cursor at `offset` touches the span; its end counts, as a hover on the last character does. */
export function touches(span: Span, offset: number): boolean {
  return offset >= span.offset && offset <= endOf(span);
}
