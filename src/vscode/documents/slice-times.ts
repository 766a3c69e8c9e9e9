const mostTimes = 10_000;

/** How long the extension host is held each time a document is read. */
export class SliceTimes {
  /** In milliseconds; the last ones. */
  readonly list: number[] = [];

  /** Runs something and notes how long it takes. */
  measure<T>(run: () => T): T {
    const start = performance.now();
    const result = run();
    this.list.push(performance.now() - start);
    if (this.list.length > 2 * mostTimes) this.list.splice(0, mostTimes);
    return result;
  }
}
