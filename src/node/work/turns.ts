import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long this thread may work before it looks at signals, in milliseconds. */
const turnLength = 50;

/** Lets signals be heard between steps of synchronous work. */
export class Turns {
  private start = performance.now();

  /** To be called between steps. */
  async pause(): Promise<void> {
    if (performance.now() - this.start <= turnLength) return;
    await nextTurn();
    this.start = performance.now();
  }
}
