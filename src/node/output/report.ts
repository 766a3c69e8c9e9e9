import { type Severity, severities } from '../../core/rules/severity';
import type { CheckedInput } from './checked-input';

/** Totals of a run. */
export interface Summary {
  readonly files: number;
  readonly traces: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** How many files have findings. */
  readonly filesWithFindings: number;
  readonly byKind: Readonly<Record<CheckedInput['kind'], number>>;
  /** Whether every input was read and checked to its end. */
  readonly isWhole: boolean;
}

/** An output format of `check`, as pieces of text. */
export interface Report {
  begin(): Iterable<string>;
  file(checked: CheckedInput, index: number): Iterable<string>;
  end(summary: Summary): Iterable<string>;
}

export const emptySummary: Summary = {
  files: 0,
  traces: 0,
  bySeverity: { error: 0, warning: 0, information: 0, hint: 0 },
  filesWithFindings: 0,
  byKind: { traces: 0, digest: 0, other: 0, unreadable: 0 },
  isWhole: true,
};

/** Adds an input whose findings have been reported. */
export function addToSummary(summary: Summary, { kind, traces, count, remarks }: CheckedInput): Summary {
  const { bySeverity: before, byKind } = summary;
  const counts = severities.map((severity) => [severity, count(severity)] as const);
  const sums = counts.map(([severity, added]) => [severity, before[severity] + added] as const);
  return {
    files: summary.files + 1,
    traces: summary.traces + traces,
    bySeverity: { ...before, ...Object.fromEntries(sums) },
    filesWithFindings: summary.filesWithFindings + (counts.some(([, added]) => added > 0) ? 1 : 0),
    byKind: { ...byKind, [kind]: byKind[kind] + 1 },
    isWhole: summary.isWhole && remarks().isWhole,
  };
}
