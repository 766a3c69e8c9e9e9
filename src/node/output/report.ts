import type { Acceptance, FindingKey } from '../../core/accepted/acceptance';
import type { PlacedFinding } from '../../core/check/placed-finding';
import type { Coverage } from '../../core/evidence/coverage';
import { type Severity, severities } from '../../core/rules/severity';
import type { CheckedInput, FinishedInput } from './checked-input';

/** A finding as it is reported. */
export interface ReportedFinding extends PlacedFinding {
  /** Why it does not count. */
  readonly accepted?: Acceptance;
}

/** Totals of a run. */
export interface Summary {
  readonly files: number;
  readonly traces: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** How many findings are accepted: they count nowhere else. */
  readonly accepted: number;
  /** How many files have findings. */
  readonly filesWithFindings: number;
  readonly byKind: Readonly<Record<CheckedInput['kind'], number>>;
  /** How many files were read only in part. */
  readonly inPart: number;
  /** Whether every input was read to its end. */
  readonly isWhole: boolean;
}

/** An output format of `check`, as pieces of text. */
export interface Report {
  begin(): Iterable<string>;
  /** @param index how many files are before it */
  beginFile(checked: CheckedInput, index: number): Iterable<string>;
  /** Some of the findings of a file, in order. */
  findings(checked: CheckedInput, findings: readonly ReportedFinding[]): Iterable<string>;
  endFile(finished: FinishedInput): Iterable<string>;
  end(totals: Totals): Iterable<string>;
  /** What it adds to the summary of a step in GitHub Actions, in Markdown. */
  stepSummary?(totals: Totals): string;
}

/** What is said at the end of a run. */
export interface Totals {
  readonly summary: Summary;
  readonly coverage: Coverage;
  /** Whether the run ended before all inputs were read. */
  readonly isCutShort: boolean;
  /** `undefined` if the run was not asked to accept findings. */
  readonly acceptance: AcceptanceTotals | undefined;
}

export interface AcceptanceTotals {
  readonly count: number;
  /** The accepted findings that were not found; `undefined` if not all inputs were read. */
  readonly unmatched: readonly FindingKey[] | undefined;
}

export const emptySummary: Summary = {
  files: 0,
  traces: 0,
  bySeverity: { error: 0, warning: 0, information: 0, hint: 0 },
  accepted: 0,
  filesWithFindings: 0,
  byKind: { traces: 0, digest: 0, other: 0, unreadable: 0 },
  inPart: 0,
  isWhole: true,
};

/** Adds an input whose findings have been reported. */
export function addToSummary(summary: Summary, finished: FinishedInput): Summary {
  const { kind, traces, counts, outcome, accepted } = finished;
  const { bySeverity: before, byKind } = summary;
  const sums = severities.map(
    (severity) => [severity, before[severity] + (counts.get(severity) ?? 0)] as const,
  );
  return {
    files: summary.files + 1,
    traces: summary.traces + traces,
    bySeverity: { ...before, ...Object.fromEntries(sums) },
    accepted: summary.accepted + accepted,
    filesWithFindings: summary.filesWithFindings + (counts.size > 0 ? 1 : 0),
    byKind: { ...byKind, [kind]: byKind[kind] + 1 },
    inPart: summary.inPart + (outcome.kind === 'read-in-part' ? 1 : 0),
    isWhole: summary.isWhole && outcome.kind !== 'unreadable' && outcome.kind !== 'read-in-part',
  };
}
