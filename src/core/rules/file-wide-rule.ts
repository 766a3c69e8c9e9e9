import type { Trace } from '../record/trace';
import type { Localizer } from '../text/localization';
import type { Report, Rule } from './rule';
import type { Severity } from './severity';

/**
 * A rule on traces that occur more than once in a file. The engine groups traces by key and compares each with the
 * first of its group.
 */
export interface DuplicateRule extends Rule {
  /** Identifies a trace; `undefined` if it has no usable id. */
  keyOf(trace: Trace): string | undefined;
  /** Whether a trace has the same content as the first one with its key. */
  isSame(trace: Trace, first: Trace): boolean;
  /** `undefined` for the rule's default level. */
  severityOf(isSame: boolean): Severity | undefined;
  report(pair: Pair, localizer: Localizer): Report;
  /** The report on a trace whose first copy cannot be read again. */
  reportUncompared(trace: Trace, firstPath: string | undefined, localizer: Localizer): Report;
}

/** A trace and the first one with its key. */
export interface Pair {
  readonly trace: Trace;
  /** The related spans of the report are relative to this one. */
  readonly first: Trace;
  readonly isSame: boolean;
  /** The file of the first one, if it is another. */
  readonly firstPath?: string;
}

/** A rule on pages of the API. The engine counts the records of each complete page. */
export interface PageRule extends Rule {
  /** The number of records that a page claims to have, from its `meta_data`; `undefined` if there is none. */
  countOf(meta: Trace): number | undefined;
  /** @param actual the number of records in the page */
  report(meta: Trace, actual: number, localizer: Localizer): Report;
}
