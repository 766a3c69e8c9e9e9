import type { CatalogEvent } from './rows/row-types';

/** An event name with the form in which it is compared with a possible typo. */
export interface KnownName {
  readonly name: string;
  readonly normalized: string;
}

/** The distinct names of the events. */
export function knownNamesOf(events: readonly CatalogEvent[]): readonly KnownName[] {
  return [...new Set(events.map(({ name }) => name))].map((name) => ({
    name,
    normalized: normalizeName(name),
  }));
}

/** Lower case, letters and digits only, so that `Create_Image` equals `createImage`. */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
