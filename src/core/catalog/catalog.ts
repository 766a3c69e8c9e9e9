import { groupBy } from './group-by';
import { imsEvents } from './ims';
import { type KnownName, knownNamesOf } from './known-names';
import { lazy } from './lazy';
import type { CatalogEvent, Coverage, ImsEvent } from './types';

/**
 * The events that are known. A catalog never changes and is handed to whatever asks it; it keeps what it has read of the
 * lists of other services than IMS, which it reads when it is asked for one of them.
 *
 * Services match in any case of letters, names and resource types exactly.
 */
export interface Catalog {
  /** Every event, those of IMS first, in the order of the documentation. */
  events(): readonly CatalogEvent[];
  /** How well the names of a service are known; `undefined` where they are not. */
  findCoverage(service: string): Coverage | undefined;
  /** The rows of a service. */
  eventsOf(service: string): readonly CatalogEvent[];
  /** The rows of a name, one for each resource type. */
  findEvents(service: string, name: string): readonly CatalogEvent[];
  /** The row of a name on a resource type. */
  findEvent(service: string, resourceType: string, name: string): CatalogEvent | undefined;
  /** The rows of a name in whatever service: a name alone is not unique. */
  findEventsByName(name: string): readonly CatalogEvent[];
  /** The names of a service as names are compared that may be slips. */
  namesOf(service: string): readonly KnownName[];
}

/** Everything that is known of the events of one service. */
interface Shelf {
  readonly coverage: Coverage | undefined;
  events(): readonly CatalogEvent[];
  byName(): ReadonlyMap<string, readonly CatalogEvent[]>;
  names(): readonly KnownName[];
}

const none: readonly CatalogEvent[] = [];

export function createCatalog(): Catalog {
  const shelves = new Map(
    [...groupBy(imsEvents, ({ service }) => service.toLowerCase())].map(([service, rows]) => [
      service,
      createShelf(service === 'ims' ? 'complete' : undefined, () => rows),
    ]),
  );
  const findShelf = (service: string): Shelf | undefined =>
    shelves.get(service) ?? shelves.get(service.toLowerCase());
  const events = lazy((): readonly CatalogEvent[] => imsEvents);
  const byName = lazy(() => groupBy(events(), ({ name }) => name));
  const findEvents: Catalog['findEvents'] = (service, name) => findShelf(service)?.byName().get(name) ?? none;
  return {
    events,
    findCoverage: (service) => findShelf(service)?.coverage,
    eventsOf: (service) => findShelf(service)?.events() ?? none,
    findEvents,
    findEvent: (service, resourceType, name) =>
      findEvents(service, name).find((event) => event.resourceType === resourceType),
    findEventsByName: (name) => byName().get(name) ?? none,
    namesOf: (service) => findShelf(service)?.names() ?? [],
  };
}

/** Whether a row is one of the IMS tables, with its operation. */
export function isImsEvent(event: CatalogEvent): event is ImsEvent {
  return 'operation' in event;
}

function createShelf(coverage: Coverage | undefined, read: () => readonly CatalogEvent[]): Shelf {
  const events = lazy(read);
  return {
    coverage,
    events,
    byName: lazy(() => groupBy(events(), ({ name }) => name)),
    names: lazy(() => knownNamesOf(events())),
  };
}
