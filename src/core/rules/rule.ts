import type { Catalog } from '../catalog/catalog';
import type { KeyPath } from '../record/key-paths';
import type { Trace } from '../record/trace';
import type { Localizer } from '../text/localization';
import type { Span } from '../text/span';
import type { RuleLevel, Severity } from './severity';

/** A replacement of text; the span is relative to the beginning of the trace. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A fix that is offered to the user, and never applied unasked. */
export type Fix = EditFix | CopyFix;

/** A fix that edits the record. */
export interface EditFix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** A fix that leaves the record alone and puts an edited copy of a range on the clipboard. */
export interface CopyFix {
  readonly title: string;
  readonly copied: Span;
  /**
   * Makes the edits of the copy, in ascending order; spans are relative to the beginning of the range. Called when the
   * copy is asked for, since most never are.
   */
  changes(): readonly Edit[];
}

/** A match of a rule. Its report is made on request, because most matches are only counted. */
export interface RuleMatch {
  /** Findings of one rule with the same value are alike: of too many, some stand for the others. */
  readonly value: string;
  /** Why it matters, the gravest reason first; the same for the same value. */
  readonly reasons?: readonly Reason[];
  /** What it is about, such as the name of the event, as it is in the file; the same for the same value. */
  readonly subject?: string;
  /** Only if it differs from the rule's default. */
  readonly severity?: Severity;
  /** Whether JSON support such as that of VS Code reports it as well. */
  readonly isJsonProblem?: true;
  report(localizer: Localizer): Report;
}

/** A reason that findings have in common. */
export interface Reason {
  /**
   * Findings with a reason of a lower rank are shown first if there are too many: 0 for failures, 2 to 9 for what is less
   * grave than an error; `undefined` if the severity decides.
   */
  readonly rank: number | undefined;
  /** Its place among the reasons of its rule. */
  readonly order: number;
  /** As in the message, so that who searches for the words finds the number of findings that are not shown. */
  words(localizer: Localizer): string;
}

/** The message, position and fixes of a match. */
export interface Report {
  readonly message: string;
  /** The message with the line of the first related place between two parts, for where lines are known. */
  readonly aroundLine?: readonly [before: string, after: string];
  /** Relative to the beginning of the trace. */
  readonly span: Span;
  /**
   * What it is about within the trace, if that is not what stands at the span: a key that the trace does not have, or how a copy
   * differs. See `TracePlace`.
   */
  readonly keyPath?: KeyPath;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
}

/** Another location that the finding refers to. */
export interface Related {
  readonly message: string;
  /** In a report, relative to the beginning of the trace that contains it. */
  readonly span: Span;
}

export interface Rule {
  /** Public and permanent: used in settings, links and reports. */
  readonly id: string;
  readonly level: RuleLevel;
}

/** A rule on single traces. */
export interface TraceRule extends Rule {
  /**
   * The only fields that decide whether it matches a well-formed trace, if many traces are alike in them: names and
   * ratings, not times and ids. Then its answer is remembered by their values.
   */
  readonly fields?: readonly string[];
  check(trace: Trace, catalog: Catalog): readonly RuleMatch[];
}

/** The result of a rule without matches: shared, because it is by far the most common. */
export const noMatches: readonly RuleMatch[] = [];
