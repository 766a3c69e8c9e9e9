import type { Note } from './item-state';

/** What the groups of traces with the same key need to know of the file. */
export interface RepeatHost {
  /** Where the item of the note begins. */
  placeOf(note: Note): number;
  /** A function that compares others with this one. */
  compareWith(first: Note): (note: Note) => boolean;
  /** Takes note that a trace repeats the first one; `undefined` takes that back. */
  mark(note: Note, isSame: boolean | undefined): void;
}

/** Two traces or more of one key. */
interface Group {
  readonly members: Set<Note>;
  /** The one that the others are held against; `undefined` where it is to be found anew. */
  first: Note | undefined;
  /** Whether it is another one than the members were held against. */
  isFirstNew: boolean;
  /** Members of which it is not known whether they stand before the first one. */
  readonly arrived: Set<Note>;
  /** Members that were not held against the first one yet. */
  readonly fresh: Set<Note>;
}

/**
 * Which traces of a file have the same key. A trace that comes or goes touches its own group and nothing else; groups
 * that were touched are settled afterwards.
 */
export class Repeats {
  private readonly byKey = new Map<string, Note | Group>();
  private readonly unsettled = new Set<Group>();

  constructor(private readonly host: RepeatHost) {}

  get isSettled(): boolean {
    return this.unsettled.size === 0;
  }

  add(note: Note, key: string): void {
    const known = this.byKey.get(key);
    if (known === undefined) {
      this.byKey.set(key, note);
      return;
    }
    const group = isGroup(known) ? known : newGroup(known);
    group.members.add(note);
    group.arrived.add(note);
    group.fresh.add(note);
    this.byKey.set(key, group);
    this.unsettled.add(group);
  }

  remove(note: Note, key: string): void {
    const known = this.byKey.get(key);
    if (known === note) this.byKey.delete(key);
    if (known === undefined || !isGroup(known)) return;
    known.members.delete(note);
    known.arrived.delete(note);
    known.fresh.delete(note);
    this.host.mark(note, undefined);
    const [last] = known.members;
    if (known.members.size === 1 && last !== undefined) {
      this.host.mark(last, undefined);
      this.byKey.set(key, last);
      this.unsettled.delete(known);
    } else if (known.first === note) {
      known.first = undefined;
      for (const member of known.members) known.arrived.add(member);
      this.unsettled.add(known);
    }
  }

  /** The trace that another one repeats. */
  firstOf(key: string): Note | undefined {
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
      if (group.arrived.size === 0 && group.fresh.size === 0) this.unsettled.delete(group);
      if (!goesOn) break;
    }
    return this.isSettled;
  }

  /** @returns whether to go on */
  private settleGroup(group: Group, mayGoOn: () => boolean): boolean {
    if (!this.findFirst(group, mayGoOn)) return false;
    const { first } = group;
    if (first === undefined) return true;
    if (group.isFirstNew) {
      group.isFirstNew = false;
      for (const note of group.members) group.fresh.add(note);
      this.host.mark(first, undefined);
    }
    group.fresh.delete(first);
    const isSame = this.host.compareWith(first);
    for (const note of group.fresh) {
      this.host.mark(note, isSame(note));
      group.fresh.delete(note);
      if (!mayGoOn()) return false;
    }
    return true;
  }

  /** Only what is new can stand before the first one that was known. */
  private findFirst(group: Group, mayGoOn: () => boolean): boolean {
    let firstAt = group.first && this.host.placeOf(group.first);
    for (const note of group.arrived) {
      const at = this.host.placeOf(note);
      group.arrived.delete(note);
      if (firstAt === undefined || at < firstAt) {
        firstAt = at;
        group.first = note;
        group.isFirstNew = true;
      }
      if (!mayGoOn()) return false;
    }
    return true;
  }
}

function newGroup(note: Note): Group {
  const alone = (): Set<Note> => new Set([note]);
  return { members: alone(), first: undefined, isFirstNew: false, arrived: alone(), fresh: alone() };
}

function isGroup(known: Note | Group): known is Group {
  return 'members' in known;
}
