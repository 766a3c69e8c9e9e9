import type { FileKind } from '../../core/check/checked-file';
import type { Finding } from '../../core/check/finding';
import type { Position } from '../../core/text/lines';
import { endOf } from '../../core/text/span';

/** A file and what came of it. */
export interface CheckedInput {
  readonly path: string;
  readonly kind: FileKind | 'unreadable';
  /** How many traces it holds. */
  readonly traces: number;
  readonly findings: readonly Finding[];
  /** The place of an offset. */
  readonly positionOf: (offset: number) => Position;
  /** Why it could not be read, or what to do with it instead. */
  readonly note: string | undefined;
}

/** Where a finding begins and ends, as people count: from 1. */
export function placeOf(finding: Finding, { positionOf: find }: CheckedInput) {
  const start = find(finding.span.offset);
  const end = find(endOf(finding.span));
  return {
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
  };
}
