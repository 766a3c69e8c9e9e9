import type { ItemState } from './item-state';

export interface DuplicateHost {
  /** Offset of the trace in the file. */
  offsetOf(state: ItemState): number;
  /** Returns a function that compares other traces with this one. */
  compareWith(first: ItemState): (state: ItemState) => boolean;
  /** Called when a trace is found to be a duplicate, equal to the first or not; `undefined` if it is none any more. */
  mark(state: ItemState, isSame: boolean | undefined): void;
}

/** At least two traces with the same key. */
interface Group {
  readonly members: Set<ItemState>;
  /** The first in the file, which the others are compared with; `undefined` while it has to be searched for again. */
  first: ItemState | undefined;
  /** Whether `first` has changed since the members were compared with it. */
  hasNewFirst: boolean;
  /** Members that may come before `first`. */
  readonly unordered: Set<ItemState>;
  /** Members that have not been compared with `first` yet. */
  readonly uncompared: Set<ItemState>;
}

/**
 * Groups the traces of a file that have the same key. Adding or removing a trace affects only its own group; affected
 * groups are settled afterwards.
 */
export class DuplicateGroups {
  private readonly byKey = new Map<number, ItemState | Group>();
  private readonly unsettled = new Set<Group>();

  constructor(private readonly host: DuplicateHost) {}

  get isSettled(): boolean {
    return this.unsettled.size === 0;
  }

  /** Whether a trace with the key was added and not removed. */
  has(key: number): boolean {
    return this.byKey.has(key);
  }

  add(state: ItemState, key: number): void {
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

  remove(state: ItemState, key: number): void {
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

  /** The first trace with the key; `undefined` if there is none, or its group is not settled. */
  findFirst(key: number): ItemState | undefined {
    const known = this.byKey.get(key);
    return known !== undefined && isGroup(known) ? known.first : known;
  }

  /**
   * Finds the first trace of each affected group and compares the others with it.
   *
   * @param shouldContinue called after each step; settling pauses when it returns `false`
   * @returns whether all groups are settled
   */
  settle(shouldContinue: () => boolean): boolean {
    for (const group of this.unsettled) {
      const mayContinue = this.settleGroup(group, shouldContinue);
      if (group.unordered.size === 0 && group.uncompared.size === 0) this.unsettled.delete(group);
      if (!mayContinue) break;
    }
    return this.isSettled;
  }

  /** @returns whether to continue */
  private settleGroup(group: Group, shouldContinue: () => boolean): boolean {
    if (!this.updateFirst(group, shouldContinue)) return false;
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
      if (!shouldContinue()) return false;
    }
    return true;
  }

  /**
   * Only a new member can come before the known first one.
   *
   * @returns whether to continue
   */
  private updateFirst(group: Group, shouldContinue: () => boolean): boolean {
    let firstAt = group.first && this.host.offsetOf(group.first);
    for (const state of group.unordered) {
      const at = this.host.offsetOf(state);
      group.unordered.delete(state);
      if (firstAt === undefined || at < firstAt) {
        firstAt = at;
        group.first = state;
        group.hasNewFirst = true;
      }
      if (!shouldContinue()) return false;
    }
    return true;
  }
}

function newGroup(state: ItemState): Group {
  const single = (): Set<ItemState> => new Set([state]);
  return {
    members: single(),
    first: undefined,
    hasNewFirst: false,
    unordered: single(),
    uncompared: single(),
  };
}

function isGroup(known: ItemState | Group): known is Group {
  return 'members' in known;
}
