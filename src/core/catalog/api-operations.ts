import type { Catalog } from './catalog';
import { normalizeName } from './known-names';
import { imsAliases, unmappedApiOperations } from './rows/aliases';

/** An operation of an API, which is no event name. */
export interface ApiOperation {
  /** The events it probably leaves, which is inferred; empty if not even that can be said. */
  readonly events: readonly string[];
}

const unmapped = new Set(unmappedApiOperations);

/**
 * The operation of the IMS API that a name is, if it is one and no event of the catalog has nearly that name; case and
 * punctuation do not count.
 */
export function findApiOperation(service: string, name: string, catalog: Catalog): ApiOperation | undefined {
  if (service.toLowerCase() !== 'ims') return undefined;
  const normalized = normalizeName(name);
  const isEvent = (): boolean => catalog.namesOf(service).some((known) => known.normalized === normalized);
  if (unmapped.has(normalized)) return isEvent() ? undefined : { events: [] };
  const events = imsAliases.filter(({ apiOperations = [] }) => apiOperations.includes(normalized));
  return events.length === 0 || isEvent() ? undefined : { events: events.map((event) => event.name) };
}
