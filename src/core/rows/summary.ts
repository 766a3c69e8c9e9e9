import { type NotableId, notableIds } from '../rules/notable-event';
import { addAllDistinct, addDistinct, createDistinct, type Distinct } from './distinct';
import { hasRowFailed } from './matcher';
import { isMomentExact, momentOf, type Row } from './row';
import { type GroupKey, groupKeyOf, resourceKeyOf, type SummaryKey } from './summary-key';

/**
 * Traces grouped by something, counted. Plain data that can be sent to other threads; filled in place by
 * {@link addRow} and {@link mergeInto}, since a file has hundreds of thousands of rows.
 */
export interface Summary {
  readonly by: SummaryKey;
  /** In no order; see {@link groupsInOrder}. */
  readonly groups: Map<string, Group>;
}

export interface Group extends Pick<GroupKey, 'key' | 'within'> {
  count: number;
  /** In epoch milliseconds; `undefined` if no trace of the group has a time. */
  first: number | undefined;
  last: number | undefined;
  /** Traces without a readable time: they are counted, but not in {@link first} and {@link last}. */
  untimed: number;
  /** Traces whose time has no zone, which is read as UTC. */
  inexact: number;
  /** Traces that certainly changed something. */
  changes: number;
  failures: number;
  /** Traces with at least one reason. */
  notable: number;
  readonly notableBy: Partial<Record<NotableId, number>>;
  readonly events: Distinct;
  readonly resources: Distinct;
  readonly ips: Distinct;
  /** The first few names in the order of their characters. */
  names: readonly string[];
  hasMoreNames: boolean;
}

export function createSummary(by: SummaryKey): Summary {
  return { by, groups: new Map() };
}

/** Counts a trace in place. */
export function addRow({ by, groups }: Summary, row: Row): void {
  const groupKey = groupKeyOf(row, by);
  const group = findOrAddGroup(groups, groupKey);
  group.count++;
  addTime(group, row);
  if (row.access === 'change') group.changes++;
  if (hasRowFailed(row)) group.failures++;
  if (row.notable.length > 0) group.notable++;
  for (const id of row.notable) group.notableBy[id] = (group.notableBy[id] ?? 0) + 1;
  if (row.event !== undefined) addDistinct(group.events, idOf(row.service, row.event));
  const resource = resourceKeyOf(row);
  if (resource.key !== undefined) addDistinct(group.resources, idOf(resource.within, resource.key));
  if (row.sourceIp !== undefined) addDistinct(group.ips, row.sourceIp);
  if (groupKey.name !== undefined) addNames(group, [groupKey.name], false);
}

/** Adds the counts of another summary by the same key in place. That one must not be used afterwards. */
export function mergeInto({ groups }: Summary, part: Summary): void {
  for (const [id, group] of part.groups) {
    const known = groups.get(id);
    if (known === undefined) groups.set(id, group);
    else addGroup(known, group);
  }
}

function addGroup(group: Group, other: Group): void {
  group.count += other.count;
  group.first = least(group.first, other.first);
  group.last = greatest(group.last, other.last);
  group.untimed += other.untimed;
  group.inexact += other.inexact;
  group.changes += other.changes;
  group.failures += other.failures;
  group.notable += other.notable;
  for (const id of notableIds) {
    const count = other.notableBy[id];
    if (count !== undefined) group.notableBy[id] = (group.notableBy[id] ?? 0) + count;
  }
  addAllDistinct(group.events, other.events);
  addAllDistinct(group.resources, other.resources);
  addAllDistinct(group.ips, other.ips);
  addNames(group, other.names, other.hasMoreNames);
}

/** The reasons in a group with how many traces are notable for each, by id. */
export function reasonsOf({ notableBy }: Group): readonly (readonly [NotableId, number])[] {
  return notableIds
    .map((id) => [id, notableBy[id] ?? 0] as const)
    .filter(([, count]) => count > 0)
    .sort(([one], [other]) => compare(one, other));
}

/** The groups with most traces first, those with as many by key; traces that do not say last of these. */
export function groupsInOrder({ groups }: Summary): readonly Group[] {
  return [...groups.values()].sort(
    (one, other) =>
      other.count - one.count || compare(one.key, other.key) || compare(one.within, other.within),
  );
}

function findOrAddGroup(
  groups: Map<string, Group>,
  { key, within }: Pick<GroupKey, 'key' | 'within'>,
): Group {
  const id = idOf(within, key);
  const known = groups.get(id);
  if (known !== undefined) return known;
  const group = createGroup(key, within);
  groups.set(id, group);
  return group;
}

function createGroup(key: string | undefined, within: string | undefined): Group {
  return {
    key,
    within,
    count: 0,
    first: undefined,
    last: undefined,
    untimed: 0,
    inexact: 0,
    changes: 0,
    failures: 0,
    notable: 0,
    notableBy: {},
    events: createDistinct(),
    resources: createDistinct(),
    ips: createDistinct(),
    names: [],
    hasMoreNames: false,
  };
}

function addTime(group: Group, row: Row): void {
  const moment = momentOf(row);
  if (moment === undefined) {
    group.untimed++;
    return;
  }
  if (!isMomentExact(row)) group.inexact++;
  group.first = least(group.first, moment);
  group.last = greatest(group.last, moment);
}

function least(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || (other !== undefined && other < one) ? other : one;
}

function greatest(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || (other !== undefined && other > one) ? other : one;
}

/** As many as fit into a column, and in the same order whatever comes first. */
const maxNames = 3;

function addNames(group: Group, names: readonly string[], hasMore: boolean): void {
  group.hasMoreNames ||= hasMore;
  if (names.every((name) => group.names.includes(name))) return;
  const all = [...new Set([...group.names, ...names])].sort(compare);
  group.names = all.slice(0, maxNames);
  group.hasMoreNames ||= all.length > maxNames;
}

/** The same for the same pair only; neither is ever an empty string. */
function idOf(within: string | undefined, key: string | undefined): string {
  return `${within?.length ?? ''} ${within ?? ''}${key ?? ''}`;
}

/** By characters, so that the order is the same everywhere; what is unknown comes last. */
function compare(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  return other === undefined || one < other ? -1 : 1;
}
