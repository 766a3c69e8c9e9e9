import type { ObjectName } from './object-name';

/**
 * How far the name of a file may be outside of a window while its traces may still be inside, in milliseconds. CTS
 * delivers within minutes as a rule, but may be late.
 */
export const windowMargin = 6 * 60 * 60_000;

/** Both ends in epoch milliseconds and included; `undefined` is unlimited. */
export interface NamedWindow {
  readonly from: number | undefined;
  readonly until: number | undefined;
}

/** Whether the name of a file proves that none of its traces is in a window. */
export function isOutsideWindow({ time }: ObjectName, { from, until }: NamedWindow): boolean {
  return (
    (from !== undefined && time < from - windowMargin) || (until !== undefined && time > until + windowMargin)
  );
}
