import type { Span } from '../../text/span';

/** A value to offer at the cursor. */
export interface Completion {
  readonly value: string;
  /** A short description in the user's language. */
  readonly detail: string;
  /** Whether it is in older lists only. */
  readonly isWithdrawn: boolean;
  /** The explanation as Markdown, built on demand. */
  explain(): string;
}

export interface Completions {
  /** The text to replace: the whole value with its quotes. Counts from the first character of the trace. */
  readonly span: Span;
  /** The likeliest first. */
  readonly items: readonly Completion[];
}
