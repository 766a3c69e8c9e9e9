import { groupBy } from './group-by';
import type { KnownName } from './known-names';
import { lazy } from './lazy';
import { type ListedService, readListedServices } from './listed-services';
import { imsEvents } from './rows/ims-events';
import services from './rows/services.txt';
import type { CatalogEvent, Coverage, ImsEvent } from './rows/types';
import {
  type Addition,
  createServiceCatalog,
  extendServiceCatalogs,
  type ServiceCatalog,
} from './service-catalog';

/**
 * The events that are known. A catalog never changes and is handed to whatever asks it. It reads the rows of a service
 * when it is first asked for them, and keeps them.
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
  /** The names of a service as they are compared with one that may be a slip. */
  namesOf(service: string): readonly KnownName[];
  /** The same with what users' catalogs add; nothing that is known gives way to it. */
  with(additions: readonly Addition[]): Catalog;
}

/** What is built in: the rows of IMS and the public lists of the other services. */
export function createCatalog(): Catalog {
  const ims = createServiceCatalog({
    service: 'IMS',
    coverage: 'complete',
    read: () => imsEvents.filter(({ service }) => service === 'IMS'),
  });
  return catalogOf(
    toIndex([ims]),
    lazy(() => toIndex(readListedServices(services).map(toShelf))),
  );
}

/** Whether a row is one of the IMS tables, with its operation. */
export function isImsEvent(event: CatalogEvent): event is ImsEvent {
  return 'operation' in event;
}

const none: readonly CatalogEvent[] = [];

type Index = ReadonlyMap<string, ServiceCatalog>;

/**
 * @param near services that are looked for first
 * @param far what is known of others, not read before one of them is asked for
 */
function catalogOf(near: Index, far: () => Index): Catalog {
  // Most traces spell a service as its documentation does: then nothing has to be folded
  const find = (service: string): ServiceCatalog | undefined =>
    near.get(service) ?? far().get(service) ?? findFolded(service.toLowerCase());
  const findFolded = (service: string): ServiceCatalog | undefined => near.get(service) ?? far().get(service);
  const shelves = lazy(() => {
    const others = [...far().values()].filter(({ service }) => !near.has(service));
    return [...new Set([...near.values(), ...others])];
  });
  const events = lazy(() => shelves().flatMap((shelf) => shelf.events()));
  const shelvesByName = lazy(() => {
    const named = shelves().flatMap((shelf) =>
      [...new Set(shelf.eventNames())].map((name) => ({ name, shelf })),
    );
    return groupBy(named, ({ name }) => name);
  });
  // Of one trace several rules ask for the same event, one after another
  let last = { service: '', name: '', events: none };
  const findEvents: Catalog['findEvents'] = (service, name) => {
    if (last.service !== service || last.name !== name)
      last = { service, name, events: find(service)?.byName().get(name) ?? none };
    return last.events;
  };
  return {
    events,
    findCoverage: (service) => find(service)?.coverage,
    eventsOf: (service) => find(service)?.events() ?? none,
    findEvents,
    findEvent: (service, resourceType, name) =>
      findEvents(service, name).find((event) => event.resourceType === resourceType),
    findEventsByName: (name) =>
      (shelvesByName().get(name) ?? []).flatMap(({ shelf }) => shelf.byName().get(name) ?? none),
    namesOf: (service) => find(service)?.names() ?? [],
    with: (additions) =>
      catalogOf(new Map([...near, ...toIndex(extendServiceCatalogs(additions, find))]), far),
  };
}

function toIndex(shelves: readonly ServiceCatalog[]): Index {
  return new Map(
    shelves.flatMap((shelf) => [
      [shelf.service, shelf],
      [shelf.service.toLowerCase(), shelf],
    ]),
  );
}

/** The public lists, with what the IMS guide tells of another service. */
function toShelf({ service, read, readNames }: ListedService): ServiceCatalog {
  const told = imsEvents.filter((event) => event.service === service && service !== 'IMS');
  return createServiceCatalog({
    service,
    coverage: 'partial',
    read: () => [...read(), ...told],
    readNames: () => [...readNames(), ...told.map(({ name }) => name)],
  });
}
