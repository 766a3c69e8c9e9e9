import type { Trace } from '../../record/trace';
import { findString } from '../../record/trace';
import type { JsonValue } from '../../text/json';

/** How the record itself says the operation ended. */
export interface Outcome {
  /** The level of the trace; `undefined` where it is absent, masked or none of the documented ones. */
  readonly rating: Rating | undefined;
  /** The HTTP status; `undefined` where `code` is absent or something else. */
  readonly status: number | undefined;
}

export type Rating = 'normal' | 'warning' | 'incident';

const ratings: readonly Rating[] = ['normal', 'warning', 'incident'];

export function outcomeOf(trace: Trace): Outcome {
  const written = findString(trace, 'trace_rating') ?? findString(trace, 'trace_status');
  return { rating: ratings.find((rating) => rating === written), status: findStatus(trace.value('code')) };
}

export function hasFailed({ rating }: Outcome): boolean {
  return rating === 'warning' || rating === 'incident';
}

/** The HTTP status in a `code`, which is a number in some editions and a text in others. */
export function findStatus(code: JsonValue | undefined): number | undefined {
  const status = typeof code === 'string' && /^\d{3}$/.test(code.trim()) ? Number(code) : code;
  return typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599
    ? status
    : undefined;
}
