/** How long the extension host is held at a time, in milliseconds. */
export const sliceLength = 5;

/** Lets the host do what else waits. */
export function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 0));
}

export interface Slicing<Step> {
  /** Called with each step. */
  readonly take?: (step: Step) => void;
  /** Asked after each pause: whether the result is still of use. */
  readonly isWanted: () => boolean;
}

/**
 * Goes through steps without holding the host for longer than a slice.
 *
 * @returns what the steps return at their end; `undefined` where it was no longer wanted
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
