import { isObject, type JsonObject, type JsonValue, ownValue, tryParse } from '../text/json';
import { endOf } from '../text/span';
import { isMeaningful } from './already-masked';
import { hasFailed, outcomeOf } from './outcome';
import { findField, findString, type Trace } from './trace';
import { factsOf, type TraceFacts } from './trace-facts';

/** What shows that two traces are about one asynchronous request: the call that was accepted, and its result. */
export interface AsyncFacts extends TraceFacts {
  readonly event: string;
  readonly resourceId: string;
  /** Epoch milliseconds. */
  readonly moment: number;
  readonly traceId: string | undefined;
  /** `job_id` in the response, by which the caller asks for the result. */
  readonly jobId: string | undefined;
  readonly requestId: string | undefined;
  /** The request as it is written; `undefined` if it says nothing. */
  readonly request: string | undefined;
}

/** `undefined` for a trace that cannot be matched: it lacks its event, its resource or an exact time. */
export function findAsyncFacts(trace: Trace): AsyncFacts | undefined {
  const facts = factsOf(trace);
  const { event, resourceId, time } = facts;
  if (event === undefined || resourceId === undefined || time?.isExact !== true) return undefined;
  return {
    ...facts,
    event,
    resourceId,
    moment: time.epochMilliseconds,
    traceId: findText(trace.value('trace_id')),
    jobId: findJobId(trace.value('response')),
    requestId: findText(trace.value('request_id')),
    request: findRequest(trace),
  };
}

/**
 * How sure it is that one trace is the result of the call in another. `certain`: both name the same job, or the same
 * request. `unless-repeated`: the bodies of the requests are the same and only the call was answered with 202, so that it
 * is the result if no other trace comes into question.
 */
export type ResultLink = 'certain' | 'unless-repeated';

/** In milliseconds. A later trace without a common id is not taken for the result. */
const maxDelay = 24 * 60 * 60_000;

/** `undefined` if the traces disagree in anything, and in doubt. */
export function findResultLink(result: AsyncFacts, call: AsyncFacts): ResultLink | undefined {
  const isPossible = isSameOperation(result, call) && result.moment > call.moment && !hasFailed(call.outcome);
  if (!isPossible) return undefined;
  if (result.jobId !== undefined && call.jobId !== undefined)
    return result.jobId === call.jobId ? 'certain' : undefined;
  if (call.outcome.status !== accepted || result.outcome.status === accepted) return undefined;
  if (result.requestId !== undefined && call.requestId !== undefined)
    return result.requestId === call.requestId ? 'certain' : undefined;
  const isSoon = result.moment - call.moment <= maxDelay;
  return isSoon && isSameRequest(result, call) && !isRefused(result) ? 'unless-repeated' : undefined;
}

/** Whether two traces may be about the same request, for lack of ids: the same user asked for the same thing. */
export function isSameRequest(one: AsyncFacts, other: AsyncFacts): boolean {
  return (
    isSameOperation(one, other) &&
    one.request !== undefined &&
    one.request === other.request &&
    one.user?.name !== undefined &&
    one.user.name === other.user?.name
  );
}

const accepted = 202;

/**
 * Whether the record says that the operation was accepted and goes on: the call was answered with 202, or with nothing but
 * the id of a job.
 */
export function isAcceptedCall(trace: Trace): boolean {
  const outcome = outcomeOf(trace);
  return !hasFailed(outcome) && (outcome.status === accepted || isOnlyJobId(trace.value('response')));
}

/** The second of two attempts, of which the API refused one. */
function isRefused({ outcome }: AsyncFacts): boolean {
  return outcome.status !== undefined && outcome.status >= 400;
}

function isSameOperation(one: AsyncFacts, other: AsyncFacts): boolean {
  const isCopy = one.traceId !== undefined && one.traceId === other.traceId;
  return (
    !isCopy &&
    one.event === other.event &&
    one.resourceId.toLowerCase() === other.resourceId.toLowerCase() &&
    one.resourceType === other.resourceType &&
    one.service?.toLowerCase() === other.service?.toLowerCase()
  );
}

/** In characters. A shorter id may be another job's as well. */
const minIdLength = 8;

const jobKeys = ['job_id', 'jobId'] as const;

function findJobId(response: JsonValue | undefined): string | undefined {
  const object = findObject(response);
  const ids = object && jobKeys.map((key) => findText(ownValue(object, key)));
  return ids?.find((id) => id !== undefined);
}

function isOnlyJobId(response: JsonValue | undefined): boolean {
  const object = findObject(response);
  return object !== undefined && Object.keys(object).length === 1 && findJobId(object) !== undefined;
}

function findObject(value: JsonValue | undefined): JsonObject | undefined {
  const object = typeof value === 'string' ? (tryParse(value) as JsonValue | undefined) : value;
  return isObject(object) ? object : undefined;
}

function findText(value: JsonValue | undefined): string | undefined {
  const isId = typeof value === 'string' && value.length >= minIdLength && isMeaningful(value);
  return isId ? value : undefined;
}

function findRequest(trace: Trace): string | undefined {
  const text = findString(trace, 'request') ?? rawRequestOf(trace);
  return /\w/.test(text) && isMeaningful(text) ? text : undefined;
}

function rawRequestOf(trace: Trace): string {
  if (!isObject(trace.value('request'))) return '';
  const field = findField(trace, 'request');
  return field === undefined ? '' : trace.text.slice(field.valueSpan.offset, endOf(field.valueSpan));
}
