import type { Catalog } from '../../catalog/catalog';
import type { Side } from '../../catalog/rows/types';
import type { Trace } from '../../record/trace';
import type { JsonValue } from '../../text/json';
import type { Localizer } from '../../text/localization';
import type { Document } from '../../text/markdown';
import type { Span } from '../../text/span';

/** What a hover shows of a key or a value. */
export interface Explanation {
  /** The key or the value that is explained, counted from the first character of the trace. */
  readonly span: Span;
  readonly markdown: string;
}

/** For whom, when and where it is explained. */
export interface ExplainSetting {
  readonly localizer: Localizer;
  readonly catalog: Catalog;
  /** Epoch milliseconds. */
  readonly now: number;
  /** An IANA name; the machine's own zone where it is absent. */
  readonly timeZone?: string;
  /** What the file has of the event's other side; absent where nobody looked, or there is nothing to look for. */
  readonly counterparts?: KnownCounterparts | undefined;
}

/** A likely counterpart as it is told of. */
export interface KnownCounterpart {
  /** By the line where it has one of its own; in a file of one line by its number among the traces. Counted from 1. */
  readonly place: { readonly kind: 'line' | 'trace'; readonly number: number };
  /** How much later it is than the trace that is explained, in milliseconds; negative where it is earlier. */
  readonly difference: number;
}

export interface KnownCounterparts {
  readonly side: Side;
  /** The nearest in time first. */
  readonly found: readonly KnownCounterpart[];
}

/** Explains the value of one field; `undefined` where there is nothing to say. */
export type ExplainValue = (value: JsonValue, trace: Trace, setting: ExplainSetting) => Document | undefined;
