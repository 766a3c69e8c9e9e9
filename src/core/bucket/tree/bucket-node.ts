import type { FindingKey } from '../../accepted/acceptance';
import type { BucketKey, GroupName } from '../row-groups';

/** A row of the tree that shows what was found in a bucket; plain data but for its children. */
export interface BucketNode {
  /** The same for the same row after another check. */
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly tooltip?: string | undefined;
  /** The name of a product icon. */
  readonly icon?: string | undefined;
  /** What it opens. */
  readonly target?: NodeTarget | undefined;
  /** A file that it opens, by its path as it was found. */
  readonly path?: string | undefined;
  /** Computed when the row is opened. */
  readonly children?: (() => readonly BucketNode[]) | undefined;
  /** The traces that are below it: their files have to be read. */
  readonly traces?: TraceQuery | undefined;
  readonly isOpen?: boolean;
  /** What is settled is shown in a paler colour. */
  readonly isQuiet?: boolean;
  /** The finding of the row, if it can be accepted. */
  readonly finding?: FindingKey | undefined;
  /** The accepted finding of the row. */
  readonly accepted?: FindingKey;
}

/** A file by its number, and a place in it; lines and columns count from 0. */
export interface NodeTarget {
  readonly file: number;
  readonly line: number;
  readonly column: number;
}

/** The traces of a group. */
export interface TraceQuery {
  readonly by: BucketKey;
  readonly group: GroupName;
  readonly count: number;
  /** The numbers of the files in which they are, or the first of these. */
  readonly files: readonly number[];
}

/** How many traces are listed below a row. */
export const maxListedTraces = 500;
