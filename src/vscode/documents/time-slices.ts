/** How long work may block the extension host at a time, in milliseconds. */
export const sliceLength = 5;

/** Yields to other tasks of the extension host. */
export function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 0));
}

/** Runs an iterator until it ends or a slice is over. */
export function runSlice<Result>(
  steps: Iterator<unknown, Result, undefined>,
): IteratorResult<unknown, Result> {
  const end = performance.now() + sliceLength;
  for (;;) {
    const step = steps.next();
    if (step.done || performance.now() >= end) return step;
  }
}

/** Runs an asynchronous iterator to its end without blocking the extension host for longer than a slice. */
export async function runAsyncInSlices<Result>(steps: AsyncIterator<unknown, Result>): Promise<Result> {
  for (let end = performance.now() + sliceLength; ; ) {
    const step = await steps.next();
    if (step.done) return step.value;
    if (performance.now() < end) continue;
    await pause();
    end = performance.now() + sliceLength;
  }
}

export interface Slicing<Step> {
  /** Called with each step. */
  readonly take?: (step: Step) => void;
  /** Called after each pause: whether the result is still needed. */
  readonly isWanted: () => boolean;
}

/**
 * Runs an iterator without blocking the extension host for longer than a slice.
 *
 * @returns the return value of the iterator; `undefined` if it is no longer wanted
 */
export async function runInSlices<Step, Result>(
  steps: Iterator<Step, Result, undefined>,
  { take, isWanted }: Slicing<Step>,
): Promise<Result | undefined> {
  for (let end = performance.now() + sliceLength; ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    take?.(step.value);
    if (performance.now() < end) continue;
    await pause();
    if (!isWanted()) return undefined;
    end = performance.now() + sliceLength;
  }
}
