import { readIpRange } from '../record/ip-range';
import type { Rating } from '../record/outcome';
import type { NotableId } from '../rules/notable-event';
import type { RowOutcome } from './row';
import type { TimeWindow } from './time-window';

/** The members of a {@link Filter} whose values are names. */
export type NameField = 'events' | 'services' | 'resources' | 'users' | 'accounts' | 'accessKeys';

/**
 * Which traces are meant: those that meet every member. Of several values one is enough. Names are the same but for
 * letter case, and `*` in them is any text; see `name-pattern.ts`.
 */
export interface Filter extends Readonly<Partial<Record<NameField, readonly string[]>>> {
  /** Addresses or ranges in CIDR notation. */
  readonly ips?: readonly string[];
  readonly ratings?: readonly Rating[];
  readonly outcomes?: readonly RowOutcome[];
  /** Traces that certainly changed something. */
  readonly isChangesOnly?: boolean;
  readonly isFailuresOnly?: boolean;
  readonly isNotableOnly?: boolean;
  readonly notable?: readonly NotableId[];
  /** Ids of rules. */
  readonly findings?: readonly string[];
  readonly window?: TimeWindow;
  /** A text anywhere in the record; see `text-search.ts`. */
  readonly text?: string;
}

/** What is wrong with a name, address or text of a filter; `undefined` if it can be used. */
export function findValueProblem(
  field: NameField | 'ips' | 'text',
  value: string,
): 'empty' | 'no-address' | undefined {
  if (value.trim() === '') return 'empty';
  return field === 'ips' && readIpRange(value) === undefined ? 'no-address' : undefined;
}
