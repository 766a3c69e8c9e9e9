import type { Coverage } from '../evidence/coverage';
import type { InputOutcome } from '../evidence/input-outcome';
import type { Severity } from '../rules/severity';
import type { AcceptedReport } from './accepted-tally';
import type { BucketKey, RowGroup } from './row-groups';

/** A file that was read or not, as plain data. Its place in the list is its number. */
export interface BucketFile {
  /** For people; with slashes. */
  readonly path: string;
  readonly outcome: InputOutcome;
  /** What is to be said about it, localised; it continues a sentence that begins with the path. */
  readonly note: string | undefined;
  readonly traces: number;
  readonly isPacked: boolean;
  readonly findings: Readonly<Record<Severity, number>>;
}

export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
  /** The numbers of the first files that have some, with how many. */
  readonly files: readonly { readonly file: number; readonly count: number }[];
  readonly fileCount: number;
}

/** A group, and in which files its traces are. */
export interface BucketGroup extends RowGroup {
  /** The numbers of the first files. */
  readonly files: readonly number[];
}

/** The groups with most traces, and how many others there are. */
export interface GroupList {
  readonly shown: readonly BucketGroup[];
  readonly hidden: number;
  /** Whether that is their number; otherwise some of the others may be counted several times. */
  readonly isExact: boolean;
}

/** What was found in a bucket. */
export interface BucketReport {
  readonly files: readonly BucketFile[];
  readonly coverage: Coverage;
  /** Traces that are counted: all, or those that the filter means. */
  readonly selected: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** The gravest first, then the most frequent. */
  readonly rules: readonly RuleCount[];
  readonly groups: Readonly<Record<BucketKey, GroupList>>;
  readonly accepted: AcceptedReport;
  /** What else is to be said, localised. */
  readonly notes: readonly string[];
}
