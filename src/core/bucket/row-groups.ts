import { hasRowFailed } from '../rows/matcher';
import { momentOf, type Row } from '../rows/row';
import { groupKeyOf, type SummaryKey } from '../rows/summary-key';

/** What the traces of a bucket are grouped by. */
export type BucketKey = Extract<SummaryKey, 'account' | 'user' | 'service' | 'event' | 'resource'>;

export const bucketKeys: readonly BucketKey[] = ['account', 'user', 'service', 'event', 'resource'];

/** What identifies a group. */
export interface GroupName {
  /** `undefined` for traces that do not say. */
  readonly key: string | undefined;
  /** The account of a user, the service of an event. */
  readonly within: string | undefined;
}

/** Traces that have something in common. */
export interface RowGroup extends GroupName {
  /** A name to show beside the key. */
  readonly name: string | undefined;
  readonly count: number;
  readonly failures: number;
  /** Traces that are notable for at least one reason. */
  readonly notable: number;
  /** In epoch milliseconds; `undefined` if no trace of the group has a time. */
  readonly first: number | undefined;
  readonly last: number | undefined;
}

/** Groups in columns: a bucket may have a resource for each trace, and an object for each takes five times the memory. */
export interface GroupColumns {
  readonly keys: (string | undefined)[];
  readonly withins: (string | undefined)[];
  readonly names: (string | undefined)[];
  /** Five for each group: traces, failures, notable ones, first and last time; `NaN` without a time. */
  readonly numbers: number[];
}

const width = 5;

/** Groups of traces by one key, filled in place. Groups are numbered in the order in which they are found. */
export class RowGroups {
  readonly columns: GroupColumns = { keys: [], withins: [], names: [], numbers: [] };
  private readonly indexes = new Map<string | undefined, Map<string | undefined, number>>();

  get length(): number {
    return this.columns.keys.length;
  }

  addRow(row: Row, by: BucketKey): void {
    const { key, within, name } = groupKeyOf(row, by);
    const moment = momentOf(row) ?? Number.NaN;
    const index = this.indexOf(key, within, name);
    this.count(index, 1, hasRowFailed(row) ? 1 : 0, row.notable.length > 0 ? 1 : 0);
    this.extend(index, moment, moment);
  }

  has({ key, within }: GroupName): boolean {
    return this.indexes.get(within)?.has(key) === true;
  }

  /** Adds a group of other columns, and returns its number in these. */
  addGroup({ keys, withins, names, numbers }: GroupColumns, from: number): number {
    const index = this.indexOf(keys[from], withins[from], names[from]);
    const at = from * width;
    this.count(index, numbers[at] ?? 0, numbers[at + 1] ?? 0, numbers[at + 2] ?? 0);
    this.extend(index, numbers[at + 3] ?? Number.NaN, numbers[at + 4] ?? Number.NaN);
    return index;
  }

  groupAt(index: number): RowGroup {
    const { keys, withins, names, numbers } = this.columns;
    const [count = 0, failures = 0, notable = 0, first = Number.NaN, last = Number.NaN] = numbers.slice(
      index * width,
      (index + 1) * width,
    );
    return {
      key: keys[index],
      within: withins[index],
      name: names[index],
      count,
      failures,
      notable,
      first: Number.isNaN(first) ? undefined : first,
      last: Number.isNaN(last) ? undefined : last,
    };
  }

  /** The numbers of the groups, those with most traces first, then by key. */
  inOrder(): readonly number[] {
    const { keys, withins, numbers } = this.columns;
    const countOf = (index: number): number => numbers[index * width] ?? 0;
    return keys
      .map((_, index) => index)
      .sort(
        (one, other) =>
          countOf(other) - countOf(one) ||
          compare(keys[one], keys[other]) ||
          compare(withins[one], withins[other]),
      );
  }

  private indexOf(key: string | undefined, within: string | undefined, name: string | undefined): number {
    const { keys, withins, names, numbers } = this.columns;
    let inner = this.indexes.get(within);
    if (inner === undefined) {
      inner = new Map();
      this.indexes.set(within, inner);
    }
    const known = inner.get(key);
    if (known !== undefined) {
      names[known] ??= name;
      return known;
    }
    inner.set(key, keys.length);
    keys.push(key);
    withins.push(within);
    names.push(name);
    numbers.push(0, 0, 0, Number.NaN, Number.NaN);
    return keys.length - 1;
  }

  private count(index: number, count: number, failures: number, notable: number): void {
    const { numbers } = this.columns;
    const at = index * width;
    numbers[at] = (numbers[at] ?? 0) + count;
    numbers[at + 1] = (numbers[at + 1] ?? 0) + failures;
    numbers[at + 2] = (numbers[at + 2] ?? 0) + notable;
  }

  private extend(index: number, first: number, last: number): void {
    const { numbers } = this.columns;
    const at = index * width + 3;
    if (!((numbers[at] ?? Number.NaN) <= first) && !Number.isNaN(first)) numbers[at] = first;
    if (!((numbers[at + 1] ?? Number.NaN) >= last) && !Number.isNaN(last)) numbers[at + 1] = last;
  }
}

/** Whether a row belongs to a group. */
export function isInGroup(row: Row, by: BucketKey, group: GroupName): boolean {
  const { key, within } = groupKeyOf(row, by);
  return key === group.key && within === group.within;
}

/** By characters; what is unknown comes last. */
function compare(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  return other === undefined || one < other ? -1 : 1;
}
