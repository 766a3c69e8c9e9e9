import type { Catalog } from '../../catalog/catalog';
import type { Side } from '../../catalog/rows/row-types';
import type { Rating } from '../../record/outcome';
import type { Trace } from '../../record/trace';
import type { JsonValue } from '../../text/json';
import type { Localizer } from '../../text/localization';
import type { Document } from '../../text/markdown';
import type { Span } from '../../text/span';
import type { TimeZone } from '../../text/zoned-time';

/** What a hover shows for a key or value. */
export interface Explanation {
  /** The explained key or value; counts from the first character of the trace. */
  readonly span: Span;
  readonly markdown: string;
}

export interface ExplainSettings {
  readonly localizer: Localizer;
  readonly catalog: Catalog;
  /** Epoch milliseconds. */
  readonly now: number;
  /** In which times are shown; defaults to UTC. */
  readonly timeZone?: TimeZone;
  /** The user's own, if known: shown in hovers beside `timeZone`. */
  readonly ownTimeZone?: TimeZone | undefined;
  /** Absent if none were searched for or the event has no other side. */
  readonly counterparts?: LikelyCounterparts | undefined;
  /** Absent if there is no other trace of the same asynchronous request, or none was searched for. */
  readonly asyncPlaces?: AsyncPlaces | undefined;
  /** Of the resource of the explained trace; absent if it was not counted. */
  readonly resource?: ResourceSummary | undefined;
}

/** The traces of a resource in a file. */
export interface ResourceSummary {
  readonly count: number;
  /** Epoch milliseconds of the earliest and the latest; absent unless the moment of each trace is known. */
  readonly first?: number | undefined;
  readonly last?: number | undefined;
}

/** The line, or in a file of one line the ordinal of the trace; 1-based. */
export interface TracePlace {
  readonly kind: 'line' | 'trace';
  readonly number: number;
}

/** Where the result of an accepted call is, or its call. */
export interface AsyncPlace {
  readonly place: TracePlace;
  /** Milliseconds after the explained trace; negative if before. */
  readonly difference: number;
  readonly rating: Rating | undefined;
}

export interface AsyncPlaces {
  /** What the found traces are to the explained one. */
  readonly role: 'call' | 'result';
  /** In order of time; at least one. */
  readonly found: readonly AsyncPlace[];
}

/** A likely counterpart of the explained trace. */
export interface LikelyCounterpart {
  readonly place: TracePlace;
  /** Milliseconds after the explained trace; negative if before. */
  readonly difference: number;
}

export interface LikelyCounterparts {
  readonly side: Side;
  /** Sorted by distance in time, nearest first. */
  readonly found: readonly LikelyCounterpart[];
}

/** Explains the value of one field; `undefined` if there is no explanation. */
export type ExplainValue = (
  value: JsonValue,
  trace: Trace,
  settings: ExplainSettings,
) => Document | undefined;
