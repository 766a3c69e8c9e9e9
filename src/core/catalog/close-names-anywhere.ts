import { editDistance } from '../text/edit-distance';
import type { Catalog } from './catalog';
import { findCloseNames } from './close-names';

/** How many close names are suggested. */
const maxCloseNames = 3;

/** The event names that a name without a service may be a typo of: names of IMS first, whose misspellings are known best, otherwise those of all services. */
export function findCloseNamesAnywhere(name: string, catalog: Catalog): readonly string[] {
  const closeIn = (service: string) => findCloseNames({ service, resourceType: undefined, name }, catalog);
  const ofIms = closeIn('IMS');
  if (ofIms.length > 0) return ofIms;
  const services = new Set(catalog.events().map(({ service }) => service));
  const names = new Set([...services].flatMap(closeIn));
  return [...names].sort((a, b) => editDistance(name, a) - editDistance(name, b)).slice(0, maxCloseNames);
}
