import type { InputOutcome, PassReason } from '../evidence/input-outcome';
import type { FileReport } from './item-job';

/**
 * What became of a file.
 *
 * @param reason what is to be said about it, localised
 * @param passed why it was passed over, if it was
 */
export function outcomeOf(
  report: Pick<FileReport<unknown>, 'kind' | 'problems' | 'listedObjects'>,
  reason: string,
  passed: PassReason = 'excluded',
): InputOutcome {
  switch (report.kind) {
    case 'passed-over':
      return { kind: 'passed-over', reason: passed };
    case 'unreadable':
      return { kind: 'unreadable', reason };
    case 'traces':
    case 'digest':
    case 'other': {
      const isWhole = report.problems.every(({ kind }) => kind === 'invalid-bytes');
      if (!isWhole) return { kind: 'read-in-part', reason };
      if (report.kind === 'digest') return { kind: 'digest', objects: report.listedObjects };
      return report.kind === 'traces' ? { kind: 'read' } : { kind: 'no-traces' };
    }
  }
}
