import type { FileKind } from '../../core/check/checked-file';
import type { Finding } from '../../core/check/finding';
import type { Position } from '../../core/text/lines';
import { endOf } from '../../core/text/span';

/** The result of checking an input. */
export interface CheckedInput {
  readonly path: string;
  readonly kind: FileKind | 'unreadable';
  readonly traces: number;
  readonly findings: readonly Finding[];
  /** Line and column of an offset, from 0. */
  readonly positionOf: (offset: number) => Position;
  /** Localised reason why it was not checked, or what was wrong with its encoding. */
  readonly note: string | undefined;
}

/** Start and end of a finding; lines and columns count from 1. */
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
