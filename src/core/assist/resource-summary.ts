import type { ResourceSummary } from '../explain/parts/explanation';
import { factsOf } from '../record/trace-facts';
import { type ResourceSearch, tracesOfResource } from './related-traces';

/** Counts the traces of the resource of a trace, yielding after each; `undefined` if the trace names no resource. */
export function* summarizeResource(
  search: ResourceSearch,
): Generator<undefined, ResourceSummary | undefined, undefined> {
  let count = 0;
  const moments: number[] = [];
  for (const { trace } of tracesOfResource(search)) {
    count++;
    const { time } = factsOf(trace);
    if (time?.isExact) moments.push(time.epochMilliseconds);
    yield;
  }
  if (count === 0) return undefined;
  // Times without a zone would make the order wrong
  if (moments.length < count) return { count };
  const order = moments.sort((one, other) => one - other);
  return { count, first: order[0], last: order.at(-1) };
}
