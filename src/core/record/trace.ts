import type { JsonType, JsonValue } from '../text/json';
import type { Span } from '../text/span';

/**
 * A member of a trace with its places. All spans count from the first character of the trace.
 */
export interface Field {
  /** The key, decoded and without surrounding blanks (`"trace_status "` was published so). */
  readonly name: string;
  /** The key with its quotation marks. */
  readonly keySpan: Span;
  /** The value with its quotation marks or brackets; empty, behind the colon, where the value is missing. */
  readonly valueSpan: Span;
  /** `undefined` where there is no readable value. */
  readonly type: JsonType | undefined;
  /**
   * The decoded value; `undefined` where it is missing, broken or unfinished: a text without its closing quotation
   * mark, a number that ends where the file ends.
   */
  readonly value: JsonValue | undefined;
}

/** What can be wrong with the JSON at a place. */
export type ParseErrorKind =
  | 'comma-missing'
  | 'comma-extra'
  | 'colon-missing'
  | 'value-missing'
  | 'bracket-missing'
  | 'string-unterminated'
  | 'string-invalid'
  | 'unexpected'
  | 'cut';

/** A broken spot; what follows from it is not told again. */
export interface ParseError {
  readonly kind: ParseErrorKind;
  readonly span: Span;
}

/** One audit record. */
export interface Trace {
  /** The record as it stands in the file, from its opening brace. */
  readonly text: string;
  /** Whether the record is closed and free of syntax errors. */
  readonly isWellFormed: boolean;
  /**
   * The finished value of a field, the last one where the key is repeated; `undefined` where there is none.
   *
   * @param name a name that CTS documents: none of them is that of something every object inherits
   */
  value(name: string): JsonValue | undefined;
  /** Whether some key stands more than once. */
  readonly hasRepeatedKeys: boolean;
  /** Calls for each finished field once, with the value that counts. */
  forEach(visit: (name: string, value: JsonValue) => void): void;
  /** Every member in the order of the text, with its places. Read from the text on the first call. */
  fields(): readonly Field[];
  /** The broken spots of a record that is not whole. */
  parseErrors(): readonly ParseError[];
}

/** The field that counts: the last one of that name with a readable value, else the last one at all. */
export function findField(trace: Trace, name: string): Field | undefined {
  const named = trace.fields().filter((field) => field.name === name);
  return named.findLast((field) => field.value !== undefined) ?? named.at(-1);
}

/** The field that counts, where its value is known to be there; an empty one at the opening brace otherwise. */
export function fieldOf(trace: Trace, name: string): Field {
  const start = { offset: 0, length: 1 };
  return (
    findField(trace, name) ?? { name, keySpan: start, valueSpan: start, type: undefined, value: undefined }
  );
}

/** The text of a field; `undefined` where it is absent, unfinished or not a text. */
export function findString(trace: Trace, name: string): string | undefined {
  const value = trace.value(name);
  return typeof value === 'string' ? value : undefined;
}
