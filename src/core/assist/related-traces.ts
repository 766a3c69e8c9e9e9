import { type Catalog, isImsEvent } from '../catalog/catalog';
import type { ImsEvent, Side } from '../catalog/rows/types';
import { findPlace } from '../explain/place';
import { findMoment } from '../explain/value/time-value';
import type { LocatedTrace } from '../file/located-traces';
import { isMeaningful } from '../record/masked';
import { fieldOf, findString, type Trace } from '../record/trace';
import type { JsonValue } from '../text/json';
import { type Span, shiftSpan } from '../text/span';

/**
 * Traces that may be of one and the same act: what IMS records of an operation and what Glance records of it. No source
 * proves that two belong together, and most stand alone; so whoever tells of a pair says that it is likely only.
 */

/** How far apart the times of two likely counterparts may be, in milliseconds. */
export const longestApart = 10 * 60_000;

/** A file whose traces are asked for by their resource. */
export interface ResourceFile {
  /** The traces in their order. */
  traces(): Iterable<LocatedTrace>;
  traceAt(offset: number): LocatedTrace | undefined;
}

/** Where the traces of each resource begin, in the order of the file. It holds for as long as the text does. */
export type ResourceIndex = ReadonlyMap<string, readonly number[]>;

/** A trace that is likely the counterpart of another one. */
export interface Counterpart {
  readonly placed: LocatedTrace;
  /** The milliseconds from the time of the other trace to the time of this one; negative where this one is earlier. */
  readonly difference: number;
}

export interface Counterparts {
  /** On which side they are looked for. */
  readonly side: Side;
  /** The nearest in time first. */
  readonly found: readonly Counterpart[];
}

/** A trace to which others are looked for. */
export interface ResourceSearch {
  readonly file: ResourceFile;
  readonly index: ResourceIndex;
  readonly trace: Trace;
}

/** Reads through a file, a step a trace. Nobody may change the text in between. */
export function* indexResources(file: ResourceFile): Generator<undefined, ResourceIndex, undefined> {
  const index = new Map<string, number[]>();
  for (const { trace, start } of file.traces()) {
    const resource = findResource(trace);
    const starts = resource === undefined ? undefined : index.get(resource);
    if (starts) starts.push(start);
    else if (resource !== undefined) index.set(resource, [start]);
    yield;
  }
  return index;
}

/** Every trace of the same resource in the order of the file, the one asked for among them. */
export function* tracesOfResource({
  file,
  index,
  trace,
}: ResourceSearch): Generator<LocatedTrace, undefined, undefined> {
  const resource = findResource(trace);
  const starts = resource === undefined ? [] : (index.get(resource) ?? []);
  for (const start of starts) {
    // One further than its brace: where records touch, the offset between them is the end of the one before
    const placed = file.traceAt(start + 1);
    if (placed) yield placed;
  }
}

/** What is looked for: another event of the operation, on the other side, about the same time. */
export interface CounterpartQuery {
  readonly operation: string;
  readonly side: Side;
  /** Epoch milliseconds. */
  readonly moment: number;
  /** Whether the newest lists have such an event, so that it tells something when there is none. */
  readonly isCurrent: boolean;
}

/**
 * What would be the counterpart of a trace.
 *
 * @returns `undefined` where there is nothing to look for: the operation has no counterpart, or the record does not state
 * its resource or its moment
 */
export function findCounterpartQuery(trace: Trace, catalog: Catalog): CounterpartQuery | undefined {
  const event = findTableEvent(trace, catalog);
  const moment = findMoment(trace, 'time');
  if (event === undefined || moment === undefined || findResource(trace) === undefined) return undefined;
  const side = event.side === 'ims' ? 'glance' : 'ims';
  const operation = event.operation.id;
  const rows = catalog.eventsOf('IMS').filter(isImsEvent);
  const others = rows.filter((row) => row.side === side && row.operation.id === operation);
  if (others.length === 0) return undefined;
  return { operation, side, moment, isCurrent: others.some(({ listed }) => listed === 'current') };
}

/**
 * Looks through the traces of the resource, a step a trace.
 *
 * @returns `undefined` where nothing is found and nothing was to be expected
 */
export function* findCounterparts(
  search: ResourceSearch,
  query: CounterpartQuery,
  catalog: Catalog,
): Generator<undefined, Counterparts | undefined, undefined> {
  const found: Counterpart[] = [];
  for (const placed of tracesOfResource(search)) {
    const event = findTableEvent(placed.trace, catalog);
    const moment = findMoment(placed.trace, 'time');
    const isSought = event?.side === query.side && event.operation.id === query.operation;
    const difference = moment === undefined ? Number.NaN : moment - query.moment;
    if (isSought && Math.abs(difference) <= longestApart) found.push({ placed, difference });
    yield;
  }
  if (found.length === 0 && !query.isCurrent) return undefined;
  found.sort((one, other) => Math.abs(one.difference) - Math.abs(other.difference));
  return { side: query.side, found };
}

/** Where the event name of a trace stands in the file; its opening brace where there is none. */
export function nameSpanOf({ trace, start }: LocatedTrace): Span {
  return shiftSpan(fieldOf(trace, 'trace_name').valueSpan, start);
}

/**
 * The value that the offset, counted from the first character of the trace, lies on, where it is that of one of the
 * fields.
 */
export function findValueAt(trace: Trace, offset: number, fields: readonly string[]): Span | undefined {
  const place = findPlace(trace, offset);
  return place?.kind === 'value' && fields.includes(place.field.name) ? place.span : undefined;
}

/** The row of the IMS tables that a trace is of. */
function findTableEvent(trace: Trace, catalog: Catalog): ImsEvent | undefined {
  const [service, resourceType, name] = ['service_type', 'resource_type', 'trace_name'].map(
    (field) => findString(trace, field) ?? '',
  );
  const event = catalog.findEvent(service ?? '', resourceType ?? '', name ?? '');
  return event && isImsEvent(event) && event.service === 'IMS' ? event : undefined;
}

/** Shorter ids are numbers and names that several services may give. */
const shortestUnique = 16;

/** What tells the resource of a trace from all others: its id, a short one together with the service. */
function findResource(trace: Trace): string | undefined {
  const id = idText(trace.value('resource_id'));
  if (id === undefined) return undefined;
  return id.length >= shortestUnique ? id : `${findString(trace, 'service_type') ?? ''} ${id}`.toLowerCase();
}

function idText(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && isMeaningful(value) ? value.trim() : undefined;
}
