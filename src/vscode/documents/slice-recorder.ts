const maxTimes = 10_000;

/** Records how long each slice of work blocks the extension host. */
export class SliceRecorder {
  /** The most recent durations, in milliseconds. */
  readonly list: number[] = [];

  /** Runs something and records how long it takes. */
  measure<T>(run: () => T): T {
    const start = performance.now();
    const result = run();
    this.record(performance.now() - start);
    return result;
  }

  /** @param duration in milliseconds */
  record(duration: number): void {
    this.list.push(duration);
    if (this.list.length > 2 * maxTimes) this.list.splice(0, maxTimes);
  }
}
