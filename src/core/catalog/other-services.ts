import type { Catalog } from './catalog';

/** The other services with an event of this name. */
export function otherServicesWith(name: string, service: string, catalog: Catalog): readonly string[] {
  const own = service.toLowerCase();
  const services = catalog.findEventsByName(name).map((event) => event.service);
  return [...new Set(services)].filter((other) => other.toLowerCase() !== own);
}
