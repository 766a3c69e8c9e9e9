import type { Bilingual } from '../language';
import { attributes } from './attributes';
import { groupBy } from './group-by';
import { imsEvents } from './ims';
import type { Attribute, CatalogEvent, Coverage, ImsEvent } from './types';

/** Every catalogued event, in the order of its documentation. */
export const events: readonly CatalogEvent[] = imsEvents;

const none: readonly CatalogEvent[] = [];

/** The services whose event names are known, by `service_type` in lower case. */
const coverages: ReadonlyMap<string, Coverage> = new Map([['ims', 'complete']]);

const eventsByService = groupBy(events, (event) => serviceKey(event.service));
const namesByService = new Map(
  [...eventsByService].map(([service, rows]) => [service, groupBy(rows, (row) => row.name)]),
);
const attributesByName = new Map(attributes.map((attribute) => [attribute.name, attribute]));

/** How well the names of a service are known; `undefined` where they are not. Services match in any case of letters. */
export function findCoverage(service: string): Coverage | undefined {
  return coverages.get(serviceKey(service));
}

/** Whether the catalog claims to know the event names of a service. */
export function isKnownService(service: string): boolean {
  return findCoverage(service) !== undefined;
}

/** The rows of a service. */
export function eventsOf(service: string): readonly CatalogEvent[] {
  return eventsByService.get(serviceKey(service)) ?? none;
}

/** The rows of a name, one for each resource type; names match exactly. */
export function findEvents(service: string, name: string): readonly CatalogEvent[] {
  return namesByService.get(serviceKey(service))?.get(name) ?? none;
}

/** The row of a name on a resource type; both match exactly. */
export function findEvent(service: string, resourceType: string, name: string): CatalogEvent | undefined {
  return findEvents(service, name).find((event) => event.resourceType === resourceType);
}

/** The rows of a name in whatever service: a name alone is not unique. */
export function findEventsByName(name: string): readonly CatalogEvent[] {
  return events.filter((event) => event.name === name);
}

/** Whether a row is one of the IMS tables, with its operation. */
export function isImsEvent(event: CatalogEvent): event is ImsEvent {
  return 'operation' in event;
}

/** The official name of the operation; `undefined` for services of which only identifiers are catalogued. */
export function findLabel(event: CatalogEvent): Bilingual | undefined {
  return isImsEvent(event) ? event.label : undefined;
}

/** What is known of a field; `user.name` and the like for the members of `user`. */
export function findAttribute(name: string): Attribute | undefined {
  return attributesByName.get(name);
}

function serviceKey(service: string): string {
  return service.toLowerCase();
}
