import { type Catalog, isImsEvent } from '../catalog/catalog';
import type { ImsEvent, Side } from '../catalog/rows/row-types';
import { findImsEvent } from '../explain/parts/ims-event';
import { findPlace } from '../explain/place';
import { findMoment } from '../explain/value/time-value';
import type { LocatedTrace } from '../file/located-traces';
import { isMeaningful } from '../record/already-masked';
import { fieldOf, findString, type Trace } from '../record/trace';
import type { JsonValue } from '../text/json';
import { type Span, shiftSpan, spanFrom } from '../text/span';

/** The largest difference between the times of likely counterparts, in milliseconds. */
export const maxTimeDifference = 10 * 60_000;

export interface ResourceFile {
  /** In document order. */
  traces(): Iterable<LocatedTrace>;
  traceAt(offset: number): LocatedTrace | undefined;
}

/** The start offsets of the traces of each resource, in document order. Valid until the text changes. */
export type ResourceIndex = ReadonlyMap<string, readonly number[]>;

export interface Counterpart {
  readonly located: LocatedTrace;
  /** Milliseconds after the other trace; negative if before. */
  readonly difference: number;
}

export interface Counterparts {
  /** The side that was searched. */
  readonly side: Side;
  /** Sorted by distance in time, nearest first. */
  readonly found: readonly Counterpart[];
}

export interface ResourceSearch {
  readonly file: ResourceFile;
  readonly index: ResourceIndex;
  readonly trace: Trace;
}

/** Indexes a file, yielding after each trace. The text must not change in between. */
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

/** Every trace of the same resource in document order, including `trace` itself. */
export function* tracesOfResource({
  file,
  index,
  trace,
}: ResourceSearch): Generator<LocatedTrace, undefined, undefined> {
  for (const start of startsOfResource(index, trace) ?? []) {
    // Past the brace: where traces touch, the offset between them belongs to the end of the previous one
    const located = file.traceAt(start + 1);
    if (located) yield located;
  }
}

/** Where the traces of the same resource start, including `trace` itself; the same array for each of them. */
export function startsOfResource(index: ResourceIndex, trace: Trace): readonly number[] | undefined {
  const resource = findResource(trace);
  return resource === undefined ? undefined : index.get(resource);
}

/** Matches events of the same operation on the other side at about the same time. */
export interface CounterpartQuery {
  readonly operation: string;
  readonly side: Side;
  /** Epoch milliseconds. */
  readonly moment: number;
  /** Whether the newest lists have such an event, so that its absence is worth reporting. */
  readonly isCurrent: boolean;
}

/** `undefined` if the operation has no counterpart, or the trace lacks its resource or an exact time. */
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
 * Finds traces of the resource that may record the same operation, one by IMS and one by Glance, yielding after each
 * trace. No source proves that two traces belong together, and most have no counterpart, so messages must call a pair
 * likely only.
 *
 * @returns `undefined` if there are none and none were expected
 */
export function* findCounterparts(
  search: ResourceSearch,
  query: CounterpartQuery,
  catalog: Catalog,
): Generator<undefined, Counterparts | undefined, undefined> {
  const found: Counterpart[] = [];
  for (const located of tracesOfResource(search)) {
    const event = findTableEvent(located.trace, catalog);
    const moment = findMoment(located.trace, 'time');
    const isCounterpart = event?.side === query.side && event.operation.id === query.operation;
    const difference = moment === undefined ? Number.NaN : moment - query.moment;
    if (isCounterpart && Math.abs(difference) <= maxTimeDifference) found.push({ located, difference });
    yield;
  }
  if (found.length === 0 && !query.isCurrent) return undefined;
  found.sort((one, other) => Math.abs(one.difference) - Math.abs(other.difference));
  return { side: query.side, found };
}

/** The span of the event name in the file; that of the opening brace if the trace has none. */
export function nameSpanOf({ trace, start }: LocatedTrace): Span {
  const { valueSpan } = fieldOf(trace, 'trace_name');
  return shiftSpan(valueSpan.length > 0 ? valueSpan : spanFrom(0, 1), start);
}

/** The value at an offset if it belongs to one of the fields. Both count from the first character of the trace. */
export function findValueAt(trace: Trace, offset: number, fields: readonly string[]): Span | undefined {
  const place = findPlace(trace, offset);
  return place?.kind === 'value' && fields.includes(place.field.name) ? place.span : undefined;
}

/** An event of another service is no counterpart, even if the IMS guide lists it. */
function findTableEvent(trace: Trace, catalog: Catalog): ImsEvent | undefined {
  const event = findImsEvent(trace, catalog);
  return event?.service === 'IMS' ? event : undefined;
}

/** In characters. Shorter ids are numbers and names that several services may use. */
const minUniqueLength = 16;

/** A key that identifies the resource of a trace: its id, preceded by the service if the id is short. */
function findResource(trace: Trace): string | undefined {
  const id = idText(trace.value('resource_id'));
  if (id === undefined) return undefined;
  return id.length >= minUniqueLength ? id : `${findString(trace, 'service_type') ?? ''} ${id}`.toLowerCase();
}

function idText(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && isMeaningful(value) ? value.trim() : undefined;
}
