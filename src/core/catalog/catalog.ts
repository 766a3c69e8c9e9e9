import { lazy } from '../text/lazy';
import { groupBy } from './group-by';
import type { KnownName } from './known-names';
import { type ListedService, readListedServices } from './listed-services';
import { imsEvents } from './rows/ims-events';
import type { CatalogEvent, Coverage, ImsEvent } from './rows/row-types';
import services from './rows/services.txt';
import {
  type Addition,
  createServiceCatalog,
  extendServiceCatalogs,
  type ServiceCatalog,
} from './service-catalog';

/**
 * The known events. A catalog is immutable; it reads the rows of a service on first use and caches them.
 *
 * Services match case-insensitively, names and resource types exactly.
 */
export interface Catalog {
  /** Every event in documentation order, those of IMS first. */
  events(): readonly CatalogEvent[];
  /** How completely the names of a service are known; `undefined` for an unknown service. */
  findCoverage(service: string): Coverage | undefined;
  eventsOf(service: string): readonly CatalogEvent[];
  /** The rows of a name, one per resource type. */
  findEvents(service: string, name: string): readonly CatalogEvent[];
  findEvent(service: string, resourceType: string, name: string): CatalogEvent | undefined;
  /** The rows of a name in every service: names are unique only within a service. */
  findEventsByName(name: string): readonly CatalogEvent[];
  /** The names of a service, prepared for comparison with a possible typo. */
  namesOf(service: string): readonly KnownName[];
  /** A catalog that also has what users' catalogs add; additions never override a known row. */
  with(additions: readonly Addition[]): Catalog;
}

/** The built-in catalog: the rows of IMS and the public lists of the other services. */
export function createCatalog(): Catalog {
  const ims = createServiceCatalog({
    service: 'IMS',
    coverage: 'complete',
    read: () => imsEvents.filter(({ service }) => service === 'IMS'),
  });
  return catalogOf(
    toIndex([ims]),
    lazy(() => toIndex(readListedServices(services).map(toServiceCatalog))),
  );
}

/** Whether a row is from the IMS tables and so has its operation. */
export function isImsEvent(event: CatalogEvent): event is ImsEvent {
  return 'operation' in event;
}

const none: readonly CatalogEvent[] = [];

type Index = ReadonlyMap<string, ServiceCatalog>;

/**
 * @param primary services that are looked up first
 * @param others all further services, read only when `primary` lacks one
 */
function catalogOf(primary: Index, others: () => Index): Catalog {
  // Most traces spell a service as documented, so the exact spelling is tried before lower case
  const findExact = (service: string): ServiceCatalog | undefined =>
    primary.get(service) ?? others().get(service);
  const find = (service: string): ServiceCatalog | undefined =>
    findExact(service) ?? findExact(service.toLowerCase());
  const serviceCatalogs = lazy(() => {
    const added = [...others().values()].filter(({ service }) => !primary.has(service));
    return [...new Set([...primary.values(), ...added])];
  });
  const events = lazy(() => serviceCatalogs().flatMap((serviceCatalog) => serviceCatalog.events()));
  const catalogsByName = lazy(() => {
    const namedCatalogs = serviceCatalogs().flatMap((serviceCatalog) =>
      [...new Set(serviceCatalog.eventNames())].map((name) => ({ name, serviceCatalog })),
    );
    return groupBy(namedCatalogs, ({ name }) => name);
  });
  // Several rules in a row look up the event of the same trace
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
      (catalogsByName().get(name) ?? []).flatMap(
        ({ serviceCatalog }) => serviceCatalog.byName().get(name) ?? none,
      ),
    namesOf: (service) => find(service)?.names() ?? [],
    with: (additions) =>
      catalogOf(new Map([...primary, ...toIndex(extendServiceCatalogs(additions, find))]), others),
  };
}

function toIndex(serviceCatalogs: readonly ServiceCatalog[]): Index {
  return new Map(
    serviceCatalogs.flatMap((serviceCatalog) => [
      [serviceCatalog.service, serviceCatalog],
      [serviceCatalog.service.toLowerCase(), serviceCatalog],
    ]),
  );
}

/** The public list of a service, with the rows that the IMS guide has for it. */
function toServiceCatalog({ service, read, readNames }: ListedService): ServiceCatalog {
  const fromImsGuide = imsEvents.filter((event) => event.service === service && service !== 'IMS');
  return createServiceCatalog({
    service,
    coverage: 'partial',
    read: () => [...read(), ...fromImsGuide],
    readNames: () => [...readNames(), ...fromImsGuide.map(({ name }) => name)],
  });
}
