import type { FileKind } from '../../core/check/checked-file';
import { type Finding, messageOf } from '../../core/check/finding';
import type { Severity } from '../../core/rules/severity';
import type { Position } from '../../core/text/lines';
import { endOf } from '../../core/text/span';

/** The result of checking an input. */
export interface CheckedInput {
  readonly path: string;
  readonly kind: FileKind | 'unreadable';
  readonly traces: number;
  /** Made while they are iterated, because there may be millions; to be iterated once. */
  readonly findings: Iterable<Finding>;
  /** How many findings of a severity there are. */
  readonly count: (severity: Severity) => number;
  /** Line and column of an offset, from 0. */
  readonly positionOf: (offset: number) => Position;
  /** What is to be said about it; complete once the findings have been iterated. */
  readonly remarks: () => Remarks;
}

export interface Remarks {
  /** Whether all of it was read and checked. */
  readonly isWhole: boolean;
  /** Localised reason why it was not checked, or what was wrong with its encoding. */
  readonly note: string | undefined;
}

/** An input without findings. */
export function inputWithoutFindings(
  path: string,
  kind: CheckedInput['kind'],
  note: string | undefined,
): CheckedInput {
  return {
    path,
    kind,
    traces: 0,
    findings: [],
    count: () => 0,
    positionOf: () => ({ line: 0, column: 0 }),
    remarks: () => ({ isWhole: kind !== 'unreadable', note }),
  };
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

/** The message of a finding, with the line that it refers to. */
export function messageIn(finding: Finding, { positionOf: find }: CheckedInput): string {
  return messageOf(finding, (offset) => find(offset).line);
}
