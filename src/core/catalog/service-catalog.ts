import { groupBy } from './group-by';
import { type KnownName, knownNamesOf } from './known-names';
import { lazy } from './lazy';
import type { CatalogEvent, Coverage, ListedEvent } from './rows/types';

/** Everything that is known of the events of one service; read when it is first asked for. */
export interface ServiceCatalog {
  readonly service: string;
  readonly coverage: Coverage;
  /** The event names, some more than once; costs far less than the rows. */
  eventNames(): readonly string[];
  events(): readonly CatalogEvent[];
  byName(): ReadonlyMap<string, readonly CatalogEvent[]>;
  /** The names as they are compared with one that may be a slip. */
  names(): readonly KnownName[];
}

/** What a user's catalog adds. */
export interface Addition {
  readonly events: readonly ListedEvent[];
  /** The services of which it has every event that is recorded in the user's region. */
  readonly completeServices: readonly string[];
}

/** What a shelf is made of. */
interface ServiceCatalogContent {
  readonly service: string;
  readonly coverage: Coverage;
  readonly read: () => readonly CatalogEvent[];
  /** Where the names can be had without the rows. */
  readonly readNames?: () => readonly string[];
}

export function createServiceCatalog({
  service,
  coverage,
  read,
  readNames,
}: ServiceCatalogContent): ServiceCatalog {
  const events = lazy(read);
  return {
    service,
    coverage,
    eventNames: readNames ?? (() => events().map(({ name }) => name)),
    events,
    byName: lazy(() => groupBy(events(), ({ name }) => name)),
    names: lazy(() => knownNamesOf(events())),
  };
}

/** Whether a row holds nothing but identifiers. */
export function isListedEvent(event: CatalogEvent): event is ListedEvent {
  return 'caseTwins' in event;
}

/**
 * The shelves of the services that users' catalogs have.
 *
 * @param find what is known of a service without them
 */
export function extendServiceCatalogs(
  additions: readonly Addition[],
  find: (service: string) => ServiceCatalog | undefined,
): readonly ServiceCatalog[] {
  const complete = new Set(
    additions.flatMap(({ completeServices }) => completeServices).map((service) => service.toLowerCase()),
  );
  const added = groupBy(
    additions.flatMap(({ events }) => events),
    ({ service }) => service.toLowerCase(),
  );
  // A service that is called complete and has no event at all has no list either
  const keys = new Set([...added.keys(), ...[...complete].filter((key) => find(key) !== undefined)]);
  return [...keys].map((key) => {
    const known = find(key);
    const events = added.get(key) ?? [];
    const coverage = known?.coverage ?? 'partial';
    return createServiceCatalog({
      service: known?.service ?? events[0]?.service ?? key,
      coverage: coverage === 'partial' && complete.has(key) ? 'region' : coverage,
      read: () => merge(known?.events() ?? [], events),
    });
  });
}

/** What users add comes behind what is known. The rows of IMS stay as they are; to others it adds what they lack. */
function merge(known: readonly CatalogEvent[], added: readonly ListedEvent[]): readonly CatalogEvent[] {
  const rows = new Map(known.map((event) => [keyOf(event), event]));
  const service = known[0]?.service ?? added[0]?.service;
  for (const event of added) {
    const present = rows.get(keyOf(event));
    if (present === undefined) rows.set(keyOf(event), service === undefined ? event : { ...event, service });
    else if (isListedEvent(present)) rows.set(keyOf(event), complement(present, event));
  }
  return [...rows.values()];
}

/** What is known does not give way: an event that was withdrawn may be in the list of a user's region, not the other way. */
function complement(known: ListedEvent, added: ListedEvent): ListedEvent {
  return {
    ...known,
    listed: added.listed === 'current' ? 'current' : known.listed,
    label: { ...added.label, ...known.label },
    twins: [...new Set([...known.twins, ...added.twins])],
    caseTwins: [...new Set([...known.caseTwins, ...added.caseTwins])],
    ...(added.added ? { added: added.added } : {}),
  };
}

function keyOf({ resourceType, name }: CatalogEvent): string {
  return `${resourceType}\n${name}`;
}
