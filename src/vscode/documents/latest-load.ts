/** Loads something as often as it may have changed. Only the load that was begun last counts. */
export class LatestLoad {
  private loading: Promise<void> | undefined;
  private generation = 0;

  /** @param read reads everything, and keeps it if its load is still the latest one; never rejects */
  constructor(private readonly read: (isLatest: () => boolean) => Promise<unknown>) {}

  begin(): Promise<void> {
    const generation = ++this.generation;
    const isLatest = (): boolean => this.generation === generation;
    const run = async (): Promise<void> => {
      await this.read(isLatest);
      if (isLatest()) this.loading = undefined;
    };
    this.loading = run();
    return this.loading;
  }

  /** Resolves when no load is running any more. */
  async whenDone(): Promise<void> {
    while (this.loading !== undefined) await this.loading;
  }
}
