import type { LocatedTrace } from '../file/located-traces';
import {
  type AsyncFacts,
  findAsyncFacts,
  findResultLink,
  isSameRequest,
  type ResultLink,
} from '../record/async-request';
import type { Outcome } from '../record/outcome';
import { type ResourceSearch, tracesOfResource } from './related-traces';

/** The call or the result that a trace belongs to. */
export interface AsyncPartner {
  readonly located: LocatedTrace;
  /** Milliseconds after the other trace; negative if before. */
  readonly difference: number;
  readonly outcome: Outcome;
}

export interface AsyncPartners {
  /** What the found traces are to the one they were searched for. */
  readonly role: 'call' | 'result';
  /** In order of time; at least one. */
  readonly found: readonly AsyncPartner[];
}

/**
 * Finds the result of an accepted call among the traces of its resource, or the call that a trace is the result of;
 * yields after each trace. `undefined` if there is none, and in doubt.
 */
export function* findAsyncPartners(
  search: ResourceSearch,
): Generator<undefined, AsyncPartners | undefined, undefined> {
  const own = findAsyncFacts(search.trace);
  if (own === undefined) return undefined;
  const others: Candidate[] = [];
  for (const located of tracesOfResource(search)) {
    const facts = findAsyncFacts(located.trace);
    if (facts && isCandidate(facts, own)) others.push({ located, facts });
    yield;
  }
  const isUnrepeated = isOnlyOne(others.filter(({ facts }) => isSameRequest(facts, own)));
  const calls = others.filter(({ facts }) => isLinked(findResultLink(own, facts), isUnrepeated));
  const [call] = toPartners(calls, own);
  if (call) return { role: 'call', found: [call] };
  const results = others.filter(({ facts }) => isLinked(findResultLink(facts, own), isUnrepeated));
  return results.length > 0 ? { role: 'result', found: toPartners(results, own) } : undefined;
}

interface Candidate {
  readonly located: LocatedTrace;
  readonly facts: AsyncFacts;
}

function isCandidate(facts: AsyncFacts, own: AsyncFacts): boolean {
  return (
    findResultLink(facts, own) !== undefined ||
    findResultLink(own, facts) !== undefined ||
    isSameRequest(facts, own)
  );
}

/** Without a common id, only two traces of the same request belong together. */
function isLinked(link: ResultLink | undefined, isUnrepeated: boolean): boolean {
  return link === 'certain' || (link === 'unless-repeated' && isUnrepeated);
}

/** Whether all are copies of one trace. */
function isOnlyOne(candidates: readonly Candidate[]): boolean {
  return new Set(candidates.map(({ facts }) => facts.traceId ?? facts)).size === 1;
}

/** In order of time, copies of a trace once. */
function toPartners(candidates: readonly Candidate[], own: AsyncFacts): readonly AsyncPartner[] {
  const ids = new Set<string>();
  return candidates
    .filter(({ facts: { traceId } }) => {
      if (traceId === undefined) return true;
      const isNew = !ids.has(traceId);
      ids.add(traceId);
      return isNew;
    })
    .map(({ located, facts }) => ({
      located,
      difference: facts.moment - own.moment,
      outcome: facts.outcome,
    }))
    .sort((one, other) => one.difference - other.difference);
}
