import type { JsonType, JsonValue } from '../text/json';
import type { Span } from '../text/span';

/** A member of a trace. All spans count from the first character of the trace. */
export interface Field {
  /** The key, decoded and trimmed (`"trace_status "` has been published). */
  readonly name: string;
  /** With quotation marks. */
  readonly keySpan: Span;
  /**
   * With quotation marks or brackets; if the value is missing, empty: after the colon, or after the key if the colon is
   * missing too.
   */
  readonly valueSpan: Span;
  /** `undefined` if the value is missing or has no recognisable type. */
  readonly type: JsonType | undefined;
  /**
   * Decoded; `undefined` if missing, broken or unfinished: a string without its closing quotation mark, a number that
   * ends where the file ends.
   */
  readonly value: JsonValue | undefined;
}

/** `cut`: the file ends before the record does. */
export type ParseErrorKind =
  | 'comma-missing'
  | 'comma-extra'
  | 'colon-missing'
  | 'value-missing'
  | 'bracket-missing'
  | 'string-unterminated'
  | 'string-invalid'
  | 'unexpected'
  | 'comment'
  | 'cut';

/** A syntax error; those that follow from an earlier one are not reported. */
export interface ParseError {
  readonly kind: ParseErrorKind;
  readonly span: Span;
}

/** An audit record. */
export interface Trace {
  /** The source of the record, from its opening brace. */
  readonly text: string;
  /** Whether the record is closed, free of syntax errors and, judged by its surroundings, complete. */
  readonly isWellFormed: boolean;
  /**
   * The last readable value of a field; `undefined` if there is none.
   *
   * @param name a field that CTS documents: none is called like something that every object inherits
   */
  value(name: string): JsonValue | undefined;
  /** Whether a key of the record itself occurs more than once; nested objects do not count. */
  readonly hasRepeatedKeys: boolean;
  /** Visits each readable field once, with the value that counts. */
  forEach(visit: (name: string, value: JsonValue) => void): void;
  /** The names of the readable fields whose value is not a string: few of them, and each once. */
  namesOfOthers(): readonly string[];
  /** Every member in text order. Located on the first call. */
  fields(): readonly Field[];
  /**
   * Those of some names, in text order; cheaper than all.
   *
   * @param names as of {@link value}
   */
  fieldsNamed(names: readonly string[]): readonly Field[];
  /** The syntax errors; none if the record is valid JSON. */
  parseErrors(): readonly ParseError[];
}

/** The field that counts: the last one of that name with a readable value, else the last one of that name. */
export function findField(trace: Trace, name: string): Field | undefined {
  const named = trace.fieldsNamed([name]);
  return named.findLast((field) => field.value !== undefined) ?? named.at(-1);
}

/** The field that counts, for callers that know it has a value; otherwise an empty one at the opening brace. */
export function fieldOf(trace: Trace, name: string): Field {
  const start = { offset: 0, length: 1 };
  return (
    findField(trace, name) ?? { name, keySpan: start, valueSpan: start, type: undefined, value: undefined }
  );
}

/** The value of a field; `undefined` if it is absent, unfinished or not a string. */
export function findString(trace: Trace, name: string): string | undefined {
  const value = trace.value(name);
  return typeof value === 'string' ? value : undefined;
}
