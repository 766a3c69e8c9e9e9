import type { Catalog } from '../catalog/catalog';
import type { Voice } from '../language';
import type { Document } from '../markdown';
import type { Span } from '../span';
import type { JsonValue, Trace } from '../trace';

/** What a hover shows of a key or a value. */
export interface Explanation {
  /** The key or the value that is explained, counted from the first character of the trace. */
  readonly span: Span;
  readonly markdown: string;
}

/** For whom, when and where it is explained. */
export interface ExplainSetting {
  readonly voice: Voice;
  readonly catalog: Catalog;
  /** Epoch milliseconds. */
  readonly now: number;
  /** An IANA name; the machine's own zone where it is absent. */
  readonly timeZone?: string;
}

/** Explains the value of one field; `undefined` where there is nothing to say. */
export type ExplainValue = (value: JsonValue, trace: Trace, setting: ExplainSetting) => Document | undefined;
