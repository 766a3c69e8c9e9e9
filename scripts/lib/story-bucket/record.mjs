/**
 * A trace as the story has it: what differs from trace to trace.
 *
 * @typedef {object} Happening
 * @property {number} time when it happened, in epoch milliseconds
 * @property {import('./people.mjs').Actor} actor
 * @property {string} region
 * @property {string} service
 * @property {string} resourceType
 * @property {string} event
 * @property {string} [resourceId]
 * @property {string} [resourceName]
 * @property {'normal' | 'warning'} [rating]
 * @property {number} [code]
 * @property {unknown} [request]
 * @property {unknown} [response]
 * @property {string} [message]
 * @property {boolean} [isReadOnly]
 * @property {string} [apiVersion]
 * @property {string} [requestId]
 */

/** @typedef {Readonly<Record<string, unknown>> & { readonly trace_id: string, readonly record_time: number }} TraceRecord */

import { account, projects } from './people.mjs';

/** Services that belong to no region. */
const globalServices = new Set(['IAM']);

/**
 * A record as CTS writes it to a bucket: keys in alphabetical order, numbers for times and code, `user`, `request` and
 * `response` as strings of JSON.
 *
 * @param {Happening} happening
 * @param {number} number of the trace in the bucket, which makes its id unique
 * @returns {TraceRecord}
 */
export function toRecord(happening, number) {
  const { actor, service, region, time } = happening;
  const recordTime = time + 3 + (number % 40);
  return {
    api_version: happening.apiVersion ?? '1.0',
    code: happening.code ?? 200,
    domain_id: account.id,
    enterprise_project_id: '0',
    event_type: globalServices.has(service) ? 'global' : 'system',
    ...(happening.message === undefined ? {} : { message: happening.message }),
    operation_id: happening.event.charAt(0).toUpperCase() + happening.event.slice(1),
    project_id: projects[region],
    read_only: happening.isReadOnly ?? false,
    record_time: recordTime,
    ...(happening.request === undefined ? {} : { request: JSON.stringify(happening.request) }),
    ...(happening.requestId === undefined ? {} : { request_id: happening.requestId }),
    resource_id: happening.resourceId ?? '',
    resource_name: happening.resourceName ?? '',
    resource_type: happening.resourceType,
    ...(happening.response === undefined ? {} : { response: JSON.stringify(happening.response) }),
    service_type: service,
    source_ip: actor.sourceIp,
    time,
    trace_id: toTraceId(recordTime, number),
    trace_name: happening.event,
    trace_rating: happening.rating ?? 'normal',
    trace_type: actor.traceType,
    tracker_name: 'system',
    user: JSON.stringify(actor.user),
  };
}

/** From 1582-10-15, where the clock of a UUID begins, to 1970-01-01. */
const millisecondsBeforeEpoch = 12_219_292_800_000n;

/**
 * A version 1 UUID (RFC 9562) whose clock is the time of recording, as in published traces.
 *
 * @param {number} epochMilliseconds
 * @param {number} number
 */
function toTraceId(epochMilliseconds, number) {
  const ticks = (BigInt(epochMilliseconds) + millisecondsBeforeEpoch) * 10_000n;
  const digits = ticks.toString(16).padStart(15, '0');
  const sequence = (0x8000 + (number % 0x4000)).toString(16);
  const node = `0200${number.toString(16).padStart(8, '0')}`;
  return `${digits.slice(7)}-${digits.slice(3, 7)}-1${digits.slice(0, 3)}-${sequence}-${node}`;
}
