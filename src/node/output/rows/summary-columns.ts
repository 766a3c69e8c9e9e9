import { countDistinct, type Distinct, maxDistinct } from '../../../core/rows/distinct';
import type { Group } from '../../../core/rows/summary';

/** The columns that count. */
export type CountColumn = 'count' | 'changes' | 'failures' | 'notable' | DistinctColumn;

export type DistinctColumn = 'events' | 'resources' | 'ips';

export const distinctColumns: readonly DistinctColumn[] = ['events', 'resources', 'ips'];

/** A count, and whether it is only known that there are at least as many. */
export interface Count {
  readonly value: number;
  readonly isLeast: boolean;
}

export function countOf(group: Group, column: CountColumn): Count {
  const value = group[column];
  return typeof value === 'number' ? { value, isLeast: false } : distinctCount(value);
}

function distinctCount(distinct: Distinct): Count {
  const counted = countDistinct(distinct);
  return { value: counted ?? maxDistinct + 1, isLeast: counted === undefined };
}
