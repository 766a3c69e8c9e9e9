import type { Verdict } from './verdict';

/** The verdict on a file that is here or should be. */
export interface FileVerdict {
  readonly verdict: Verdict;
  /** `undefined` if it is missing. */
  readonly path: string | undefined;
  /** As a digest names it; `undefined` if none does. */
  readonly object: string | undefined;
  /** The path of the digest that lists it, or that refers to it as the one before; `undefined` if none does. */
  readonly listedBy: string | undefined;
}
