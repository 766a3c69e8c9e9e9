import type { JsonValue } from '../text/json';
import { isMeaningful } from './already-masked';
import { findString, type Trace } from './trace';

/** How the operation ended according to the trace. */
export interface Outcome {
  /** `undefined` if absent, masked or undocumented. */
  readonly rating: Rating | undefined;
  /** `undefined` if `code` is absent or no HTTP status. */
  readonly status: number | undefined;
}

export type Rating = 'normal' | 'warning' | 'incident';

const ratings: readonly Rating[] = ['normal', 'warning', 'incident'];

export function outcomeOf(trace: Trace): Outcome {
  const value = findRating(trace, 'trace_rating') ?? findRating(trace, 'trace_status');
  return { rating: ratings.find((rating) => rating === value), status: findStatus(trace.value('code')) };
}

/** An empty or masked rating counts as absent. */
function findRating(trace: Trace, name: string): string | undefined {
  const value = findString(trace, name);
  return value !== undefined && isMeaningful(value) ? value : undefined;
}

export function hasFailed({ rating }: Outcome): boolean {
  return rating === 'warning' || rating === 'incident';
}

/** The HTTP status in `code`, which is a number in some editions and a string in others. */
export function findStatus(code: JsonValue | undefined): number | undefined {
  const status = typeof code === 'string' && /^\d{3}$/.test(code.trim()) ? Number(code) : code;
  return typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599
    ? status
    : undefined;
}
