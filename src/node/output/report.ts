import type { Severity } from '../../core/rules/severity';
import type { CheckedInput } from './checked-input';

/** Totals of a run. */
export interface Summary {
  readonly files: number;
  readonly traces: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byKind: Readonly<Record<CheckedInput['kind'], number>>;
  /** Gzipped files in folders, which were skipped. */
  readonly gzipped: number;
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
  byKind: { traces: 0, digest: 0, other: 0, unreadable: 0 },
  gzipped: 0,
};

export function addToSummary(summary: Summary, { kind, traces, findings }: CheckedInput): Summary {
  const bySeverity = { ...summary.bySeverity };
  for (const { severity } of findings) bySeverity[severity]++;
  return {
    files: summary.files + 1,
    traces: summary.traces + traces,
    bySeverity,
    byKind: { ...summary.byKind, [kind]: summary.byKind[kind] + 1 },
    gzipped: summary.gzipped,
  };
}
