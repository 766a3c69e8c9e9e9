import type { Span } from '../../text/span';

/** A value that may stand at the cursor. */
export interface Completion {
  readonly value: string;
  /** A few words in the user's language. */
  readonly detail: string;
  /** Whether it stands in older lists only. */
  readonly isWithdrawn: boolean;
  /** The explanation as Markdown: made when it is asked for. */
  explain(): string;
}

/** The values that may stand at the cursor, the likeliest first. */
export interface Completions {
  /** What gives way: the whole value with its quotation marks. Counts from the first character of the trace. */
  readonly span: Span;
  readonly items: readonly Completion[];
}
