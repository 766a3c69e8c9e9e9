import type * as vscode from 'vscode';

/** How long nothing has to change before the folders are checked again, in milliseconds: files arrive one by one. */
const minDelay = 1000;

/**
 * Checks again some time after the last change: one check at a time, to its end, and another one if something changed
 * meanwhile. At most half of the time is spent on checks, however long one takes.
 */
export class Recheck implements vscode.Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private delay = minDelay;
  private isDue = false;
  private isRunning = false;

  constructor(private readonly check: () => Promise<void>) {}

  /** Is told of each change. */
  changed(): void {
    this.isDue = true;
    if (!this.isRunning) this.schedule();
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), this.delay);
  }

  private async run(): Promise<void> {
    this.isDue = false;
    this.isRunning = true;
    const start = performance.now();
    await this.check();
    this.isRunning = false;
    this.delay = Math.max(minDelay, performance.now() - start);
    if (this.isDue) this.schedule();
  }
}
