import type { Trace } from '../record/trace';
import type { Localizer } from '../text/localization';
import type { Report, Rule } from './rule';
import type { Severity } from './severity';

/**
 * A rule on traces that stand in one file more than once. The engine finds those of the same key, and holds each against
 * the first one.
 */
export interface DuplicateRule extends Rule {
  /** What a trace is known by; `undefined` where nothing tells it from others. */
  keyOf(trace: Trace): string | undefined;
  /** Whether a trace says the same as the first one of its key. */
  isSame(trace: Trace, first: Trace): boolean;
  /** How loud it is told; the rule's own level where this is `undefined`. */
  severityOf(isSame: boolean): Severity | undefined;
  report(pair: Pair, localizer: Localizer): Report;
}

/** A trace and the first one of its key. */
export interface Pair {
  readonly trace: Trace;
  /** What is related to the finding counts from the beginning of this one. */
  readonly first: Trace;
  readonly isSame: boolean;
}

/** A rule on pages of the API. The engine counts the records of each page that is whole. */
export interface PageRule extends Rule {
  /** How many records a page says it has, by the object of its count. */
  countOf(meta: Trace): number | undefined;
  /** @param found how many there are */
  report(meta: Trace, found: number, localizer: Localizer): Report;
}
