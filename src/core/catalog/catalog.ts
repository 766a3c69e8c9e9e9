import { imsEvents } from './ims';
import type { CatalogEvent, Coverage, ImsEvent } from './types';

/** The services whose event names are known, by `service_type` in lower case. */
const coverages: ReadonlyMap<string, Coverage> = new Map([['ims', 'complete']]);

const events: readonly CatalogEvent[] = imsEvents;
const eventsByService = Map.groupBy(events, (event) => event.service.toLowerCase());

/** How well the names of a service are known; `undefined` where they are not. In any case of letters. */
export function findCoverage(service: string): Coverage | undefined {
  return coverages.get(service.toLowerCase());
}

/** Whether the catalog claims to know the names of a service. In any case of letters. */
export function isKnownService(service: string): boolean {
  return findCoverage(service) !== undefined;
}
