import type { ItemState } from './item-state';

/** What the groups of traces with the same key need to know of the file. */
export interface DuplicateHost {
  /** Where the item of the state begins. */
  offsetOf(state: ItemState): number;
  /** A function that compares others with this one. */
  compareWith(first: ItemState): (state: ItemState) => boolean;
  /** Takes state that a trace repeats the first one; `undefined` takes that back. */
  mark(state: ItemState, isSame: boolean | undefined): void;
}

/** Two traces or more of one key. */
interface Group {
  readonly members: Set<ItemState>;
  /** The one that the others are held against; `undefined` where it is to be found anew. */
  first: ItemState | undefined;
  /** Whether it is another one than the members were held against. */
  hasNewFirst: boolean;
  /** Members of which it is not known whether they stand before the first one. */
  readonly unordered: Set<ItemState>;
  /** Members that were not held against the first one yet. */
  readonly uncompared: Set<ItemState>;
}

/**
 * Which traces of a file have the same key. A trace that comes or goes touches its own group and nothing else; groups
 * that were touched are settled afterwards.
 */
export class DuplicateGroups {
  private readonly byKey = new Map<string, ItemState | Group>();
  private readonly unsettled = new Set<Group>();

  constructor(private readonly host: DuplicateHost) {}

  get isSettled(): boolean {
    return this.unsettled.size === 0;
  }

  add(state: ItemState, key: string): void {
    const known = this.byKey.get(key);
    if (known === undefined) {
      this.byKey.set(key, state);
      return;
    }
    const group = isGroup(known) ? known : newGroup(known);
    group.members.add(state);
    group.unordered.add(state);
    group.uncompared.add(state);
    this.byKey.set(key, group);
    this.unsettled.add(group);
  }

  remove(state: ItemState, key: string): void {
    const known = this.byKey.get(key);
    if (known === state) this.byKey.delete(key);
    if (known === undefined || !isGroup(known)) return;
    known.members.delete(state);
    known.unordered.delete(state);
    known.uncompared.delete(state);
    this.host.mark(state, undefined);
    const [last] = known.members;
    if (known.members.size === 1 && last !== undefined) {
      this.host.mark(last, undefined);
      this.byKey.set(key, last);
      this.unsettled.delete(known);
    } else if (known.first === state) {
      known.first = undefined;
      for (const member of known.members) known.unordered.add(member);
      this.unsettled.add(known);
    }
  }

  /** The trace that another one repeats. */
  firstOf(key: string): ItemState | undefined {
    const known = this.byKey.get(key);
    return known !== undefined && isGroup(known) ? known.first : known;
  }

  /**
   * Finds the first one of each group that was touched and holds the others against it.
   *
   * @param mayGoOn asked after each comparison
   * @returns whether all groups are settled
   */
  settle(mayGoOn: () => boolean): boolean {
    for (const group of this.unsettled) {
      const goesOn = this.settleGroup(group, mayGoOn);
      if (group.unordered.size === 0 && group.uncompared.size === 0) this.unsettled.delete(group);
      if (!goesOn) break;
    }
    return this.isSettled;
  }

  /** @returns whether to go on */
  private settleGroup(group: Group, mayGoOn: () => boolean): boolean {
    if (!this.findFirst(group, mayGoOn)) return false;
    const { first } = group;
    if (first === undefined) return true;
    if (group.hasNewFirst) {
      group.hasNewFirst = false;
      for (const state of group.members) group.uncompared.add(state);
      this.host.mark(first, undefined);
    }
    group.uncompared.delete(first);
    const isSame = this.host.compareWith(first);
    for (const state of group.uncompared) {
      this.host.mark(state, isSame(state));
      group.uncompared.delete(state);
      if (!mayGoOn()) return false;
    }
    return true;
  }

  /** Only what is new can stand before the first one that was known. */
  private findFirst(group: Group, mayGoOn: () => boolean): boolean {
    let firstAt = group.first && this.host.offsetOf(group.first);
    for (const state of group.unordered) {
      const at = this.host.offsetOf(state);
      group.unordered.delete(state);
      if (firstAt === undefined || at < firstAt) {
        firstAt = at;
        group.first = state;
        group.hasNewFirst = true;
      }
      if (!mayGoOn()) return false;
    }
    return true;
  }
}

function newGroup(state: ItemState): Group {
  const alone = (): Set<ItemState> => new Set([state]);
  return { members: alone(), first: undefined, hasNewFirst: false, unordered: alone(), uncompared: alone() };
}

function isGroup(known: ItemState | Group): known is Group {
  return 'members' in known;
}
