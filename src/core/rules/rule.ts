import type { Catalog } from '../catalog/catalog';
import type { Trace } from '../record/trace';
import type { Localizer } from '../text/localization';
import type { Span } from '../text/span';
import type { RuleLevel, Severity } from './severity';

/** A change to the text; the span counts from the first character of the trace. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A way to mend what was found, offered to the user and never applied unasked. */
export type Fix = EditFix | CopyFix;

/** Changes the record. */
export interface EditFix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** Changes nothing, but puts a stretch of the text into the clipboard, changed. */
export interface CopyFix {
  readonly title: string;
  readonly copied: Span;
  /** What is different in the copy, in ascending order; counted from where the stretch begins. */
  readonly changes: readonly Edit[];
}

/** That a rule found something. Words and places are made when they are asked for: most are only counted. */
export interface RuleMatch {
  /** What was found; findings of one rule with the same value are folded when there are many. */
  readonly value: string;
  /** Only where it differs from the rule's own. */
  readonly severity?: Severity;
  report(localizer: Localizer): Report;
}

/** What a rule says of a place in a trace. */
export interface Report {
  readonly message: string;
  /** Counts from the first character of the trace. */
  readonly span: Span;
  readonly fixes?: readonly Fix[];
  /** Places elsewhere that it speaks of. */
  readonly related?: readonly Related[];
}

/** Another place that a finding speaks of. */
export interface Related {
  readonly message: string;
  /** In a report it counts from the first character of the trace it lies in. */
  readonly span: Span;
}

/** What is common to all rules. */
export interface Rule {
  /** Public for ever: settings, links and reports name it. */
  readonly id: string;
  readonly level: RuleLevel;
}

/** One rule over single traces. */
export interface TraceRule extends Rule {
  check(trace: Trace, catalog: Catalog): readonly RuleMatch[];
}

/** What a rule returns that found nothing: one for all, since that is the rule. */
export const noMatches: readonly RuleMatch[] = [];
