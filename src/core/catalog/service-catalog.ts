import { lazy } from '../text/lazy';
import { groupBy } from './group-by';
import { type KnownName, knownNamesOf } from './known-names';
import type { CatalogEvent, Coverage, ListedEvent } from './rows/row-types';

/** The known events of one service, read on first use. */
export interface ServiceCatalog {
  readonly service: string;
  readonly coverage: Coverage;
  /** The event names, possibly repeated; far cheaper than reading the rows. */
  eventNames(): readonly string[];
  events(): readonly CatalogEvent[];
  byName(): ReadonlyMap<string, readonly CatalogEvent[]>;
  /** The names, prepared for comparison with a possible typo. */
  names(): readonly KnownName[];
}

/** What a user's catalog adds. */
export interface Addition {
  readonly events: readonly ListedEvent[];
  /** The services for which it lists every event recorded in the user's region. */
  readonly completeServices: readonly string[];
}

interface ServiceCatalogContent {
  readonly service: string;
  readonly coverage: Coverage;
  readonly read: () => readonly CatalogEvent[];
  /** A cheaper way to the names than reading the rows, if there is one. */
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

/** Whether a row has identifiers only. */
export function isListedEvent(event: CatalogEvent): event is ListedEvent {
  return 'caseTwins' in event;
}

/**
 * The catalogs of every service that users' catalogs add to.
 *
 * @param find looks up a service as it is known without the additions
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
  // A service declared complete without any known or added event stays unknown
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

/** Additions come after known rows. Rows of IMS stay as they are; other rows are complemented. */
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

/** An event withdrawn from the public lists may be current in the user's region, never the other way round. */
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
