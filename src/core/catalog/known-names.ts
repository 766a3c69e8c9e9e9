import type { CatalogEvent } from './rows/types';

/** An event name and how it is compared with one that may be a slip of it. */
export interface KnownName {
  readonly name: string;
  readonly folded: string;
}

/** The names of some events, each once. */
export function knownNamesOf(events: readonly CatalogEvent[]): readonly KnownName[] {
  return [...new Set(events.map(({ name }) => name))].map((name) => ({ name, folded: normalizeName(name) }));
}

/** Lower case, nothing but letters and digits: `Create_Image` and `createImage` are one. */
export function normalizeName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
