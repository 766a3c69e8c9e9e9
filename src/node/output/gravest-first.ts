/** Something that is kept, with its place in the order of arrival. */
interface Kept<T> {
  readonly order: number;
  readonly thing: T;
}

/** Keeps a limited number of things: the gravest, and of those that are equally grave the first. */
export class GravestFirst<T> {
  private readonly byRank: Kept<T>[][];
  private size = 0;
  private order = 0;

  /** @param rankCount ranks count from 0, which is the gravest */
  constructor(
    private readonly limit: number,
    rankCount: number,
  ) {
    this.byRank = Array.from({ length: rankCount }, () => []);
  }

  /** @returns what is not kept any more: the least grave that came last, which may be the new one */
  add(rank: number, thing: T): T | undefined {
    this.byRank[rank]?.push({ order: this.order++, thing });
    this.size++;
    if (this.size <= this.limit) return undefined;
    this.size--;
    return this.byRank.findLast(({ length }) => length > 0)?.pop()?.thing;
  }

  /** In the order of their ranks, and within a rank in which they came. */
  gravestFirst(): readonly T[] {
    return this.byRank.flat().map(({ thing }) => thing);
  }

  /** In the order in which they came. */
  inOrder(): readonly T[] {
    return this.byRank
      .flat()
      .sort((one, other) => one.order - other.order)
      .map(({ thing }) => thing);
  }
}
